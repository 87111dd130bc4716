import { type Finding, isBlocked } from "../acceptable-use/finding";
import { recordFindings } from "../acceptable-use/record-findings.server";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { listEditions, listExperiments } from "../experiments/get-experiment.server";
import { getPageSummary } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { judgePublication } from "./judge-publication.server";
import { selectLiveVersions, selectVersionDocument } from "./publication-queries.server";
import { unpublishPage } from "./unpublish-page.server";

const pageSize = 50;
const checker: Actor = { kind: "system", reason: "The rules of acceptable use were applied again" };

/**
 * Judges what is public by the rules of today. A page they forbid goes offline, with the findings as proof.
 * The number of pages taken off.
 */
export async function recheckPublications(deps: Deps): Promise<number> {
  let after = { workspaceId: "", pageId: "" };
  let removed = 0;
  for (;;) {
    const live = await selectLiveVersions(deps.db, after, pageSize);
    for (const { workspaceId, pageId, versionId } of live) {
      if (await recheck(deps, workspaceId, pageId, versionId)) removed += 1;
      // Judging takes the main thread for a while; requests go in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const last = live.at(-1);
    if (!last || live.length < pageSize) return removed;
    after = last;
  }
}

/** What visitors are divided among besides the page, while an experiment runs. */
async function listVariedVersions(deps: Deps, workspaceId: string, pageId: string): Promise<string[]> {
  const running = (await listExperiments(deps, workspaceId, pageId)).find(({ state }) => state === "running");
  const editions = running ? await listEditions(deps.db, workspaceId, running.id) : [];
  return editions.at(-1)?.allocation.map(({ versionId }) => versionId) ?? [];
}

async function recheck(deps: Deps, workspaceId: string, pageId: string, versionId: string): Promise<boolean> {
  const workspace = await getWorkspace(deps.db, workspaceId);
  const page = await getPageSummary(deps, workspaceId, pageId);
  const findings: Finding[] = [];
  for (const shown of new Set([versionId, ...(await listVariedVersions(deps, workspaceId, pageId))])) {
    const document = await selectVersionDocument(deps.db, workspaceId, pageId, shown);
    if (document) findings.push(...judgePublication(workspace, page.language, document));
  }
  if (!isBlocked(findings)) return false;
  await deps.transact(async (tx) => {
    await recordFindings(deps, tx, { workspaceId, subjectKind: "page", subjectId: pageId, findings });
    await unpublishPage(deps, checker, { workspaceId, pageId }, tx);
  });
  deps.log.warn({ workspaceId, pageId, rules: findings.map(({ rule }) => rule) }, "page taken off");
  return true;
}
