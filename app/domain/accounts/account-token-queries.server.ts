import type { Insertable, Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { AccountTokenPurpose } from "./account";

export type AccountTokenRow = Selectable<Database["account_tokens"]>;

export const insertAccountToken = (db: Executor, row: Insertable<Database["account_tokens"]>) =>
  db.insertInto("account_tokens").values(row).execute();

/** An unused token that is still good. */
export const findLiveToken = (
  db: Executor,
  tokenHash: string,
  purpose: AccountTokenPurpose,
  now: number,
): Promise<AccountTokenRow | undefined> =>
  db
    .selectFrom("account_tokens")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();

/** The token however it ended, as long as its row is kept. */
export const findTokenRow = (
  db: Executor,
  tokenHash: string,
  purpose: AccountTokenPurpose,
): Promise<AccountTokenRow | undefined> =>
  db
    .selectFrom("account_tokens")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .executeTakeFirst();

/** Compare-and-set: true for the one use of a token. */
export async function useToken(db: Executor, tokenHash: string, now: number): Promise<boolean> {
  const updated = await db
    .updateTable("account_tokens")
    .set({ used_at: now })
    .where("token_hash", "=", tokenHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** Earlier links of the same purpose stop working. */
export const removeTokensOf = (db: Executor, accountId: string, purpose: AccountTokenPurpose) =>
  db
    .deleteFrom("account_tokens")
    .where("account_id", "=", accountId)
    .where("purpose", "=", purpose)
    .execute();

export const removeOldTokens = (db: Executor, before: number) =>
  db.deleteFrom("account_tokens").where("expires_at", "<", before).execute();
