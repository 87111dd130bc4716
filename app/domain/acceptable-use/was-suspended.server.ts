import type { Executor } from "~db/schema/executor";
import { findLastDecision } from "./standing-action-queries.server";

/** Whether the last decision about a workspace was to suspend it, whatever its standing says now. */
export const wasSuspended = async (db: Executor, workspaceId: string): Promise<boolean> =>
  (await findLastDecision(db, workspaceId)) === "suspend";
