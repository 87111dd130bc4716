import type { Executor } from "~db/schema/executor";
import { keptRevisions } from "./page";
import {
  deleteRevision,
  deleteRevisionsBefore,
  insertRevision,
  selectRevisions,
} from "./page-revision-queries.server";

const burstMs = 120_000;

/** Adds a saved document to the history; a burst of saves by one person leaves its newest. */
export async function keepRevision(
  tx: Executor,
  workspaceId: string,
  pageId: string,
  saved: { revision: number; document: string; savedBy: string; savedAt: number },
): Promise<void> {
  const earlier = await selectRevisions(tx, workspaceId, pageId, keptRevisions);
  const [last, before] = earlier;
  const inBurst =
    last !== undefined &&
    before !== undefined &&
    last.savedBy === saved.savedBy &&
    last.savedAt - before.savedAt < burstMs;
  if (inBurst) await deleteRevision(tx, workspaceId, pageId, last.revision);
  await insertRevision(tx, workspaceId, pageId, saved);
  const oldest = earlier[keptRevisions - 2];
  if (oldest) await deleteRevisionsBefore(tx, workspaceId, pageId, oldest.revision);
}
