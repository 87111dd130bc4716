import { type PageDocument, parsePageDocument } from "~builder/document/page-document";
import type { Executor } from "~db/schema/executor";
import type { PageRevision } from "./page";

export const insertRevision = (
  db: Executor,
  workspaceId: string,
  pageId: string,
  row: { revision: number; document: string; savedBy: string; savedAt: number },
) =>
  db
    .insertInto("page_revisions")
    .values({
      workspace_id: workspaceId,
      page_id: pageId,
      revision: row.revision,
      document: row.document,
      saved_by: row.savedBy,
      saved_at: row.savedAt,
    })
    .execute();

/** Newest first. */
export async function selectRevisions(
  db: Executor,
  workspaceId: string,
  pageId: string,
  limit: number,
): Promise<PageRevision[]> {
  const rows = await db
    .selectFrom("page_revisions")
    .select(["revision", "saved_by", "saved_at"])
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .orderBy("revision", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ revision: row.revision, savedBy: row.saved_by, savedAt: row.saved_at }));
}

export async function selectRevisionDocument(
  db: Executor,
  workspaceId: string,
  pageId: string,
  revision: number,
): Promise<PageDocument | undefined> {
  const row = await db
    .selectFrom("page_revisions")
    .select("document")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row && parsePageDocument(JSON.parse(row.document));
}

export const deleteRevision = (db: Executor, workspaceId: string, pageId: string, revision: number) =>
  db
    .deleteFrom("page_revisions")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("revision", "=", revision)
    .execute();

export const deleteRevisionsBefore = (db: Executor, workspaceId: string, pageId: string, revision: number) =>
  db
    .deleteFrom("page_revisions")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("revision", "<", revision)
    .execute();
