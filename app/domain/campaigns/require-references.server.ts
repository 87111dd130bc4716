import type { Executor } from "~db/schema/executor";
import { findTopic } from "../consent/list-topics.server";
import { DomainError } from "../domain-error";
import { findSegment } from "../segments/list-segments.server";
import { findSender } from "../senders/find-sender.server";
import type { CampaignFields } from "./campaign";

type References = Pick<CampaignFields, "senderId" | "topicId" | "segmentId">;

const none: References = { senderId: "", topicId: "", segmentId: "" };

/** Whatever a campaign names newly must be there, in its own workspace. */
export async function requireReferences(
  db: Executor,
  workspaceId: string,
  given: References,
  present: References = none,
): Promise<void> {
  const fields: Record<string, string> = {};
  const isNew = (name: keyof References) => given[name] !== "" && given[name] !== present[name];
  if (isNew("senderId") && !(await findSender(db, workspaceId, given.senderId))) {
    fields.senderId = "There is no such sender.";
  }
  if (isNew("topicId") && !(await findTopic({ db }, workspaceId, given.topicId))) {
    fields.topicId = "There is no such topic.";
  }
  if (isNew("segmentId") && !(await findSegment({ db }, workspaceId, given.segmentId))) {
    fields.segmentId = "There is no such segment.";
  }
  if (Object.keys(fields).length === 0) return;
  throw new DomainError("invalid", "campaign_invalid", "The campaign was not saved. See what is marked.", {
    fields,
  });
}
