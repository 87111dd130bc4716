import type { MailDocument } from "~builder/document/mail-document";
import { mailHasUnsubscribe } from "~builder/document/mail-text";
import type { Executor } from "~db/schema/executor";
import { type Finding, sortFindings } from "../acceptable-use/finding";
import { judgeMessage } from "../acceptable-use/judge-message";
import type { Deps } from "../deps";
import { findSender } from "../senders/find-sender.server";
import { mayCampaignsUse, type Sender } from "../senders/sender";
import type { Campaign } from "./campaign";
import { getCampaign, getCampaignDocument } from "./get-campaign.server";
import { type RenderedCampaign, renderCampaign } from "./render-campaign";

export interface CheckedCampaign {
  campaign: Campaign;
  sender: Sender | undefined;
  rendered: RenderedCampaign;
  /** Worst first; a blocking one keeps the campaign from being sent. */
  findings: Finding[];
}

/** Everything that speaks against sending this draft, each with the way to mend it. */
export async function checkCampaign(
  deps: Pick<Deps, "db">,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
  db: Executor = deps.db,
): Promise<CheckedCampaign> {
  const campaign = await getCampaign(deps, workspaceId, campaignId, db);
  const document = await getCampaignDocument(deps, workspaceId, campaignId, db);
  const sender = await findSender(db, workspaceId, campaign.senderId);
  const rendered = renderCampaign(document, campaign);
  const findings = sortFindings([
    ...judgeChoices(campaign, sender),
    ...judgeContent(campaign, rendered, document, sender),
  ]);
  return { campaign, sender, rendered, findings };
}

function judgeChoices(campaign: Campaign, sender: Sender | undefined): Finding[] {
  const findings: Finding[] = [];
  if (!campaign.subject) {
    findings.push({
      rule: "mail.subject-missing",
      severity: "block",
      message: "The campaign has no subject.",
      evidence: "Subject: empty",
      remedy: "Say in a few words what the message is about.",
    });
  }
  if (!sender) {
    findings.push({
      rule: "mail.sender-missing",
      severity: "block",
      message: "The campaign has no sender.",
      evidence: "Sender: none chosen",
      remedy: "Choose who the message comes from, or set up a sender first.",
    });
  } else if (!mayCampaignsUse(sender)) {
    findings.push({
      rule: "mail.sender-unverified",
      severity: "block",
      message: `The domain of ${sender.fromEmail} has not been verified yet.`,
      evidence: sender.fromEmail,
      remedy: "Enter the DNS records that the sender's page shows, then check them there.",
    });
  }
  return findings;
}

function judgeContent(
  { subject }: Pick<Campaign, "subject">,
  rendered: RenderedCampaign,
  document: MailDocument,
  sender: Sender | undefined,
): Finding[] {
  const findings = judgeMessage({
    subject: rendered.subject,
    html: rendered.html,
    text: rendered.text,
    links: rendered.links,
    fromName: sender?.fromName ?? "",
    fromEmail: sender?.fromEmail ?? "",
    postalAddress: sender?.postalAddress ?? "",
    hasUnsubscribe: mailHasUnsubscribe(document),
  });
  // What is missing altogether is said once: not also of its address, or as an empty line of the message.
  const saidAlready = [...(sender ? [] : ["mail.postal-address"]), ...(subject ? [] : ["mail.subject"])];
  return findings.filter(({ rule }) => !saidAlready.includes(rule));
}
