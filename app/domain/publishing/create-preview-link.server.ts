import { hashPassword } from "../accounts/password-hash.server";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getPageSummary } from "../pages/get-page.server";
import { getSite } from "../sites/find-site.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import {
  mostPreviewLinks,
  type PreviewDays,
  type PreviewLink,
  previewDays,
  previewPasswordMaximum,
  previewPasswordMinimum,
} from "./preview-link";
import { previewLinkUrl } from "./preview-link-address";
import { insertPreviewLink, selectPreviewLinks } from "./preview-link-queries.server";
import { previewLinkToken } from "./preview-link-token.server";
import { selectVersionDocument } from "./publication-queries.server";
import { requireMayPublish } from "./require-may-publish";
import { requireSiteHost } from "./require-site-host.server";

export interface NewPreviewLink {
  workspaceId: string;
  pageId: string;
  days: number;
  /** Empty for none. */
  password?: string;
  /** Empty for the page as saved. */
  versionId?: string;
}

const refuse = (field: string, message: string) =>
  new DomainError("invalid", "preview_link_refused", message, { fields: { [field]: message } });

function readPassword(password: string): string {
  const length = [...password].length;
  if (length > 0 && length < previewPasswordMinimum)
    throw refuse("password", `Use at least ${previewPasswordMinimum} characters, or none.`);
  if (length > previewPasswordMaximum)
    throw refuse("password", `Use at most ${previewPasswordMaximum} characters.`);
  return password;
}

/** Makes a link that shows the page to whoever has it. */
export async function createPreviewLink(
  deps: Deps,
  actor: Actor,
  input: NewPreviewLink,
): Promise<PreviewLink & { url: string }> {
  const { workspaceId, pageId, versionId = "" } = input;
  if (!previewDays.includes(input.days as PreviewDays))
    throw refuse("days", `Choose one of ${previewDays.join(", ")} days.`);
  const password = readPassword(input.password ?? "");
  const passwordHash = password ? await hashPassword(password) : "";
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    requireMayPublish(await getWorkspace(tx, workspaceId));
    const page = await getPageSummary(deps, workspaceId, pageId, tx);
    if (page.state === "removed")
      throw new DomainError("gone", "page_removed", "This page was removed. Restore it first.");
    const site = await getSite(tx, workspaceId, page.siteId);
    requireSiteHost(site, "share");
    if (versionId && !(await selectVersionDocument(tx, workspaceId, pageId, versionId)))
      throw refuse("version", "There is no such version of this page.");
    const there = await selectPreviewLinks(tx, workspaceId, pageId, now);
    if (there.length >= mostPreviewLinks) {
      const message = `This page has ${mostPreviewLinks} links already. Take back those that nobody needs.`;
      throw new DomainError("conflict", "too_many_preview_links", message);
    }
    const link: PreviewLink = {
      ...{ id: deps.ids.next(), workspaceId, pageId, versionId, hasPassword: passwordHash !== "" },
      ...{ expiresAt: now + input.days * 86_400_000, openedAt: undefined },
      ...{ createdKind: actor.kind, createdBy: actorId(actor), createdAt: now },
    };
    await insertPreviewLink(tx, {
      workspace_id: workspaceId,
      id: link.id,
      page_id: pageId,
      version_id: versionId,
      password_hash: passwordHash,
      expires_at: link.expiresAt,
      revoked_at: null,
      opened_at: null,
      created_kind: link.createdKind,
      created_by: link.createdBy,
      created_at: now,
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:preview-link",
      targetKind: "page",
      targetId: pageId,
      detail: { link: link.id, days: input.days, password: link.hasPassword },
    });
    return { ...link, url: previewLinkUrl(deps.urls, site, previewLinkToken(deps, link)) };
  });
}
