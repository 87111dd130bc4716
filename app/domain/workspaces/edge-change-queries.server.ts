import type { Executor } from "~db/schema/executor";

export const insertEdgeChange = (
  db: Executor,
  row: { id: string; kind: string; workspace_id: string; ref: string; at: number },
) => db.insertInto("edge_changes").values(row).execute();

export const removeEdgeChangesBefore = (db: Executor, before: number) =>
  db.deleteFrom("edge_changes").where("at", "<", before).execute();
