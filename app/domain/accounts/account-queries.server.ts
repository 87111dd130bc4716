import type { Insertable, Selectable, Updateable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Account } from "./account";
import type { IdleAccount } from "./idle-account";

export type AccountRow = Selectable<Database["accounts"]>;

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  email: row.email,
  name: row.name,
  isOperator: row.is_operator === 1,
  emailConfirmed: row.email_confirmed_at !== null,
  locale: row.locale,
  createdAt: row.created_at,
});

/** False when the address has an account. */
export const insertAccount = (db: Executor, row: Insertable<Database["accounts"]>): Promise<boolean> =>
  insertIfAbsent(db, "accounts", row);

export const findAccountRow = (db: Executor, accountId: string): Promise<AccountRow | undefined> =>
  db
    .selectFrom("accounts")
    .selectAll()
    .where("id", "=", accountId)
    .where("closed_at", "is", null)
    .executeTakeFirst();

export const findAccountRowByEmail = (db: Executor, emailKey: string): Promise<AccountRow | undefined> =>
  db
    .selectFrom("accounts")
    .selectAll()
    .where("email_key", "=", emailKey)
    .where("closed_at", "is", null)
    .executeTakeFirst();

export const changeAccountRow = (
  db: Executor,
  accountId: string,
  changes: Updateable<Database["accounts"]>,
) => db.updateTable("accounts").set(changes).where("id", "=", accountId).execute();

export async function countOperators(db: Executor): Promise<number> {
  const row = await db
    .selectFrom("accounts")
    .select((e) => e.fn.countAll().as("count"))
    .where("is_operator", "=", 1)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function listIdleRows(
  db: Executor,
  seenBefore: number,
  page: { after: string; limit: number },
): Promise<IdleAccount[]> {
  const rows = await db
    .selectFrom("accounts")
    .selectAll()
    .where("id", ">", page.after)
    .where("closed_at", "is", null)
    .where("last_seen_at", "<=", seenBefore)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    isOperator: row.is_operator === 1,
    lastSeenAt: row.last_seen_at,
    warnings: row.idle_warnings ?? 0,
    warnedAt: row.idle_warned_at ?? 0,
  }));
}

/** False when the person came back, or another process sent the letter. */
export async function noteIdleWarning(
  db: Executor,
  account: IdleAccount,
  note: { warnings: number; at: number },
): Promise<boolean> {
  let query = db
    .updateTable("accounts")
    .set({ idle_warnings: note.warnings, idle_warned_at: note.at })
    .where("id", "=", account.id)
    .where("closed_at", "is", null)
    .where("last_seen_at", "=", account.lastSeenAt);
  query =
    account.warnedAt === 0
      ? query.where("idle_warned_at", "is", null)
      : query.where("idle_warned_at", "=", account.warnedAt);
  const changed = await query.executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}
