import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Segment } from "./segment";
import { findSegmentRow, listSegmentRows } from "./segment-queries.server";

/** By name; at most 500. */
export const listSegments = (deps: Pick<Deps, "db">, workspaceId: string): Promise<Segment[]> =>
  listSegmentRows(deps.db, workspaceId);

export const findSegment = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  segmentId: string,
): Promise<Segment | undefined> => findSegmentRow(deps.db, workspaceId, segmentId);

/** `removed`: campaigns that name a removed segment still find its people. */
export async function getSegment(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  segmentId: string,
  options: { removed?: boolean } = {},
): Promise<Segment> {
  const segment = await findSegmentRow(deps.db, workspaceId, segmentId, options);
  if (!segment) throw new DomainError("not_found", "segment_not_found", "There is no such segment.");
  return segment;
}
