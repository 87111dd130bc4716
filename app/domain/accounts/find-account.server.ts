import { normaliseAddress } from "~/lib/email-address";
import type { Deps } from "../deps";
import type { Account } from "./account";
import { findAccountRow, findAccountRowByEmail, toAccount } from "./account-queries.server";

export async function findAccountById(
  deps: Pick<Deps, "db">,
  accountId: string,
): Promise<Account | undefined> {
  const row = await findAccountRow(deps.db, accountId);
  return row && toAccount(row);
}

/** For people who already proved that they may know: operators, the command line, an invitation's link. */
export async function findAccountByEmail(
  deps: Pick<Deps, "db">,
  email: string,
): Promise<Account | undefined> {
  const row = await findAccountRowByEmail(deps.db, normaliseAddress(email).key);
  return row && toAccount(row);
}
