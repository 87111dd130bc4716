import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { readInput } from "../leads/read-input";
import { type Segment, type SegmentInput, segmentSchema } from "./segment";
import { findSegmentRow, saveSegment } from "./segment-queries.server";

/** What is left out stays as it is. */
export async function updateSegment(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  { workspaceId, segmentId, ...given }: { workspaceId: string; segmentId: string } & Partial<SegmentInput>,
): Promise<Segment> {
  const { name, filter } = readInput(segmentSchema.partial(), given, "segment_invalid");
  return deps.transact(async (tx) => {
    const before = await findSegmentRow(tx, workspaceId, segmentId);
    if (!before) throw new DomainError("not_found", "segment_not_found", "There is no such segment.");
    const after: Segment = {
      ...before,
      name: name ?? before.name,
      filter: filter ?? before.filter,
      updatedAt: deps.clock.now(),
    };
    await saveSegment(tx, workspaceId, segmentId, {
      name: after.name,
      filter: JSON.stringify(after.filter),
      updated_at: after.updatedAt,
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "segment:update",
      targetKind: "segment",
      targetId: segmentId,
      detail: { name: after.name },
    });
    return after;
  });
}
