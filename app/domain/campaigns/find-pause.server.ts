import type { Deps } from "../deps";
import { readInstanceFact } from "../keys/instance-fact.server";
import { findHold, type Gate } from "../mail/gate";
import type { Campaign } from "./campaign";
import { findWaitingDetail } from "./count-queries.server";
import { wordsOfHold } from "./hold-words";

export interface Pause {
  /** A person pressed Pause. */
  byPerson: boolean;
  /** Why it cannot go on yet; undefined once a person may decide. */
  holds: string | undefined;
  /** The instance was put back from a backup since it began: some of those who wait may have got it. */
  restored: boolean;
  /** What the mail server said when it refused the sender's address. */
  senderRefused: string | undefined;
}

/** What a paused campaign waits for; undefined for any other. */
export async function findPause(
  deps: Deps & { gates: readonly Gate[] },
  workspaceId: string,
  { id, state, startedAt, pausedBy }: Campaign,
): Promise<Pause | undefined> {
  if (state !== "paused") return undefined;
  const hold = await findHold(deps.gates, deps.db, workspaceId);
  const restoredAt = Number((await readInstanceFact(deps, "restored_at")) ?? 0);
  return {
    byPerson: pausedBy !== "",
    holds: hold === undefined ? undefined : wordsOfHold(hold),
    senderRefused: await findWaitingDetail(deps.db, workspaceId, id, "sender_refused"),
    restored: startedAt !== undefined && startedAt < restoredAt,
  };
}
