import { publicId } from "~/lib/ids";
import type { Deps } from "../deps";
import { findLeads } from "../leads/find-leads.server";
import { testType, type WebhookDelivery } from "./webhook-endpoint";

/** What a message says. Ids are queued; what they stand for is read now, so that nobody who was erased is sent. */
async function dataOf(
  deps: Pick<Deps, "db">,
  { workspaceId, type, payload, endpointId }: WebhookDelivery,
): Promise<Record<string, unknown>> {
  const { leadId = "", submissionId = "", pageId = "", versionId = "", campaignId = "" } = payload;
  switch (type) {
    case "lead.captured": {
      const [lead] = await findLeads(deps, workspaceId, [leadId]);
      return {
        lead_id: publicId("lead", leadId),
        submission_id: publicId("submission", submissionId),
        lead: lead ? { email: lead.email, name: lead.name, fields: lead.fields } : null,
      };
    }
    case "lead.deleted":
    case "consent.confirmed":
      return { lead_id: publicId("lead", leadId) };
    case "recipient.unsubscribed":
      return {
        address_hash: payload.addressHash ?? "",
        topic_id: payload.topicId ? publicId("topic", payload.topicId) : null,
      };
    case "page.published":
      return { page_id: publicId("page", pageId), version_id: publicId("version", versionId) };
    case "page.unpublished":
      return { page_id: publicId("page", pageId) };
    case "campaign.sent":
      return { campaign_id: publicId("campaign", campaignId) };
    case "testimonial.agreed":
    case "testimonial.declined":
    case "testimonial.withdrawn":
      return { testimonial_id: publicId("testimonial", payload.testimonialId ?? "") };
    case testType:
      return { endpoint_id: publicId("webhook", endpointId) };
    default:
      return {};
  }
}

export async function webhookBody(deps: Pick<Deps, "db">, delivery: WebhookDelivery): Promise<string> {
  return JSON.stringify({
    type: delivery.type,
    timestamp: new Date(delivery.createdAt).toISOString(),
    data: await dataOf(deps, delivery),
  });
}
