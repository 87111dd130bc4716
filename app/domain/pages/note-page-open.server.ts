import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { getPageSummary } from "./get-page.server";
import { deleteEditor, deleteEditorsBefore, putEditor, selectEditors } from "./page-editor-queries.server";
import { selectRevisions } from "./page-revision-queries.server";

type Member = Extract<Actor, { kind: "member" }>;
type Input = { workspaceId: string; pageId: string; tabId: string };

/** A tab that said nothing for this long is taken for closed. */
const silentMs = 50_000;
const forgottenMs = 10 * 60_000;

export interface PagePresence {
  /** Accounts that have the page open in another tab; the own account counts when it is one of those. */
  others: string[];
  /** The newest save and whose it is. */
  revision: number;
  savedAt: number;
  savedBy: string;
}

/** Says that a tab has the page open, and learns who else has it and whether somebody saved. */
export async function notePageOpen(deps: Deps, actor: Member, input: Input): Promise<PagePresence> {
  const { workspaceId, pageId, tabId } = input;
  const page = await getPageSummary(deps, workspaceId, pageId);
  const now = deps.clock.now();
  await putEditor(deps.db, { workspaceId, pageId, tabId, accountId: actor.accountId, seenAt: now });
  const open = await selectEditors(deps.db, workspaceId, pageId, now - silentMs);
  const [last] = await selectRevisions(deps.db, workspaceId, pageId, 1);
  return {
    others: [...new Set(open.filter((row) => row.tab_id !== tabId).map((row) => row.account_id))],
    revision: page.revision,
    savedAt: page.updatedAt,
    savedBy: last?.savedBy ?? "",
  };
}

export const notePageClosed = (deps: Pick<Deps, "db">, { workspaceId, pageId, tabId }: Input) =>
  deleteEditor(deps.db, workspaceId, pageId, tabId);

/** Recurring: forgets tabs that were closed without a word. */
export async function forgetClosedEditors(deps: Pick<Deps, "db" | "clock">): Promise<void> {
  await deleteEditorsBefore(deps.db, deps.clock.now() - forgottenMs);
}
