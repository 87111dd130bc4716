import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { readTopic, type Topic, type TopicInput } from "./topic";
import { insertTopic } from "./topic-queries.server";

export async function createTopic(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string } & TopicInput,
): Promise<Topic> {
  const topic: Topic = {
    ...readTopic(input),
    id: deps.ids.next(),
    createdAt: deps.clock.now(),
  };
  await deps.transact(async (tx) => {
    await insertTopic(tx, input.workspaceId, topic);
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "topic:create",
      targetKind: "topic",
      targetId: topic.id,
      detail: { name: topic.name },
    });
  });
  return topic;
}
