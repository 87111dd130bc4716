import { idFloor } from "~/lib/id-floor";
import type { Executor } from "~db/schema/executor";
import { isRunning } from "../billing/agreement";

/** Whether visitors still send forms to a workspace, or somebody pays for it. */
export async function isInUse(db: Executor, workspaceId: string, since: number): Promise<boolean> {
  const sent = await db
    .selectFrom("submissions")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", ">=", idFloor(since))
    .limit(1)
    .executeTakeFirst();
  if (sent) return true;
  const agreements = await db
    .selectFrom("billing_agreements")
    .select("status")
    .where("workspace_id", "=", workspaceId)
    .execute();
  return agreements.some(isRunning);
}
