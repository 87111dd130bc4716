import type { Executor } from "~db/schema/executor";
import { clearLiveVariants, setLiveVersion } from "./page-queries.server";

/** Says which version visitors see, in the transaction that publishes it. */
export const markPageLive = (
  tx: Executor,
  workspaceId: string,
  pageId: string,
  live: { versionId: string; revision: number },
): Promise<void> => setLiveVersion(tx, workspaceId, pageId, live);

/** Says that nothing is served any more, neither the page nor a variant of it. */
export async function markPageOffline(tx: Executor, workspaceId: string, pageId: string): Promise<void> {
  await clearLiveVariants(tx, workspaceId, pageId);
  await setLiveVersion(tx, workspaceId, pageId, { versionId: "", revision: 0 });
}
