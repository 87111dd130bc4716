import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import { duplicatePage } from "~/domain/pages/duplicate-page.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { restorePage } from "~/domain/pages/restore-page.server";
import { restoreRevision } from "~/domain/pages/restore-revision.server";
import { removePage } from "~/domain/publishing/remove-page.server";
import { rollBackPage } from "~/domain/publishing/roll-back-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import type { Permission } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { pagePath, requirePage } from "./page-request.server";

const permissions: Record<string, Permission> = {
  duplicate: "page:edit",
  restore: "page:edit",
  remove: "page:edit",
  "restore-revision": "page:edit",
  unpublish: "page:publish",
  "roll-back": "page:publish",
};

/** Acts on one page by a single press; each leads back to where its result is seen. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const act = String(form.get("act"));
  const permission = permissions[act];
  if (!permission) throw new DomainError("invalid", "unknown_act", "This cannot be done with a page.");
  const { member, pageId, workspaceId, workspace } = await requirePage(args, permission);
  const { deps } = args.context;
  const input = { workspaceId, pageId };
  const here = pagePath(workspace.slug, pageId);
  if (act === "duplicate") {
    const copy = await duplicatePage(deps, member, input);
    return redirect(pagePath(workspace.slug, copy.id));
  }
  if (act === "remove") {
    const page = await getPageSummary(deps, workspaceId, pageId);
    if (page.liveVersionId) await requirePage(args, "page:publish");
    await removePage(deps, member, input);
    return redirect(`/w/${workspace.slug}/pages?undo=${publicId("page", pageId)}`);
  }
  if (act === "restore") await restorePage(deps, member, input);
  if (act === "unpublish") await unpublishPage(deps, member, input);
  if (act === "roll-back") {
    const versionId = storedId("version", String(form.get("version"))) ?? "";
    await rollBackPage(deps, member, { ...input, versionId });
  }
  if (act === "restore-revision") {
    const page = await getPageSummary(deps, workspaceId, pageId);
    const revision = Number(form.get("revision"));
    await restoreRevision(deps, member, { ...input, revision, from: page.revision });
  }
  return redirect(here);
}
