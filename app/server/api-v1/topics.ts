import { z } from "zod";
import { createTopic } from "~/domain/consent/create-topic.server";
import { deleteTopic } from "~/domain/consent/delete-topic.server";
import { listTopics } from "~/domain/consent/list-topics.server";
import type { Topic } from "~/domain/consent/topic";
import { updateTopic } from "~/domain/consent/update-topic.server";
import type { Deps } from "~/domain/deps";
import { DomainError } from "~/domain/domain-error";
import { publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageOfRows } from "./page-of-rows";

const topicAnswer = z.object({
  id: shownId("topic"),
  name: z.string(),
  description: z.string(),
  created_at: shownTime,
});

const show = (topic: Topic) => ({
  id: publicId("topic", topic.id),
  name: topic.name,
  description: topic.description,
  created_at: time(topic.createdAt),
});

const params = z.object({ topic: idField("topic") });

async function getTopic(deps: Pick<Deps, "db">, workspaceId: string, topicId: string): Promise<Topic> {
  const found = (await listTopics(deps, workspaceId)).find(({ id }) => id === topicId);
  if (!found) throw new DomainError("not_found", "topic_not_found", "There is no such topic.");
  return found;
}

export const topics: ApiNoun = {
  name: "Topics",
  description:
    "A topic is a kind of mail that people can choose. Unsubscribing from a campaign with a topic stops that topic.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/topics",
      scope: "campaigns:read",
      summary: "List topics",
      query: listQuery,
      answer: listOf(topicAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const { rows, nextCursor } = pageOfRows("topic", await listTopics(deps, workspaceId), query);
        return { body: { data: rows.map(show), next_cursor: nextCursor } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/topics",
      scope: "campaigns:write",
      summary: "Make a topic",
      body: z.strictObject({
        name: z.string().trim().min(1, "Give the topic a name.").max(300),
        description: z.string().max(1000).default(""),
      }),
      answer: topicAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, body }) => {
        const made = await createTopic(deps, actor, { workspaceId, ...body });
        return { body: show(made), location: `/topics/${publicId("topic", made.id)}` };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/topics/:topic",
      scope: "campaigns:read",
      summary: "See a topic",
      params,
      answer: topicAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "topics", key: { id: params.topic } }],
      run: async ({ deps, workspaceId, params: { topic } }) => ({
        body: show(await getTopic(deps, workspaceId, topic)),
      }),
    }),
    apiRoute({
      method: "PATCH",
      path: "/topics/:topic",
      scope: "campaigns:write",
      summary: "Change a topic",
      params,
      body: z
        .strictObject({
          name: z.string().trim().min(1, "Give the topic a name.").max(300),
          description: z.string().max(1000),
        })
        .partial(),
      answer: topicAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params: { topic: topicId }, body }) => {
        const { name, description } = await getTopic(deps, workspaceId, topicId);
        await updateTopic(deps, actor, { workspaceId, topicId, name, description, ...body });
        return { body: show(await getTopic(deps, workspaceId, topicId)) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/topics/:topic",
      scope: "campaigns:write",
      summary: "Delete a topic; who stopped it stays without its mail",
      params,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params: { topic: topicId } }) => {
        await deleteTopic(deps, actor, { workspaceId, topicId });
        return {};
      },
    }),
  ],
};
