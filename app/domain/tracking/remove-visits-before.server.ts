import type { Deps } from "../deps";
import { inSteps } from "../jobs/in-steps.server";
import {
  countRecordedBefore,
  deleteConversionsBefore,
  deleteVisitsBefore,
  type OldVisits,
} from "./old-visit-queries.server";

/** What is recorded of those who came to a page. */
export type VisitTable = "visits" | "conversions";

/** Removes what was recorded of a page before a moment, in steps that hold nobody up; the number removed. */
export async function removeVisitsBefore(
  deps: Pick<Deps, "transact">,
  table: VisitTable,
  workspaceId: string,
  pageId: string,
  old: OldVisits,
): Promise<number> {
  const remove = table === "visits" ? deleteVisitsBefore : deleteConversionsBefore;
  return inSteps(deps, async (tx, { limit }) => ({
    done: await remove(tx, workspaceId, pageId, old, limit),
  }));
}

/** How many `removeVisitsBefore` would remove. */
export const countVisitsBefore = (
  deps: Pick<Deps, "reader">,
  table: VisitTable,
  workspaceId: string,
  pageId: string,
  old: OldVisits,
): Promise<number> => countRecordedBefore(deps.reader, table, workspaceId, pageId, old);
