import type { PageDocument } from "~builder/document/page-document";
import type { Executor } from "~db/schema/executor";
import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { noteFileUses } from "../files/note-file-uses.server";
import { keepRevision } from "./keep-revision.server";
import type { Page } from "./page";
import { savePageChanges } from "./page-queries.server";

/** Saves another document and its words as the page's next revision, inside a transaction. The revision. */
export async function replaceDocument(
  deps: Pick<Deps, "clock">,
  tx: Executor,
  actor: Actor,
  page: Page,
  by: { document: PageDocument; title: string; description: string; language: string },
): Promise<number> {
  const { workspaceId } = page;
  const document = JSON.stringify(by.document);
  const now = deps.clock.now();
  const { title, description, language } = by;
  const changes = { document, title, description, language };
  if (!(await savePageChanges(tx, workspaceId, page.id, { revision: page.revision, changes, now }))) {
    throw new DomainError(
      "conflict",
      "page_changed",
      "Someone saved this page in the meantime. Look at it, then try again.",
    );
  }
  const revision = page.revision + 1;
  await keepRevision(tx, workspaceId, page.id, { revision, document, savedBy: actorId(actor), savedAt: now });
  await noteFileUses(tx, workspaceId, { kind: "page", id: page.id }, document);
  return revision;
}
