import type { Deps } from "../deps";
import { countSeenBefore, unnameSeenBefore } from "./old-seen-queries.server";

const atOnce = 500;

/** Opens or clicks from before a moment stay as counts that name nobody, in steps that hold nobody up; the number done. */
export async function forgetWhoSaw(
  deps: Pick<Deps, "db">,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
): Promise<number> {
  for (let total = 0; ; ) {
    const done = await unnameSeenBefore(deps.db, table, workspaceId, before, atOnce);
    total += done;
    if (done < atOnce) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** How many `forgetWhoSaw` would make nobody's. */
export const countWhoSaw = (
  deps: Pick<Deps, "reader">,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
): Promise<number> => countSeenBefore(deps.reader, table, workspaceId, before);
