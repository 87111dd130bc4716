import type { Expression, SqlBool } from "kysely";
import type { Deps } from "../deps";
import { countSeenBefore, unnameSeenBefore } from "./old-seen-queries.server";

const atOnce = 500;

/** Opens or clicks from before a moment, of those that `only` lets go, stay as counts that name nobody, in steps that hold nobody up; the number done. */
export async function forgetWhoSaw(
  deps: Pick<Deps, "db">,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> {
  for (let total = 0; ; ) {
    const done = await unnameSeenBefore(deps.db, table, workspaceId, before, { limit: atOnce, only });
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
  only: Expression<SqlBool>,
): Promise<number> => countSeenBefore(deps.reader, table, workspaceId, before, only);
