import type { Insertable, Selectable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";

export type IdentityRow = Selectable<Database["sign_in_identities"]>;

/** False when the identity belongs to an account already. */
export const insertIdentity = (
  db: Executor,
  row: Insertable<Database["sign_in_identities"]>,
): Promise<boolean> => insertIfAbsent(db, "sign_in_identities", row);

export const findIdentityRow = (
  db: Executor,
  issuer: string,
  subject: string,
): Promise<IdentityRow | undefined> =>
  db
    .selectFrom("sign_in_identities")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();

export const listIdentityRows = (db: Executor, accountId: string): Promise<IdentityRow[]> =>
  db
    .selectFrom("sign_in_identities")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .limit(20)
    .execute();

export const touchIdentity = (db: Executor, issuer: string, subject: string, now: number) =>
  db
    .updateTable("sign_in_identities")
    .set({ last_used_at: now })
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .execute();

export async function deleteIdentities(db: Executor, accountId: string, issuer: string): Promise<number> {
  const deleted = await db
    .deleteFrom("sign_in_identities")
    .where("account_id", "=", accountId)
    .where("issuer", "=", issuer)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
