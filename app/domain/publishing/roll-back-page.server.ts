import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getPage } from "../pages/get-page.server";
import type { PublishedResult } from "./publication";
import { selectVersionDocument } from "./publication-queries.server";
import { publishDocument } from "./publish-page.server";

/** Publishes an earlier version's document again, as a new version that is judged again. The draft stays as it is. */
export async function rollBackPage(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; pageId: string; versionId: string },
): Promise<PublishedResult> {
  const page = await getPage(deps, input.workspaceId, input.pageId);
  const document = await selectVersionDocument(deps.db, input.workspaceId, page.id, input.versionId);
  if (!document) throw new DomainError("not_found", "version_not_found", "There is no such version.");
  return publishDocument(deps, actor, page, document, 0);
}
