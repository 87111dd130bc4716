import type { Insertable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { AbuseNotice } from "./abuse-notice";

export const insertNotice = (db: Executor, row: Insertable<Database["abuse_notices"]>) =>
  db.insertInto("abuse_notices").values(row).execute();

/** For the operator: of the open ones those that wait longest first, of the closed ones the latest. */
export async function listAllNotices(
  db: Executor,
  state: AbuseNotice["state"],
  limit: number,
): Promise<AbuseNotice[]> {
  const rows = await db
    .selectFrom("abuse_notices")
    .selectAll()
    .where("state", "=", state)
    .orderBy(state === "open" ? "id" : "closed_at", state === "open" ? "asc" : "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    rule: row.rule,
    subject: row.subject,
    explanation: row.explanation,
    reporterName: row.reporter_name,
    reporterEmail: row.reporter_email,
    state: row.state === "open" ? "open" : "closed",
    decision: row.decision,
    createdAt: row.created_at,
    closedAt: row.closed_at ?? undefined,
  }));
}

export const findNotice = (db: Executor, workspaceId: string, id: string) =>
  db
    .selectFrom("abuse_notices")
    .select(["subject", "reporter_email", "locale"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();

/** False when it was closed already. */
export async function closeNoticeRow(
  db: Executor,
  notice: { workspaceId: string; id: string },
  changes: { decision: string; closed_at: number; closed_by: string },
): Promise<boolean> {
  const changed = await db
    .updateTable("abuse_notices")
    .set({ ...changes, state: "closed" })
    .where("workspace_id", "=", notice.workspaceId)
    .where("id", "=", notice.id)
    .where("state", "=", "open")
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}
