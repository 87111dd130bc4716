import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { actorWorkspace } from "./actor-workspace";
import { createPage } from "./create-page.server";
import { getPage } from "./get-page.server";
import type { Page } from "./page";
import { maxPathLength } from "./page-path";
import { selectPageAtPath } from "./page-queries.server";

const copies = 50;

/** A draft with the same document under the next free address. */
export async function duplicatePage(
  deps: Deps,
  actor: Actor,
  input: { workspaceId?: string; pageId: string },
): Promise<Page> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  const page = await getPage(deps, workspaceId, input.pageId);
  const stem = (page.path === "/" ? "/home" : page.path).slice(0, maxPathLength - 8);
  for (let count = 1; count <= copies; count += 1) {
    const path = count === 1 ? `${stem}-copy` : `${stem}-copy-${count}`;
    if (await selectPageAtPath(deps.db, workspaceId, page.siteId, path)) continue;
    return createPage(deps, actor, {
      workspaceId,
      siteId: page.siteId,
      path,
      title: `${page.title.slice(0, 190)} (copy)`,
      description: page.description,
      language: page.language,
      document: page.document,
    });
  }
  throw new DomainError("limit", "too_many_copies", "There are 50 copies of this page. Remove some first.");
}
