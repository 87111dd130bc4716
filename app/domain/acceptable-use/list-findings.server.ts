import type { Deps } from "../deps";
import { listFindingRows, type RecordedFinding } from "./finding-queries.server";

/** What checks found in a workspace, newest first; of one page or campaign when it is named. */
export const listFindings = (
  deps: Pick<Deps, "db">,
  input: { workspaceId: string; subjectId?: string; limit?: number },
): Promise<RecordedFinding[]> =>
  listFindingRows(deps.db, input.workspaceId, { subjectId: input.subjectId, limit: input.limit ?? 50 });
