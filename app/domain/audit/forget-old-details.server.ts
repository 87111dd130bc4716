import type { Deps } from "../deps";
import { deleteDetailsBefore } from "./audit-queries.server";

const atOnce = 500;

/** What entries from before a moment said goes; the entries and their chain stay. The number of details removed. */
export async function forgetOldDetails(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  before: number,
): Promise<number> {
  for (let total = 0; ; ) {
    const done = await deleteDetailsBefore(deps.db, workspaceId, before, atOnce);
    total += done;
    if (done < atOnce) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
