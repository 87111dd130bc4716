import { parseSlug, slugProblemText } from "~/lib/slug";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { insertMembership } from "./membership-queries.server";
import { emptyPrivacySettings } from "./privacy-settings";
import type { Workspace } from "./workspace";
import { findWorkspaceRowById, insertWorkspace } from "./workspace-queries.server";
import { workspaceNameField } from "./workspace-settings";

const refused = (kind: "invalid" | "conflict", code: string, field: string, message: string) =>
  new DomainError(kind, code, message, { fields: { [field]: message } });

/** A new workspace with its owner, in the caller's transaction when one is given. Double opt-in is on. */
export async function createWorkspace(
  deps: Deps,
  actor: Actor,
  input: { slug: string; name: string; ownerAccountId: string; timeZone?: string; locale?: string },
  given?: Tx,
): Promise<Workspace> {
  const slug = parseSlug(input.slug);
  if (!slug.ok) throw refused("invalid", "slug_refused", "slug", slugProblemText(slug.reason));
  const name = workspaceNameField.safeParse(input.name);
  if (!name.success) throw refused("invalid", "name_missing", "name", "Give the workspace a name.");
  const now = deps.clock.now();
  const id = deps.ids.next();
  const work = async (tx: Tx): Promise<Workspace> => {
    const free = await insertWorkspace(tx, {
      id,
      slug: slug.slug,
      name: name.data,
      standing: "good",
      standing_reason: "",
      standing_at: now,
      time_zone: input.timeZone ?? "UTC",
      locale: input.locale ?? "en",
      double_opt_in: 1,
      tracking_default: "anonymous",
      privacy_settings: JSON.stringify(emptyPrivacySettings),
      minimum_age: 16,
      report_figures: "exact",
      created_at: now,
      delete_after: null,
    });
    if (!free)
      throw refused("conflict", "slug_taken", "slug", "This address is taken already. Choose another one.");
    await insertMembership(tx, {
      workspace_id: id,
      account_id: input.ownerAccountId,
      role: "owner",
      created_at: now,
    });
    await recordAudit(deps, tx, {
      workspaceId: id,
      actor,
      action: "workspace:create",
      targetKind: "workspace",
      targetId: id,
      detail: { slug: slug.slug, name: name.data },
    });
    const workspace = await findWorkspaceRowById(tx, id);
    if (!workspace) throw new Error("The workspace just written cannot be read");
    return workspace;
  };
  return given ? work(given) : deps.transact(work);
}
