import type { Deps } from "../deps";
import {
  countRecordedBefore,
  deleteConversionsBefore,
  deleteVisitsBefore,
  type OldVisits,
} from "./old-visit-queries.server";

const atOnce = 500;

/** What is recorded of those who came to a page. */
export type VisitTable = "visits" | "conversions";

/** Removes what was recorded of a page before a moment, in steps that hold nobody up; the number removed. */
export async function removeVisitsBefore(
  deps: Pick<Deps, "db">,
  table: VisitTable,
  workspaceId: string,
  pageId: string,
  old: OldVisits,
): Promise<number> {
  const remove = table === "visits" ? deleteVisitsBefore : deleteConversionsBefore;
  for (let total = 0; ; ) {
    const done = await remove(deps.db, workspaceId, pageId, old, atOnce);
    total += done;
    if (done < atOnce) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** How many `removeVisitsBefore` would remove. */
export const countVisitsBefore = (
  deps: Pick<Deps, "reader">,
  table: VisitTable,
  workspaceId: string,
  pageId: string,
  old: OldVisits,
): Promise<number> => countRecordedBefore(deps.reader, table, workspaceId, pageId, old);
