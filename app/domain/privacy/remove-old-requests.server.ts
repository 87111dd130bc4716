import type { Deps } from "../deps";
import { confirmWithinMs } from "./privacy-request";
import { removeUnconfirmedBefore } from "./privacy-request-queries.server";

/** Forgets requests that no mailbox confirmed. */
export async function removeOldRequests(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  await removeUnconfirmedBefore(deps.db, deps.clock.now() - confirmWithinMs);
}
