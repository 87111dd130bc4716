import type { Deps } from "../deps";
import type { Page } from "./page";
import { selectPage, selectPageAtPath } from "./page-queries.server";

/** The page of a site under a path, whether it is public or not. */
export async function findPageAt(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
  path: string,
): Promise<Page | undefined> {
  const id = await selectPageAtPath(deps.db, workspaceId, siteId, path);
  return id === undefined ? undefined : selectPage(deps.db, workspaceId, id);
}
