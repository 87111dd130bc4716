import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { saveSegment } from "./segment-queries.server";

/** Takes the segment off the lists. Its leads stay, and campaigns that name it still find them. */
export async function deleteSegment(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<void> {
  const now = deps.clock.now();
  await deps.transact(async (tx) => {
    if (!(await saveSegment(tx, workspaceId, segmentId, { updated_at: now, removed_at: now })))
      throw new DomainError("not_found", "segment_not_found", "There is no such segment.");
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "segment:delete",
      targetKind: "segment",
      targetId: segmentId,
    });
  });
}
