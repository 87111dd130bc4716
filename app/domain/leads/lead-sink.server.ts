import { createGroupCommit, type GroupCommit } from "~/lib/group-commit";
import type { Deps } from "../deps";
import type { CaptureItem, CaptureResult } from "./capture";
import { captureLeads } from "./capture-leads.server";
import { isDuplicateKey, isUnavailable } from "./capture-queries.server";

export type LeadSink = GroupCommit<CaptureItem, CaptureResult>;

/** Another process made a lead of the same address meanwhile: the next try finds it. */
const duplicateTries = 4;

/**
 * Submissions that arrive together share one commit. When a batch fails for a reason that trying again cannot mend,
 * its items are stored singly, so that only the bad one fails.
 */
export function createLeadSink(deps: Deps): LeadSink {
  async function store(items: CaptureItem[], onWritten?: () => void): Promise<CaptureResult[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await deps.transact((tx) => captureLeads(deps, tx, items), { isBatch: true, onWritten });
      } catch (error) {
        if (attempt >= duplicateTries || !isDuplicateKey(error)) throw error;
      }
    }
  }

  return createGroupCommit<CaptureItem, CaptureResult>({
    maxBatch: 256,
    maxPending: 4096,
    // An embedded database has one writer: a second batch would wait for it with what it has, instead of growing.
    maxFlushes: deps.config.database.embedded ? 1 : 2,
    // Two batches at a time never hold the same person, nor the same submission twice.
    keyOf: (item) => item.workspaceId + (item.email.toLowerCase() || item.dedupeKey),
    async flush(items, written) {
      try {
        return await store(items, written);
      } catch (error) {
        if (isUnavailable(error)) throw error;
        deps.log.warn({ err: error, items: items.length }, "storing submissions singly");
        const results: (CaptureResult | Error)[] = [];
        for (const item of items) {
          results.push(
            await store([item])
              .then(([result]) => result as CaptureResult)
              .catch((fault: Error) => fault),
          );
        }
        return results;
      }
    },
  });
}
