import type { Deps } from "../deps";
import { getLead } from "../leads/get-lead.server";
import { findSender } from "../senders/find-sender.server";
import { getCampaign, getCampaignDocument } from "./get-campaign.server";
import { type Person, personalise } from "./personalise";
import { renderCampaign } from "./render-campaign";

export const samplePerson: Person = { name: "Ada Lovelace", email: "ada@example.org", fields: "{}" };

/** A message as one lead would get it; links lead nowhere personal. */
export async function previewCampaign(
  deps: Pick<Deps, "db">,
  { workspaceId, campaignId, leadId }: { workspaceId: string; campaignId: string; leadId?: string },
): Promise<{ subject: string; html: string; text: string; to: string }> {
  const campaign = await getCampaign(deps, workspaceId, campaignId);
  const document = await getCampaignDocument(deps, workspaceId, campaignId);
  const sender = await findSender(deps.db, workspaceId, campaign.senderId);
  const lead = leadId ? await getLead(deps, workspaceId, leadId) : undefined;
  const person = lead
    ? { name: lead.name, email: lead.email, fields: JSON.stringify(lead.fields) }
    : samplePerson;
  const view = personalise(
    renderCampaign(document, campaign),
    sender?.postalAddress ?? "Your postal address stands here, once a sender is chosen.",
    person,
    { unsubscribe: "#unsubscribe", preferences: "#preferences" },
  );
  return { ...view, to: person.email };
}
