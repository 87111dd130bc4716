import type { Deps } from "../deps";
import { countLeadRows, countLeadRowsSince } from "./lead-queries.server";
import { countHeldRows } from "./submission-queries.server";

export interface InboxSummary {
  leads: number;
  /** Of the last seven days. */
  recent: number;
  /** Doubtful submissions that wait for a person. */
  held: number;
}

const week = 7 * 86_400_000;
const timeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The smallest id that could have been made at a time: the first ten characters of a ULID are its milliseconds. */
function firstIdAt(time: number): string {
  let rest = time;
  let id = "";
  for (let place = 0; place < 10; place += 1) {
    id = (timeAlphabet[rest % 32] ?? "0") + id;
    rest = Math.floor(rest / 32);
  }
  return id.padEnd(26, "0");
}

/** What came in, for the home screen. */
export async function summariseInbox(
  deps: Pick<Deps, "reader" | "clock">,
  workspaceId: string,
): Promise<InboxSummary> {
  const since = firstIdAt(deps.clock.now() - week);
  return {
    leads: await countLeadRows(deps.reader, workspaceId),
    recent: await countLeadRowsSince(deps.reader, workspaceId, since),
    held: await countHeldRows(deps.reader, workspaceId),
  };
}
