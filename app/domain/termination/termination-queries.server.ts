import type { Selectable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Termination, TerminationState } from "./termination";

const toTermination = (row: Selectable<Database["terminations"]>): Termination => ({
  id: row.id,
  workspaceId: row.workspace_id,
  state: row.state as TerminationState,
  requestedAt: row.requested_at,
  deleteAfter: row.delete_after,
  cancelledAt: row.cancelled_at ?? undefined,
});

export const insertTermination = (db: Executor, termination: Termination, requestedBy: string) =>
  db
    .insertInto("terminations")
    .values({
      workspace_id: termination.workspaceId,
      id: termination.id,
      state: termination.state,
      requested_by: requestedBy,
      requested_at: termination.requestedAt,
      delete_after: termination.deleteAfter,
      cancelled_at: null,
    })
    .execute();

export async function findOpenTermination(
  db: Executor,
  workspaceId: string,
): Promise<Termination | undefined> {
  const row = await db
    .selectFrom("terminations")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "grace")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toTermination(row);
}

export const markCancelled = (db: Executor, workspaceId: string, id: string, at: number) =>
  db
    .updateTable("terminations")
    .set({ state: "cancelled", cancelled_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", "grace")
    .execute();

export const setDeleteAfter = (db: Executor, workspaceId: string, deleteAfter: number | null) =>
  db.updateTable("workspaces").set({ delete_after: deleteAfter }).where("id", "=", workspaceId).execute();

/** Workspaces of the instance whose grace is over. */
export async function listDueTerminations(db: Executor, now: number, limit: number): Promise<Termination[]> {
  const rows = await db
    .selectFrom("terminations")
    .selectAll()
    .where("state", "=", "grace")
    .where("delete_after", "<=", now)
    .orderBy("delete_after")
    .limit(limit)
    .execute();
  return rows.map(toTermination);
}

/** Reasons for which the law forbids deleting; none when empty. */
export async function listOpenHolds(db: Executor, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("legal_holds")
    .select("reason")
    .where("workspace_id", "=", workspaceId)
    .where("released_at", "is", null)
    .limit(100)
    .execute();
  return rows.map((row) => row.reason);
}

export const listHosts = (db: Executor, workspaceId: string) =>
  db.selectFrom("hosts").select("host").where("workspace_id", "=", workspaceId).limit(1000).execute();

/** Archives of a workspace, below the data folder. */
export async function listArchiveFiles(db: Executor, workspaceId: string): Promise<string[]> {
  const archives = await db
    .selectFrom("exports")
    .select("file")
    .where("workspace_id", "=", workspaceId)
    .where("file", "!=", "")
    .limit(100_000)
    .execute();
  return archives.map((row) => row.file);
}

/** The first writer's certificate stands, so that a deletion resumed after a crash keeps its counts. */
export const insertTombstone = (db: Executor, workspaceId: string, at: number, certificate: string) =>
  insertIfAbsent(db, "tombstones", { workspace_id: workspaceId, deleted_at: at, certificate });

export const findTombstone = (db: Executor, workspaceId: string) =>
  db.selectFrom("tombstones").selectAll().where("workspace_id", "=", workspaceId).executeTakeFirst();

export const listTombstones = (db: Executor, limit: number) =>
  db.selectFrom("tombstones").selectAll().orderBy("deleted_at", "desc").limit(limit).execute();
