import { z } from "zod";
import { listSuppressions } from "~/domain/suppression/list-suppressions.server";
import { suppressEmail } from "~/domain/suppression/suppress-email.server";
import { givenReasons, type Suppression } from "~/domain/suppression/suppression";
import { idOrNull, listOf, listQuery, optionalId, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const suppressionAnswer = z.object({
  address_hash: z
    .string()
    .meta({ description: "Keyed hash of the address; the address itself is not kept." }),
  topic_id: shownId("topic").nullable().meta({ description: "null: all marketing." }),
  reason: z.string(),
  source: z.string(),
  created_at: shownTime,
  lifted_at: shownTime.nullable(),
});

const show = (suppression: Suppression) => ({
  address_hash: suppression.addressHash,
  topic_id: idOrNull("topic", suppression.topicId),
  reason: suppression.reason,
  source: suppression.source,
  created_at: time(suppression.createdAt),
  lifted_at: timeOrNull(suppression.liftedAt),
});

export const suppressions: ApiNoun = {
  name: "Suppressions",
  description: "Who must not be written to. Only the person can lift one; the API never does.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/suppressions",
      scope: "suppressions:read",
      summary: "List opt-outs, or those of one address",
      query: listQuery.extend({ email: z.string().max(600).optional() }),
      answer: listOf(suppressionAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const found = await listSuppressions(deps, workspaceId, query);
        return { body: { data: found.rows.map(show), next_cursor: found.nextCursor ?? null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/suppressions",
      scope: "suppressions:write",
      summary: "Record that somebody must not be written to",
      description: "200 instead of 201 when it was recorded before.",
      body: z.strictObject({
        email: z.string().max(600),
        topic_id: optionalId("topic"),
        reason: z.enum(givenReasons).default("staff"),
        note: z.string().max(500).default(""),
      }),
      answer: suppressionAnswer,
      status: 201,
      alsoStatus: { 200: "It was recorded before." },
      run: async ({ deps, actor, workspaceId, body }) => {
        const { email, topic_id: topicId, reason, note } = body;
        const made = await suppressEmail(deps, actor, { workspaceId, email, topicId, reason, note });
        const { rows } = await listSuppressions(deps, workspaceId, { email, limit: 200 });
        const row = rows.find((each) => each.topicId === topicId && each.addressHash === made.addressHash);
        if (!row) throw new Error("The suppression just recorded cannot be read");
        return { body: show(row), status: made.changed ? 201 : 200 };
      },
    }),
  ],
};
