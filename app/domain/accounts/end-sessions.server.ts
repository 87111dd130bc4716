import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { sessionIdleMs } from "./account";
import { removeOldTokens } from "./account-token-queries.server";
import { hashSecretToken, isSecretToken } from "./secret-token.server";
import {
  listSessionRows,
  removeOldSessions,
  removeSession,
  removeSessionsOf,
} from "./session-queries.server";

export interface SessionView {
  tokenHash: string;
  createdAt: number;
  lastSeenAt: number;
  ip: string;
  userAgent: string;
}

/** Ends the session of a cookie. Total: an unknown one is ended already. */
export async function signOut(deps: Pick<Deps, "db">, token: string): Promise<void> {
  if (isSecretToken(token)) await removeSession(deps.db, hashSecretToken(token));
}

/** Where a person is signed in, last seen first. */
export async function listSessions(deps: Pick<Deps, "db">, accountId: string): Promise<SessionView[]> {
  const rows = await listSessionRows(deps.db, accountId);
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    ip: row.ip,
    userAgent: row.user_agent,
  }));
}

/** Signs a person out everywhere but here. */
export async function endOtherSessions(
  deps: Deps,
  actor: Actor,
  input: { accountId: string; keptHash: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    await removeSessionsOf(tx, input.accountId, input.keptHash);
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "session:end-others",
      targetKind: "account",
      targetId: input.accountId,
    });
  });
}

/** Recurring: sessions and links that ran out are removed. */
export async function removeEndedSessions(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  const now = deps.clock.now();
  await removeOldSessions(deps.db, now, now - sessionIdleMs);
  await removeOldTokens(deps.db, now);
}
