import type { Deps } from "../deps";
import { deleteRecordsOfDeleted } from "./billing-event-queries.server";

/** Seven years, as tax law asks for. */
const keptMs = 2557 * 86_400_000;

/** Orders and invoices of workspaces that are gone; those of others go by their age with all else of theirs. */
export async function removeRecordsOfDeleted(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  for (let total = 0; ; ) {
    const done = await deleteRecordsOfDeleted(deps.db, deps.clock.now() - keptMs);
    total += done;
    if (done === 0) return total;
  }
}
