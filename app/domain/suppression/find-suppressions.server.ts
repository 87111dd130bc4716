import type { Deps } from "../deps";
import { listActive } from "./suppression-queries.server";

/** What stands against these addresses. */
export const findSuppressions = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  addressHashes: readonly string[],
) => listActive(deps.db, workspaceId, addressHashes);
