import type { Insertable, Selectable, Updateable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Account } from "./account";

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
