import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import { getSection } from "~/domain/pages/get-section.server";
import { removeSection, restoreSection } from "~/domain/pages/remove-section.server";
import { updateSection } from "~/domain/pages/update-section.server";
import { republishSection } from "~/domain/publishing/republish-section.server";
import type { Permission } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { requireSection } from "./section-request.server";

const permissions: Record<string, Permission> = {
  remove: "page:edit",
  restore: "page:edit",
  rename: "page:edit",
  republish: "page:publish",
};

/** Acts on one saved section by a single press; each leads back to the list. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const act = String(form.get("act"));
  const permission = permissions[act];
  if (!permission) throw new DomainError("invalid", "unknown_act", "This cannot be done with a section.");
  const { member, sectionId, workspaceId, workspace } = await requireSection(args, permission);
  const { deps } = args.context;
  const input = { workspaceId, sectionId };
  const list = `/w/${workspace.slug}/pages/sections`;
  if (act === "rename") {
    const { revision } = await getSection(deps, workspaceId, sectionId);
    await updateSection(deps, member, { ...input, revision, name: String(form.get("name") ?? "") });
  }
  if (act === "restore") await restoreSection(deps, member, input);
  if (act === "remove") {
    await removeSection(deps, member, input);
    return redirect(`${list}?undo=${publicId("section", sectionId)}`);
  }
  if (act === "republish") {
    const { published, refused } = await republishSection(deps, member, input);
    const kept = refused.map(({ use, message }) => `${use.title}: ${message}`).join(" ");
    const query = new URLSearchParams({ republished: String(published.length) });
    if (kept) query.set("refused", kept.slice(0, 500));
    return redirect(`${list}?${query}`);
  }
  return redirect(list);
}
