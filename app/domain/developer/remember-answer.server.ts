import { createHash } from "node:crypto";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { claimKey, dropKey, findAnswer, type IdempotencyKey, saveAnswer } from "./idempotency-queries.server";

/** How long a repeat gets the first answer. */
export const keptMs = 24 * 3_600_000;
/** A first request that has been silent this long died with its process. */
const abandonedMs = 120_000;

export interface Answer {
  status: number;
  body: unknown;
}

export interface RepeatableRequest {
  workspaceId: string;
  apiKeyId: string;
  /** Method and path with ids, so that a key never crosses from one thing to another. */
  route: string;
  key: string;
  body: unknown;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Does the work once per key and route within 24 hours; a repeat gets the first answer. */
export async function rememberAnswer(
  deps: Pick<Deps, "db" | "clock">,
  request: RepeatableRequest,
  work: () => Promise<Answer>,
): Promise<Answer & { repeated: boolean }> {
  const key: IdempotencyKey = {
    workspaceId: request.workspaceId,
    apiKeyId: request.apiKeyId,
    route: request.route.slice(0, 120),
    keyHash: hash(request.key),
  };
  const bodyHash = hash(JSON.stringify(request.body ?? null));
  const now = deps.clock.now();
  if (!(await claimKey(deps.db, key, bodyHash, now))) {
    const earlier = await findAnswer(deps.db, key);
    const stale = earlier && earlier.created_at < now - (earlier.status === 0 ? abandonedMs : keptMs);
    if (earlier && !stale) return { ...repeat(earlier, bodyHash), repeated: true };
    if (earlier) await dropKey(deps.db, key, earlier.created_at);
    if (!(await claimKey(deps.db, key, bodyHash, now))) throw stillWorking();
  }
  try {
    const answer = await work();
    await saveAnswer(deps.db, key, answer.status, JSON.stringify(answer.body ?? null));
    return { ...answer, repeated: false };
  } catch (error) {
    await dropKey(deps.db, key, now);
    throw error;
  }
}

function repeat(earlier: { body_hash: string; status: number; answer: string }, bodyHash: string): Answer {
  if (earlier.body_hash !== bodyHash) {
    throw new DomainError(
      "invalid",
      "idempotency_key_reused",
      "This Idempotency-Key was used with another body. Nothing was done; use a new key.",
    );
  }
  if (earlier.status === 0) throw stillWorking();
  return { status: earlier.status, body: JSON.parse(earlier.answer) };
}

const stillWorking = () =>
  new DomainError(
    "conflict",
    "request_in_progress",
    "The first request with this Idempotency-Key is still being worked on. Try again in a moment.",
    { retryAfter: 1 },
  );
