import { truncateIp } from "~/lib/ip-address";
import { plainLine } from "~/lib/plain-text";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { sessionLongestMs } from "./account";
import { changeAccountRow } from "./account-queries.server";
import { makeSecretToken } from "./secret-token.server";
import { insertSession } from "./session-queries.server";

/** What is kept of the device that signs in. */
export interface SessionOrigin {
  ip: string;
  userAgent: string;
}

/** A new session; the token goes into the cookie and is not stored. */
export async function startSession(
  deps: Pick<Deps, "clock">,
  db: Executor,
  input: { accountId: string } & SessionOrigin,
): Promise<string> {
  const now = deps.clock.now();
  const { token, hash } = makeSecretToken();
  await insertSession(db, {
    token_hash: hash,
    account_id: input.accountId,
    created_at: now,
    last_seen_at: now,
    expires_at: now + sessionLongestMs,
    ip: truncateIp(input.ip) ?? "",
    user_agent: plainLine(input.userAgent, 200),
  });
  await changeAccountRow(db, input.accountId, { last_seen_at: now });
  return token;
}
