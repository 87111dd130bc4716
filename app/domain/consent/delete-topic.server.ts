import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { deleteTopicRow } from "./topic-queries.server";

/** Suppressions of the topic stay: links in old mail keep their meaning. */
export async function deleteTopic(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; topicId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    if (!(await deleteTopicRow(tx, input.workspaceId, input.topicId))) {
      throw new DomainError("not_found", "topic_not_found", "There is no such topic.");
    }
    await recordAudit(deps, tx, {
      workspaceId: input.workspaceId,
      actor,
      action: "topic:delete",
      targetKind: "topic",
      targetId: input.topicId,
    });
  });
}
