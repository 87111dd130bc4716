import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { revokeLink } from "./preview-link-queries.server";

/** Takes a link back: from now on it shows nothing. */
export async function revokePreviewLink(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; pageId: string; linkId: string },
): Promise<void> {
  const { workspaceId, pageId, linkId } = input;
  await deps.transact(async (tx) => {
    if (!(await revokeLink(tx, workspaceId, { id: linkId, pageId, now: deps.clock.now() })))
      throw new DomainError("not_found", "preview_link_not_found", "This link shows nothing any more.");
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:preview-link-revoke",
      targetKind: "page",
      targetId: pageId,
      detail: { link: linkId },
    });
  });
}
