import type { Tx } from "~db/schema/executor";
import { findLeadFact } from "./fact-queries.server";
import { selectProgress } from "./progress-queries.server";
import { addRollups } from "./rollup-queries.server";
import { addShareRows } from "./share-queries.server";
import { Tally } from "./tally";

/** A submission accepted after its time was counted is added there. Call once for each acceptance. */
export async function countLateLead(
  tx: Tx,
  { workspaceId, submissionId }: { workspaceId: string; submissionId: string },
): Promise<void> {
  const found = await findLeadFact(tx, workspaceId, submissionId);
  if (!found) return;
  const { pageId, lead } = found;
  const progress = (await selectProgress(tx, workspaceId, [pageId])).get(pageId);
  if (!progress || lead.at >= progress.rolledUntil) return;
  const tally = new Tally(progress.zone);
  tally.addLead(lead);
  await addRollups(tx, workspaceId, pageId, tally.slots);
  await addShareRows(tx, workspaceId, pageId, tally.shares());
}
