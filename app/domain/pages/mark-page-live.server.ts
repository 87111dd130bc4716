import type { Executor } from "~db/schema/executor";
import { setLiveVersion } from "./page-queries.server";

/** Says which version visitors see, in the transaction that publishes it. */
export const markPageLive = (
  tx: Executor,
  workspaceId: string,
  pageId: string,
  live: { versionId: string; revision: number },
): Promise<void> => setLiveVersion(tx, workspaceId, pageId, live);

/** Says that nothing is served any more. */
export const markPageOffline = (tx: Executor, workspaceId: string, pageId: string): Promise<void> =>
  setLiveVersion(tx, workspaceId, pageId, { versionId: "", revision: 0 });
