import type { HeldRow } from "~db/dialects/sql/hold-row";
import type { Tx } from "~db/schema/executor";
import { holdShownRow } from "./shown-row-queries.server";

/** Until the transaction ends nobody else changes what a call showed. */
export async function holdShownRows(tx: Tx, workspaceId: string, rows: readonly HeldRow[]): Promise<void> {
  for (const row of rows) await holdShownRow(tx, workspaceId, row);
}
