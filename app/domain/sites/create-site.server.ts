import { parseSlug, slugProblemText } from "~/lib/slug";
import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { type NewSite, newSite, newSiteSettings, type Site } from "./site";
import { insertHost, insertSite } from "./site-queries.server";

export const refuseSlug = (kind: "invalid" | "conflict", code: string, message: string) =>
  new DomainError(kind, code, message, { fields: { slug: message } });

/** Opens a host for a workspace's pages; in the caller's transaction when one is given. */
export async function createSite(deps: Deps, actor: Actor, given: NewSite, tx?: Executor): Promise<Site> {
  const parsed = newSite.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const message = issue?.message ?? "This cannot be a site.";
    throw new DomainError("invalid", "site_invalid", message, {
      fields: { [String(issue?.path[0] ?? "name")]: message },
    });
  }
  const input = parsed.data;
  const slug = parseSlug(input.slug);
  if (!slug.ok) throw refuseSlug("invalid", "site_slug_refused", slugProblemText(slug.reason));
  const site: Site = {
    id: deps.ids.next(),
    workspaceId: input.workspaceId,
    slug: slug.slug,
    name: input.name,
    language: input.language,
    createdAt: deps.clock.now(),
    hasSubdomain: true,
    ...newSiteSettings,
  };
  const work = async (executor: Executor): Promise<Site> => {
    const free = await insertHost(executor, {
      host: site.slug,
      kind: "subdomain",
      workspaceId: site.workspaceId,
      siteId: site.id,
      at: site.createdAt,
    });
    if (!free) {
      throw refuseSlug("conflict", "site_slug_taken", "This address is taken already. Choose another one.");
    }
    await insertSite(executor, site);
    await recordAudit(deps, executor, {
      workspaceId: site.workspaceId,
      actor,
      action: "site:create",
      targetKind: "site",
      targetId: site.id,
      detail: { slug: site.slug, name: site.name },
    });
    await announceEdgeChange(deps, executor, {
      kind: "host",
      workspaceId: site.workspaceId,
      ref: site.slug,
    });
    return site;
  };
  return tx ? work(tx) : deps.transact(work);
}
