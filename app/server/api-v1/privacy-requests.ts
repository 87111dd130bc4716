import { z } from "zod";
import { listPrivacyRequests } from "~/domain/privacy/list-privacy-requests.server";
import { publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const privacyRequest = z.object({
  id: shownId("request"),
  kind: z.enum(["access", "correction", "erasure", "restriction", "portability", "objection"]),
  email: z.string(),
  name: z.string(),
  message: z.string(),
  state: z.enum(["open", "done", "refused"]),
  created_at: shownTime,
  due_at: shownTime.nullable(),
  closed_at: shownTime.nullable(),
  answer: z.string(),
});

export const privacyRequests: ApiNoun = {
  name: "Privacy requests",
  description: "What people asked about their data at /privacy-request, once their mailbox has confirmed it.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/privacy_requests",
      scope: "leads:read",
      summary: "List requests, newest first",
      query: listQuery.extend({ cursor: idField("request").optional() }),
      answer: listOf(privacyRequest),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const { rows, nextCursor } = await listPrivacyRequests(deps, workspaceId, query);
        const data = rows.map((row) => ({
          id: publicId("request", row.id),
          kind: row.kind,
          email: row.email,
          name: row.name,
          message: row.message,
          state: row.state === "unconfirmed" ? ("open" as const) : row.state,
          created_at: time(row.createdAt),
          due_at: timeOrNull(row.dueAt),
          closed_at: timeOrNull(row.closedAt),
          answer: row.answer,
        }));
        return { body: { data, next_cursor: nextCursor ? publicId("request", nextCursor) : null } };
      },
    }),
  ],
};
