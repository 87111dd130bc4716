import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { SectionUse } from "./saved-section";

export const selectUsesOfPage = (db: Executor, workspaceId: string, pageId: string) =>
  db
    .selectFrom("section_uses")
    .select(["section_id", "in_draft", "live_revision"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .execute();

export const putUses = (
  db: Executor,
  workspaceId: string,
  pageId: string,
  uses: readonly { sectionId: string; inDraft: boolean; liveRevision: number }[],
) =>
  upsert(
    db,
    "section_uses",
    uses.map(({ sectionId, inDraft, liveRevision }) => ({
      workspace_id: workspaceId,
      section_id: sectionId,
      page_id: pageId,
      in_draft: inDraft ? 1 : 0,
      live_revision: liveRevision,
    })),
    { key: ["workspace_id", "section_id", "page_id"], set: ["in_draft", "live_revision"] },
  );

/** Forgets what neither the draft nor the public page shows any more. */
export const deleteIdleUses = (db: Executor, workspaceId: string, pageId: string) =>
  db
    .deleteFrom("section_uses")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("in_draft", "=", 0)
    .where("live_revision", "=", 0)
    .execute();

const maxUses = 2_000;

/** Pages that show a section, of one section or of all; removed pages left out. */
export async function selectSectionUses(
  db: Executor,
  workspaceId: string,
  sectionId?: string,
): Promise<SectionUse[]> {
  let query = db
    .selectFrom("section_uses")
    .innerJoin("pages", (join) =>
      join
        .onRef("pages.workspace_id", "=", "section_uses.workspace_id")
        .onRef("pages.id", "=", "section_uses.page_id"),
    )
    .select([
      "section_uses.section_id",
      "section_uses.page_id",
      "section_uses.in_draft",
      "section_uses.live_revision",
      "pages.title",
      "pages.path",
    ])
    .where("section_uses.workspace_id", "=", workspaceId)
    .where("pages.removed_at", "is", null);
  if (sectionId) query = query.where("section_uses.section_id", "=", sectionId);
  const rows = await query.orderBy("section_uses.page_id").limit(maxUses).execute();
  return rows.map((row) => ({
    sectionId: row.section_id,
    pageId: row.page_id,
    title: row.title,
    path: row.path,
    inDraft: row.in_draft === 1,
    liveRevision: row.live_revision,
  }));
}
