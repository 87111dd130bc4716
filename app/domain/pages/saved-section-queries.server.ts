import type { Selectable } from "kysely";
import { parsePageDocument } from "~builder/document/page-document";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { SavedSection } from "./saved-section";

const toSection = (row: Selectable<Database["saved_sections"]>): SavedSection => ({
  id: row.id,
  workspaceId: row.workspace_id,
  name: row.name,
  document: parsePageDocument(JSON.parse(row.document)),
  revision: row.revision,
  updatedAt: row.updated_at,
  removedAt: row.removed_at ?? undefined,
});

export const insertSection = (
  db: Executor,
  section: Omit<SavedSection, "document" | "removedAt">,
  row: { document: string; savedBy: string },
) =>
  db
    .insertInto("saved_sections")
    .values({
      workspace_id: section.workspaceId,
      id: section.id,
      name: section.name,
      document: row.document,
      revision: section.revision,
      saved_by: row.savedBy,
      created_at: section.updatedAt,
      updated_at: section.updatedAt,
      removed_at: null,
    })
    .execute();

export async function selectSection(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<SavedSection | undefined> {
  const row = await db
    .selectFrom("saved_sections")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toSection(row);
}

/** Also removed ones: pages that show them keep them. */
export async function selectSectionsById(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<SavedSection[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("saved_sections")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
  return rows.map(toSection);
}

export async function selectSections(
  db: Executor,
  workspaceId: string,
  filter: { removed: boolean; limit: number },
): Promise<SavedSection[]> {
  const rows = await db
    .selectFrom("saved_sections")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", filter.removed ? "is not" : "is", null)
    .orderBy("id", "desc")
    .limit(filter.limit)
    .execute();
  return rows.map(toSection);
}

export async function countSections(db: Executor, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom("saved_sections")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Compare-and-set on the revision: false when another save came first. */
export async function saveSectionChanges(
  db: Executor,
  workspaceId: string,
  id: string,
  save: { revision: number; name?: string; document?: string; savedBy: string; now: number },
): Promise<boolean> {
  const changes = {
    ...(save.name === undefined ? {} : { name: save.name }),
    ...(save.document === undefined ? {} : { document: save.document }),
  };
  const updated = await db
    .updateTable("saved_sections")
    .set({ ...changes, revision: save.revision + 1, saved_by: save.savedBy, updated_at: save.now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("revision", "=", save.revision)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

export async function setSectionRemoved(
  db: Executor,
  workspaceId: string,
  id: string,
  at: number | null,
): Promise<void> {
  await db
    .updateTable("saved_sections")
    .set({ removed_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
