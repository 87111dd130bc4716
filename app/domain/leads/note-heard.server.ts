import type { Executor } from "~db/schema/executor";
import { raiseLastHeard } from "./lead-queries.server";

/** Keeps when people were last heard from by mail, before the message that told it names them no more. */
export async function noteHeard(
  db: Executor,
  workspaceId: string,
  heard: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [leadId, at] of heard) await raiseLastHeard(db, workspaceId, leadId, at);
}
