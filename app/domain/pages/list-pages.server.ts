import type { Deps } from "../deps";
import type { PageSummary } from "./page";
import { selectPages } from "./page-queries.server";

export interface PageListing {
  pages: PageSummary[];
  nextCursor: string | undefined;
}

/** Newest first. `q` looks in titles and paths. */
export async function listPages(
  deps: Deps,
  workspaceId: string,
  filter: { siteId?: string; q?: string; removed?: boolean; cursor?: string; limit?: number } = {},
): Promise<PageListing> {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const found = await selectPages(deps.db, workspaceId, {
    ...filter,
    q: filter.q?.trim().slice(0, 100),
    limit: limit + 1,
  });
  const pages = found.slice(0, limit);
  return { pages, nextCursor: found.length > limit ? pages.at(-1)?.id : undefined };
}
