import type { Executor } from "~db/schema/executor";
import type { StandingAction, StandingActionKind } from "./standing-action";

export const insertStandingAction = (db: Executor, action: StandingAction) =>
  db
    .insertInto("standing_actions")
    .values({
      workspace_id: action.workspaceId,
      id: action.id,
      action: action.action,
      rule: action.rule,
      reason: action.reason,
      actor_id: action.actorId,
      created_at: action.createdAt,
    })
    .execute();

/** Newest first. */
export async function listActionRows(
  db: Executor,
  workspaceId: string,
  limit: number,
): Promise<StandingAction[]> {
  const rows = await db
    .selectFrom("standing_actions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    action: row.action as StandingActionKind,
    rule: row.rule,
    reason: row.reason,
    actorId: row.actor_id,
    createdAt: row.created_at,
  }));
}

/**
 * suspend or reinstate, whichever came last; undefined for a workspace that was never suspended.
 * An action older than the workspace itself came with an archive and decides nothing here.
 */
export async function findLastDecision(
  db: Executor,
  workspaceId: string,
): Promise<"suspend" | "reinstate" | undefined> {
  const row = await db
    .selectFrom("standing_actions")
    .select("action")
    .where("workspace_id", "=", workspaceId)
    .where("action", "in", ["suspend", "reinstate"])
    .where("id", ">", workspaceId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.action as "suspend" | "reinstate" | undefined;
}

/** Set by a restore without journal; an operator takes it back. */
export async function isMarketingBlocked(db: Executor): Promise<boolean> {
  const row = await db
    .selectFrom("instance_facts")
    .select("value")
    .where("name", "=", "marketing_blocked")
    .executeTakeFirst();
  return row?.value === "1";
}
