import type { Insertable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export const mailLeaseMs = 300_000;

export interface ClaimedMail {
  id: string;
  workspaceId: string;
  kind: string;
  to: string;
  messageId: string;
  subject: string;
  html: string;
  text: string;
  envelope: string;
  attempts: number;
  epoch: number;
}

export const insertMail = (db: Executor, row: Insertable<Database["mail_messages"]>) =>
  db.insertInto("mail_messages").values(row).execute();

/** Claims up to `limit` due messages by compare-and-set; the state stays prepared. */
export async function claimMail(
  db: Executor,
  owner: string,
  now: number,
  limit: number,
): Promise<ClaimedMail[]> {
  const candidates = await db
    .selectFrom("mail_messages")
    .select(["id", "lease_epoch"])
    .where("state", "=", "prepared")
    .where("run_at", "<=", now)
    .where("lease_until", "<", now)
    .orderBy("run_at")
    .limit(limit)
    .execute();
  const claimed: ClaimedMail[] = [];
  for (const candidate of candidates) {
    const epoch = candidate.lease_epoch + 1;
    await db
      .updateTable("mail_messages")
      .set({ lease_owner: owner, lease_until: now + mailLeaseMs, lease_epoch: epoch })
      .where("id", "=", candidate.id)
      .where("lease_epoch", "=", candidate.lease_epoch)
      .where("state", "=", "prepared")
      .execute();
    const row = await db
      .selectFrom("mail_messages")
      .selectAll()
      .where("id", "=", candidate.id)
      .where("lease_owner", "=", owner)
      .where("lease_epoch", "=", epoch)
      .executeTakeFirst();
    if (!row) continue;
    claimed.push({
      id: row.id,
      workspaceId: row.workspace_id,
      kind: row.kind,
      to: row.to_address,
      messageId: row.message_id,
      subject: row.subject,
      html: row.html,
      text: row.text,
      envelope: row.envelope,
      attempts: row.attempts,
      epoch,
    });
  }
  return claimed;
}

/** Committed just before the message is handed over; false when another process has taken it. */
export async function markSending(db: Executor, mail: ClaimedMail, now: number): Promise<boolean> {
  const updated = await db
    .updateTable("mail_messages")
    .set({ state: "sending", lease_until: now + mailLeaseMs })
    .where("id", "=", mail.id)
    .where("lease_epoch", "=", mail.epoch)
    .where("state", "=", "prepared")
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** The end of a message. Its words, and the links in them, are not kept. */
export const settleMail = (
  db: Executor,
  mail: Pick<ClaimedMail, "id" | "epoch">,
  end: { state: "sent" | "failed" | "unknown"; error: string; at: number },
) =>
  db
    .updateTable("mail_messages")
    .set({
      state: end.state,
      last_error: end.error.slice(0, 500),
      sent_at: end.state === "sent" ? end.at : null,
      lease_until: 0,
      html: "",
      text: "",
    })
    .where("id", "=", mail.id)
    .where("lease_epoch", "=", mail.epoch)
    .execute();

export const postponeMail = (
  db: Executor,
  mail: ClaimedMail,
  next: { runAt: number; attempts: number; error: string },
) =>
  db
    .updateTable("mail_messages")
    .set({
      state: "prepared",
      run_at: next.runAt,
      attempts: next.attempts,
      last_error: next.error.slice(0, 500),
      lease_until: 0,
      lease_owner: "",
    })
    .where("id", "=", mail.id)
    .where("lease_epoch", "=", mail.epoch)
    .execute();

/** Messages whose process died between handing over and recording. */
export const listStuckMail = (db: Executor, now: number, limit: number) =>
  db
    .selectFrom("mail_messages")
    .select(["id", "lease_epoch as epoch"])
    .where("state", "=", "sending")
    .where("lease_until", "<", now)
    .limit(limit)
    .execute();

export async function countMail(db: Executor): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("mail_messages")
    .select((e) => ["state", e.fn.countAll().as("count")])
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

const failureColumns = [
  "id",
  "kind",
  "to_address",
  "state",
  "attempts",
  "last_error",
  "run_at",
  "created_at",
] as const;

/** Messages that did not leave for good, the latest first. */
export const listFailedRows = (db: Executor, limit: number) =>
  db
    .selectFrom("mail_messages")
    .select(failureColumns)
    .where("state", "in", ["failed", "unknown"])
    .orderBy("run_at", "desc")
    .limit(limit)
    .execute();

/** Messages that failed and are tried again, the next one first. */
export const listRetriedRows = (db: Executor, limit: number) =>
  db
    .selectFrom("mail_messages")
    .select(failureColumns)
    .where("state", "=", "prepared")
    .where("attempts", ">", 0)
    .orderBy("run_at")
    .limit(limit)
    .execute();

export const removeSettledMail = (db: Executor, before: number) =>
  db
    .deleteFrom("mail_messages")
    .where("state", "in", ["sent", "failed", "unknown"])
    .where("created_at", "<", before)
    .execute();
