import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { readInput } from "../leads/read-input";
import { type Segment, type SegmentInput, segmentSchema } from "./segment";
import { insertSegment } from "./segment-queries.server";

export async function createSegment(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  { workspaceId, ...given }: { workspaceId: string } & SegmentInput,
): Promise<Segment> {
  const { name, filter } = readInput(segmentSchema, given, "segment_invalid");
  const now = deps.clock.now();
  const segment: Segment = { id: deps.ids.next(), name, filter, createdAt: now, updatedAt: now };
  await deps.transact(async (tx) => {
    await insertSegment(tx, workspaceId, segment);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "segment:create",
      targetKind: "segment",
      targetId: segment.id,
      detail: { name },
    });
  });
  return segment;
}
