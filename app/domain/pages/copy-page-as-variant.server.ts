import type { Executor } from "~db/schema/executor";
import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import { noteFileUses } from "../files/note-file-uses.server";
import { requireEditableWorkspace } from "./check-page-change.server";
import { getPage } from "./get-page.server";
import { keepRevision } from "./keep-revision.server";
import type { Page } from "./page";
import { insertPage } from "./page-queries.server";

/** A copy that is edited like a page and shown only in its page's place. It stands in no list of pages. */
export async function copyPageAsVariant(
  deps: Pick<Deps, "db" | "ids" | "clock">,
  tx: Executor,
  actor: Actor,
  input: { workspaceId: string; pageId: string; fromPageId: string },
): Promise<Page> {
  const { workspaceId } = input;
  await requireEditableWorkspace(tx, workspaceId);
  const from = await getPage(deps, workspaceId, input.fromPageId, tx);
  const now = deps.clock.now();
  const copy: Page = {
    ...from,
    id: deps.ids.next(),
    variantOf: input.pageId,
    revision: 1,
    state: "draft",
    liveVersionId: "",
    createdAt: now,
    updatedAt: now,
    removedAt: undefined,
  };
  const document = JSON.stringify(copy.document);
  await insertPage(tx, copy, document);
  const saved = { revision: 1, document, savedBy: actorId(actor), savedAt: now };
  await keepRevision(tx, workspaceId, copy.id, saved);
  await noteFileUses(tx, workspaceId, { kind: "page", id: copy.id }, document);
  return copy;
}
