import type { Deps } from "../deps";
import { findAccountRow } from "./account-queries.server";
import { listIdentityRows } from "./identity-queries.server";

/** The ways into an account besides its password. */
export async function listWaysIn(
  deps: Pick<Deps, "db" | "config">,
  accountId: string,
): Promise<{ hasPassword: boolean; connected: { providerId: string; name: string; email: string }[] }> {
  const account = await findAccountRow(deps.db, accountId);
  const rows = await listIdentityRows(deps.db, accountId);
  const connected = rows.map(({ issuer, email }) => {
    const provider = deps.config.signIn.find((each) => each.issuer === issuer);
    return { providerId: provider?.id ?? issuer, name: provider?.name ?? issuer, email };
  });
  return { hasPassword: account?.password_hash !== "", connected };
}
