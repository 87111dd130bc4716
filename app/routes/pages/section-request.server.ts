import { data } from "@remix-run/node";
import type { ListedSection } from "~/domain/pages/list-sections.server";
import type { SavedSection } from "~/domain/pages/saved-section";
import type { Permission } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { type MemberSession, requireMember } from "~/server/session/require-member.server";
import { editorProject } from "~builder/document/page-document";
import { sectionPicture } from "~builder/document/section-picture";
import type { LibrarySection } from "~builder/editor/section-library";

type Args =
  Parameters<typeof requireMember> extends [infer R, infer C, ...unknown[]]
    ? { request: R; context: C; params: { workspace?: string; section?: string } }
    : never;

/** A member with the permission, and the saved section that the address names. */
export async function requireSection(
  { request, context, params }: Args,
  permission: Permission,
): Promise<MemberSession & { sectionId: string; workspaceId: string }> {
  const session = await requireMember(request, context, params.workspace, permission);
  const sectionId = storedId("section", params.section ?? "");
  if (!sectionId) throw data({ message: "There is no such saved section." }, { status: 404 });
  return { ...session, sectionId, workspaceId: session.workspace.id };
}

export const sectionPath = (workspaceSlug: string, sectionId: string, rest = ""): string =>
  `/w/${workspaceSlug}/pages/sections/${publicId("section", sectionId)}${rest}`;

/** A saved section as the editor's library shows it and puts it on a page. */
export const librarySection = (section: SavedSection, uses: number): LibrarySection => ({
  id: publicId("section", section.id),
  name: section.name,
  revision: section.revision,
  uses,
  project: editorProject({ ...section.document, theme: undefined }),
  ...sectionPicture(section.document),
});

export const libraryOf = (sections: readonly ListedSection[]): LibrarySection[] =>
  sections.map((section) => librarySection(section, section.uses.length));
