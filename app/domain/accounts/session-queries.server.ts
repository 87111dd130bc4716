import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export type SessionRow = Selectable<Database["sessions"]>;

export const insertSession = (db: Executor, row: Insertable<Database["sessions"]>) =>
  db.insertInto("sessions").values(row).execute();

export const findSessionRow = (db: Executor, tokenHash: string): Promise<SessionRow | undefined> =>
  db.selectFrom("sessions").selectAll().where("token_hash", "=", tokenHash).executeTakeFirst();

export const touchSession = (db: Executor, tokenHash: string, at: number) =>
  db.updateTable("sessions").set({ last_seen_at: at }).where("token_hash", "=", tokenHash).execute();

export const removeSession = (db: Executor, tokenHash: string) =>
  db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();

export const listSessionRows = (db: Executor, accountId: string): Promise<SessionRow[]> =>
  db
    .selectFrom("sessions")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("last_seen_at", "desc")
    .limit(200)
    .execute();

/** All sessions of an account, but for the one kept. */
export const removeSessionsOf = (db: Executor, accountId: string, keptHash = "") =>
  db.deleteFrom("sessions").where("account_id", "=", accountId).where("token_hash", "!=", keptHash).execute();

export const removeOldSessions = (db: Executor, now: number, idleBefore: number) =>
  db
    .deleteFrom("sessions")
    .where((e) => e.or([e("expires_at", "<", now), e("last_seen_at", "<", idleBefore)]))
    .execute();
