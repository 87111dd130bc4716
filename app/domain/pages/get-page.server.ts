import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Page, PageSummary } from "./page";
import { selectPage, selectPageSummary } from "./page-queries.server";

const missing = () => new DomainError("not_found", "page_not_found", "There is no such page.");

/** Inside a transaction give it as `db`. */
export async function getPage(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  db: Executor = deps.db,
): Promise<Page> {
  const page = await selectPage(db, workspaceId, pageId);
  if (!page) throw missing();
  return page;
}

/** Without the document. */
export async function getPageSummary(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  db: Executor = deps.db,
): Promise<PageSummary> {
  const page = await selectPageSummary(db, workspaceId, pageId);
  if (!page) throw missing();
  return page;
}
