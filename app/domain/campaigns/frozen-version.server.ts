import type { Executor } from "~db/schema/executor";
import { findVersionRow } from "./campaign-queries.server";
import type { RenderedCampaign } from "./render-campaign";

/** The sender as it was when the campaign was started. */
export interface FrozenSender {
  fromName: string;
  fromEmail: string;
  replyTo: string;
  postalAddress: string;
}

/** What was frozen at the start: later changes of sender or content do not reach it. */
export interface FrozenVersion extends RenderedCampaign {
  id: string;
  campaignId: string;
  topicId: string;
  sender: FrozenSender;
}

export async function findFrozenVersion(
  db: Executor,
  workspaceId: string,
  versionId: string,
): Promise<FrozenVersion | undefined> {
  const row = await findVersionRow(db, workspaceId, versionId);
  return (
    row && {
      id: row.id,
      campaignId: row.campaign_id,
      topicId: row.topic_id,
      subject: row.subject,
      html: row.html,
      text: row.text,
      links: JSON.parse(row.links) as string[],
      sender: JSON.parse(row.sender) as FrozenSender,
    }
  );
}
