import type { Expression, SqlBool } from "kysely";
import type { Deps } from "../deps";
import { inSteps } from "../jobs/in-steps.server";
import { countSeenBefore, unnameSeenBefore } from "./old-seen-queries.server";

/** Opens or clicks from before a moment, of those that `only` lets go, stay as counts that name nobody, in steps that hold nobody up; the number done. */
export const forgetWhoSaw = (
  deps: Pick<Deps, "transact">,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> =>
  inSteps(deps, async (tx, { limit }) => ({
    done: await unnameSeenBefore(tx, table, workspaceId, before, { limit, only }),
  }));

/** How many `forgetWhoSaw` would make nobody's. */
export const countWhoSaw = (
  deps: Pick<Deps, "reader">,
  table: "opens" | "clicks",
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> => countSeenBefore(deps.reader, table, workspaceId, before, only);
