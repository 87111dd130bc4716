import { type HeldRow, holdRow } from "~db/dialects/sql/hold-row";
import type { Executor } from "~db/schema/executor";

/** Holds one row of a workspace, or the workspace's own. */
export const holdShownRow = (tx: Executor, workspaceId: string, { table, key }: HeldRow): Promise<void> =>
  holdRow(tx, { table, key: table === "workspaces" ? key : { workspace_id: workspaceId, ...key } });
