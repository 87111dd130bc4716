import { createHash } from "node:crypto";
import { publicId } from "~/lib/ids";
import { withoutQuotation } from "~builder/document/quotations";
import type { Executor } from "~db/schema/executor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { changeVersionHtml, selectVersionsShowing } from "./publication-queries.server";

/**
 * A consent was withdrawn: what every version, live or earlier, shows of the person goes, and all processes serve the
 * rest within a second. Nothing stands against it: not the state of the workspace, nor what else is on the page.
 */
export async function takeOffTestimonial(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Executor,
  { workspaceId, testimonialId }: { workspaceId: string; testimonialId: string },
): Promise<void> {
  const id = publicId("testimonial", testimonialId);
  const pages = new Set<string>();
  for (const version of await selectVersionsShowing(tx, workspaceId, id)) {
    const html = withoutQuotation(version.html, id);
    if (html === undefined) continue;
    const etag = createHash("sha256").update(html).update(version.csp).digest("base64url").slice(0, 27);
    await changeVersionHtml(tx, workspaceId, version.id, { html, etag });
    pages.add(version.pageId);
  }
  for (const pageId of pages)
    await announceEdgeChange(deps, tx, { kind: "publication", workspaceId, ref: pageId });
  if (pages.size === 0) return;
  await recordAudit(deps, tx, {
    workspaceId,
    actor: { kind: "system", reason: "The quoted person took the consent back" },
    action: "testimonial:take_off",
    targetKind: "testimonial",
    targetId: testimonialId,
    detail: { pages: [...pages] },
  });
}
