import type { Kysely } from "kysely";
import { type TableEntry, workspaceColumn } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import { blankColumns } from "./blank-columns";

// biome-ignore lint/suspicious/noExplicitAny: tables are named by the data map, not by the compiler
const untyped = (db: Executor) => db as unknown as Kysely<any>;

interface Where {
  workspaceId: string;
  column: string;
  values: readonly string[];
}

export async function eraseRows(db: Executor, entry: TableEntry, where: Where): Promise<void> {
  const own = workspaceColumn(entry);
  if (!own || where.values.length === 0) return;
  await untyped(db)
    .deleteFrom(entry.name)
    .where(own, "=", where.workspaceId)
    .where(where.column, "in", [...where.values])
    .execute();
}

export async function blankRows(db: Executor, entry: TableEntry, where: Where): Promise<void> {
  const own = workspaceColumn(entry);
  const values = blankColumns(entry);
  if (!own || where.values.length === 0 || Object.keys(values).length === 0) return;
  await untyped(db)
    .updateTable(entry.name)
    .set(values)
    .where(own, "=", where.workspaceId)
    .where(where.column, "in", [...where.values])
    .execute();
}

/** A column beside the id: SQLite would otherwise read all deliveries of the workspace in an index that has both. */
export async function listDeliveryIds(db: Executor, workspaceId: string, leadId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select(["id", "state"])
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId)
    .execute();
  return rows.map((row) => row.id);
}

/** What has not left yet does not leave; what left is counted without telling of the person again. */
export async function holdBackDeliveries(db: Executor, workspaceId: string, leadId: string): Promise<void> {
  const own = db
    .updateTable("deliveries")
    .where("workspace_id", "=", workspaceId)
    .where("lead_id", "=", leadId);
  await own.set({ state: "excluded", reason: "erased" }).where("state", "=", "prepared").execute();
  await own.set({ tracked: 0 }).execute();
}

export const listKeptMessages = (db: Executor, workspaceId: string, deliveryIds: readonly string[]) =>
  db
    .selectFrom("outbox_messages")
    .select(["id", "file"])
    .where("workspace_id", "=", workspaceId)
    .where("delivery_id", "in", [...deliveryIds])
    .execute();
