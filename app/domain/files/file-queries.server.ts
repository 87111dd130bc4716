import { insertMissing } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { FileKind, FileVariant, StoredFile } from "./file";

/** What pages show, at an address that anyone may ask. */
const publicKinds: FileKind[] = ["image", "font", "film", "captions"];

interface FileRow {
  workspace_id: string;
  id: string;
  kind: string;
  name: string;
  content_type: string;
  size: number;
  width: number | null;
  height: number | null;
  variants: string;
  alt: string;
  created_at: number;
}

const toFile = (row: FileRow): StoredFile => ({
  id: row.id,
  workspaceId: row.workspace_id,
  kind: row.kind as FileKind,
  name: row.name,
  contentType: row.content_type,
  size: row.size,
  width: row.width ?? undefined,
  height: row.height ?? undefined,
  variants: JSON.parse(row.variants) as FileVariant[],
  alt: row.alt,
  createdAt: row.created_at,
});

export const insertFile = (db: Executor, file: StoredFile, sha256: string) =>
  db
    .insertInto("files")
    .values({
      workspace_id: file.workspaceId,
      id: file.id,
      kind: file.kind,
      name: file.name,
      content_type: file.contentType,
      size: file.size,
      sha256,
      width: file.width ?? null,
      height: file.height ?? null,
      variants: JSON.stringify(file.variants),
      alt: file.alt,
      created_at: file.createdAt,
    })
    .execute();

export async function selectFiles(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("files")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
  return rows.map(toFile);
}

/** The same bytes uploaded before. */
export async function selectFileBySha(
  db: Executor,
  workspaceId: string,
  kind: FileKind,
  sha256: string,
): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom("files")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("sha256", "=", sha256)
    .where("kind", "=", kind)
    .limit(1)
    .executeTakeFirst();
  return row && toFile(row);
}

export async function selectRecentFiles(
  db: Executor,
  workspaceId: string,
  kind: FileKind,
  limit: number,
): Promise<StoredFile[]> {
  const rows = await db
    .selectFrom("files")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("kind", "=", kind)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toFile);
}

/** Which workspace a public picture or film belongs to, for hosts that name no workspace. */
export async function selectImageOwner(db: Executor, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("files")
    .select("workspace_id")
    .where("id", "=", id)
    .where("kind", "in", publicKinds)
    .executeTakeFirst();
  return row?.workspace_id;
}

export const deleteFileRow = (db: Executor, workspaceId: string, id: string) =>
  db.deleteFrom("files").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();

export const insertUses = (
  db: Executor,
  rows: { workspace_id: string; file_id: string; user_kind: string; user_id: string }[],
) => insertMissing(db, "file_uses", rows);

export const selectUnusedImages = (db: Executor, before: number, limit: number) =>
  db
    .selectFrom("files")
    .leftJoin("file_uses", (join) =>
      join
        .onRef("file_uses.workspace_id", "=", "files.workspace_id")
        .onRef("file_uses.file_id", "=", "files.id"),
    )
    .select(["files.workspace_id as workspaceId", "files.id as id"])
    .where("files.kind", "in", publicKinds)
    .where("files.created_at", "<", before)
    .where("file_uses.file_id", "is", null)
    .limit(limit)
    .execute();

export async function deleteUses(
  db: Executor,
  workspaceId: string,
  user: { kind: string; id: string },
): Promise<void> {
  await db
    .deleteFrom("file_uses")
    .where("workspace_id", "=", workspaceId)
    .where("user_kind", "=", user.kind)
    .where("user_id", "=", user.id)
    .execute();
}
