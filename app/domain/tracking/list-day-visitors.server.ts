import type { Executor } from "~db/schema/executor";
import { selectDayVisitors } from "./visit-queries.server";

/** Who saw which version of a page since a moment, as visitor keys; people only, newest view last. */
export const listDayVisitors = (
  db: Executor,
  workspaceId: string,
  pageId: string,
  since: number,
  limit: number,
): Promise<{ visitorKey: string; pageVersionId: string }[]> =>
  selectDayVisitors(db, workspaceId, pageId, since, limit);
