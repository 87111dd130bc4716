import type { Deps } from "../deps";
import { deleteLinksEndedBefore } from "./preview-link-queries.server";

const keptMs = 30 * 86_400_000;

/** Recurring: forgets links that ended long ago; the audit trail keeps that they were made. */
export async function forgetPreviewLinks(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  await deleteLinksEndedBefore(deps.db, deps.clock.now() - keptMs);
}
