import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { unremoveSegment } from "./segment-queries.server";

/** Puts a removed segment back on the lists. */
export async function restoreSegment(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  { workspaceId, segmentId }: { workspaceId: string; segmentId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    if (!(await unremoveSegment(tx, workspaceId, segmentId, deps.clock.now())))
      throw new DomainError("not_found", "segment_not_found", "There is no such removed segment.");
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "segment:restore",
      targetKind: "segment",
      targetId: segmentId,
    });
  });
}
