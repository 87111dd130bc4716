import type { Tx } from "~db/schema/executor";
import { noFigures, slotOf } from "./figures";
import { addRolledLead, findRolledUntil } from "./rollup-queries.server";
import { findAcceptedSubmission } from "./slot-queries.server";

/** A submission accepted after its slot was counted is added to it. Call once for each acceptance. */
export async function countLateLead(
  tx: Tx,
  { workspaceId, submissionId }: { workspaceId: string; submissionId: string },
): Promise<void> {
  const submission = await findAcceptedSubmission(tx, workspaceId, submissionId);
  const rolled = (await findRolledUntil(tx, workspaceId)) ?? 0;
  if (!submission || submission.at >= rolled) return;
  const { pageId, at } = submission;
  await addRolledLead(tx, workspaceId, { ...noFigures, pageId, slot: slotOf(at), leads: 1 });
}
