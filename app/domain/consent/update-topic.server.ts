import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { readTopic, type TopicInput } from "./topic";
import { updateTopicRow } from "./topic-queries.server";

export async function updateTopic(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; topicId: string } & TopicInput,
): Promise<void> {
  const changes = readTopic(input);
  await deps.transact(async (tx) => {
    if (!(await updateTopicRow(tx, input.workspaceId, input.topicId, changes))) {
      throw new DomainError("not_found", "topic_not_found", "There is no such topic.");
    }
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "topic:update",
      targetKind: "topic",
      targetId: input.topicId,
      detail: { name: changes.name },
    });
  });
}
