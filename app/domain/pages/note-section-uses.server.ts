import { storedId } from "~/lib/ids";
import type { PageDocument } from "~builder/document/page-document";
import { listSectionUses } from "~builder/document/saved-sections";
import type { Executor } from "~db/schema/executor";
import { deleteIdleUses, putUses, selectUsesOfPage } from "./section-use-queries.server";

type State = { inDraft: boolean; liveRevision: number };

const usesIn = (document: PageDocument): Map<string, number> =>
  new Map(
    listSectionUses(document).flatMap(({ id, revision }): [string, number][] => {
      const stored = storedId("section", id);
      return stored ? [[stored, revision]] : [];
    }),
  );

async function change(
  tx: Executor,
  workspaceId: string,
  pageId: string,
  found: ReadonlyMap<string, number>,
  next: (before: State, revision: number | undefined) => State,
): Promise<void> {
  const rows = await selectUsesOfPage(tx, workspaceId, pageId);
  const before = new Map(
    rows.map((row) => [row.section_id, { inDraft: row.in_draft === 1, liveRevision: row.live_revision }]),
  );
  const ids = [...new Set([...before.keys(), ...found.keys()])];
  if (ids.length === 0) return;
  const uses = ids.map((sectionId) => ({
    sectionId,
    ...next(before.get(sectionId) ?? { inDraft: false, liveRevision: 0 }, found.get(sectionId)),
  }));
  await putUses(tx, workspaceId, pageId, uses);
  await deleteIdleUses(tx, workspaceId, pageId);
}

/** Remembers which saved sections the draft shows, in the transaction that saves it. */
export const noteDraftSections = (
  tx: Executor,
  workspaceId: string,
  pageId: string,
  document: PageDocument,
): Promise<void> =>
  change(tx, workspaceId, pageId, usesIn(document), (before, revision) => ({
    ...before,
    inDraft: revision !== undefined,
  }));

/** Remembers which state of which saved sections visitors see, in the transaction that publishes; none when offline. */
export const noteLiveSections = (
  tx: Executor,
  workspaceId: string,
  pageId: string,
  document: PageDocument | undefined,
): Promise<void> =>
  change(tx, workspaceId, pageId, document ? usesIn(document) : new Map(), (before, revision) => ({
    ...before,
    liveRevision: revision ?? 0,
  }));
