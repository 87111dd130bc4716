import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { PreviewLink } from "./preview-link";

const toLink = (row: Selectable<Database["preview_links"]>): PreviewLink => ({
  id: row.id,
  workspaceId: row.workspace_id,
  pageId: row.page_id,
  versionId: row.version_id,
  hasPassword: row.password_hash !== "",
  expiresAt: row.expires_at,
  openedAt: row.opened_at ?? undefined,
  createdKind: row.created_kind,
  createdBy: row.created_by,
  createdAt: row.created_at,
});

export const insertPreviewLink = (db: Executor, row: Insertable<Database["preview_links"]>) =>
  db.insertInto("preview_links").values(row).execute();

const open = (db: Executor, workspaceId: string, now: number) =>
  db
    .selectFrom("preview_links")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now);

/** Those of a page that still show it, newest first. */
export async function selectPreviewLinks(
  db: Executor,
  workspaceId: string,
  pageId: string,
  now: number,
): Promise<PreviewLink[]> {
  const rows = await open(db, workspaceId, now)
    .where("page_id", "=", pageId)
    .orderBy("id", "desc")
    .limit(200)
    .execute();
  return rows.map(toLink);
}

export async function selectPreviewLink(
  db: Executor,
  workspaceId: string,
  id: string,
  now: number,
): Promise<(PreviewLink & { passwordHash: string }) | undefined> {
  const row = await open(db, workspaceId, now).where("id", "=", id).executeTakeFirst();
  return row && { ...toLink(row), passwordHash: row.password_hash };
}

/** False when it shows nothing any more. */
export async function revokeLink(
  db: Executor,
  workspaceId: string,
  { id, pageId, now }: { id: string; pageId: string; now: number },
): Promise<boolean> {
  const updated = await db
    .updateTable("preview_links")
    .set({ revoked_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("page_id", "=", pageId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export const noteOpened = (db: Executor, workspaceId: string, id: string, now: number) =>
  db
    .updateTable("preview_links")
    .set({ opened_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();

export const deleteLinksEndedBefore = (db: Executor, before: number) =>
  db.deleteFrom("preview_links").where("expires_at", "<", before).execute();
