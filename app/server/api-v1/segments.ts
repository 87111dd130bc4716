import { z } from "zod";
import type { Deps } from "~/domain/deps";
import { DomainError } from "~/domain/domain-error";
import { createSegment } from "~/domain/segments/create-segment.server";
import { deleteSegment } from "~/domain/segments/delete-segment.server";
import { listSegments } from "~/domain/segments/list-segments.server";
import type { Segment } from "~/domain/segments/segment";
import { updateSegment } from "~/domain/segments/update-segment.server";
import { publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageOfRows } from "./page-of-rows";
import { segmentFilterField, showSegmentFilter } from "./segment-filter";

const segmentAnswer = z.object({
  id: shownId("segment"),
  name: z.string(),
  filter: z.record(z.string(), z.unknown()),
  created_at: shownTime,
  updated_at: shownTime,
});

const show = (segment: Segment) => ({
  id: publicId("segment", segment.id),
  name: segment.name,
  filter: showSegmentFilter(segment.filter),
  created_at: time(segment.createdAt),
  updated_at: time(segment.updatedAt),
});

const params = z.object({ segment: idField("segment") });

async function getSegment(deps: Pick<Deps, "db">, workspaceId: string, segmentId: string) {
  const found = (await listSegments(deps, workspaceId)).find(({ id }) => id === segmentId);
  if (!found) throw new DomainError("not_found", "segment_not_found", "There is no such segment.");
  return found;
}

export const segments: ApiNoun = {
  name: "Segments",
  description: "A segment is a saved choice of leads; who belongs to it is found anew each time.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/segments",
      scope: "leads:read",
      summary: "List segments",
      query: listQuery,
      answer: listOf(segmentAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const { rows, nextCursor } = pageOfRows("segment", await listSegments(deps, workspaceId), query);
        return { body: { data: rows.map(show), next_cursor: nextCursor } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/segments",
      scope: "leads:write",
      summary: "Make a segment",
      body: z.strictObject({ name: z.string().max(300), filter: segmentFilterField }),
      answer: segmentAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, body }) => {
        const made = await createSegment(deps, actor, { workspaceId, ...body });
        return { body: show(made), location: `/segments/${publicId("segment", made.id)}` };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/segments/:segment",
      scope: "leads:read",
      summary: "See a segment",
      params,
      answer: segmentAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "segments", key: { id: params.segment } }],
      run: async ({ deps, workspaceId, params: { segment } }) => ({
        body: show(await getSegment(deps, workspaceId, segment)),
      }),
    }),
    apiRoute({
      method: "PATCH",
      path: "/segments/:segment",
      scope: "leads:write",
      summary: "Change a segment",
      params,
      body: z.strictObject({ name: z.string().max(300), filter: segmentFilterField }).partial(),
      answer: segmentAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params: { segment: segmentId }, body }) => ({
        body: show(await updateSegment(deps, actor, { workspaceId, segmentId, ...body })),
      }),
    }),
    apiRoute({
      method: "DELETE",
      path: "/segments/:segment",
      scope: "leads:write",
      summary: "Delete a segment; its leads stay",
      params,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params: { segment: segmentId } }) => {
        await deleteSegment(deps, actor, { workspaceId, segmentId });
        return {};
      },
    }),
  ],
};
