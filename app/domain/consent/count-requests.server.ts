import type { Executor } from "~db/schema/executor";
import { countRequestedSince } from "./consent-queries.server";

/** How many consents were asked for since a moment whose purpose begins so. */
export const countRequestsSince = (
  db: Executor,
  workspaceId: string,
  since: number,
  purpose: string,
): Promise<number> => countRequestedSince(db, workspaceId, since, purpose);
