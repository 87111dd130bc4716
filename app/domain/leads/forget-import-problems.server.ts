import type { Deps } from "../deps";
import { clearProblemsBefore } from "./import-queries.server";

/** Lines that an import could not read are people's data too: they go, how many there were stays. */
export const forgetImportProblems = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  before: number,
): Promise<number> => clearProblemsBefore(deps.db, workspaceId, before);
