import { type MailDocument, parseMailDocument } from "~builder/document/mail-document";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Campaign } from "./campaign";
import { findCampaignRow, findDocument } from "./campaign-queries.server";

const missing = () => new DomainError("not_found", "campaign_not_found", "There is no such campaign.");

export async function getCampaign(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  campaignId: string,
  db: Executor = deps.db,
): Promise<Campaign> {
  const campaign = await findCampaignRow(db, workspaceId, campaignId);
  if (!campaign) throw missing();
  return campaign;
}

export async function getCampaignDocument(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  campaignId: string,
  db: Executor = deps.db,
): Promise<MailDocument> {
  const document = await findDocument(db, workspaceId, campaignId);
  if (document === undefined) throw missing();
  return parseMailDocument(JSON.parse(document));
}
