import type { Deps } from "../deps";
import { type Account, sessionIdleMs } from "./account";
import { changeAccountRow, findAccountRow, toAccount } from "./account-queries.server";
import { hashSecretToken, isSecretToken } from "./secret-token.server";
import { findSessionRow, removeSession, touchSession } from "./session-queries.server";

const touchedEvery = 300_000;

export interface Session {
  account: Account;
  /** Names the session without being able to open it. */
  tokenHash: string;
}

async function noteSeen(db: Deps["db"], tokenHash: string, accountId: string, now: number): Promise<void> {
  await touchSession(db, tokenHash, now);
  await changeAccountRow(db, accountId, { last_seen_at: now });
}

/** Who the cookie belongs to; undefined for an unknown, ended or idle session. */
export async function findSession(
  deps: Pick<Deps, "db" | "clock" | "log">,
  token: string,
): Promise<Session | undefined> {
  if (!isSecretToken(token)) return undefined;
  const tokenHash = hashSecretToken(token);
  const row = await findSessionRow(deps.db, tokenHash);
  if (!row) return undefined;
  const now = deps.clock.now();
  const account = await findAccountRow(deps.db, row.account_id);
  if (!account || row.expires_at <= now || row.last_seen_at + sessionIdleMs <= now) {
    await removeSession(deps.db, tokenHash);
    return undefined;
  }
  if (row.last_seen_at + touchedEvery < now) {
    // People go on reading while nothing can be written.
    await noteSeen(deps.db, tokenHash, account.id, now).catch((error: unknown) =>
      deps.log.warn({ err: error }, "it could not be noted who was here"),
    );
  }
  return { account: toAccount(account), tokenHash };
}
