import type { Deps } from "../deps";
import type { Termination } from "./termination";
import { findOpenTermination, listOpenHolds } from "./termination-queries.server";

export interface Leaving {
  termination: Termination | undefined;
  /** Reasons for which the law forbids deleting. */
  holds: string[];
}

/** Whether a workspace is leaving, and what keeps its data. */
export async function findLeaving(deps: Pick<Deps, "db">, workspaceId: string): Promise<Leaving> {
  return {
    termination: await findOpenTermination(deps.db, workspaceId),
    holds: await listOpenHolds(deps.db, workspaceId),
  };
}
