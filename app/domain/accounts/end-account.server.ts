import type { Executor } from "~db/schema/executor";
import { changeAccountRow, countOperators, findAccountRow } from "./account-queries.server";

/**
 * The row stays, so that what names its id keeps a meaning; it names nobody, and nobody can sign in to it. False when the
 * account is closed already, or its person was seen after `unseenSince`.
 */
export async function endAccount(
  tx: Executor,
  { accountId, at, unseenSince }: { accountId: string; at: number; unseenSince?: number },
): Promise<boolean> {
  const account = await findAccountRow(tx, accountId);
  if (!account || (unseenSince !== undefined && account.last_seen_at > unseenSince)) return false;
  await changeAccountRow(tx, accountId, {
    email: "",
    email_key: accountId,
    name: "",
    password_hash: "",
    is_operator: 0,
    closed_at: at,
    idle_warnings: null,
    idle_warned_at: null,
  });
  return true;
}

/** Without it nobody could run the instance any more. */
export async function isLastOperator(tx: Executor, accountId: string): Promise<boolean> {
  const account = await findAccountRow(tx, accountId);
  return account?.is_operator === 1 && (await countOperators(tx)) <= 1;
}
