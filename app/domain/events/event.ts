import { z } from "zod";

/** News that travels upward, written in the transaction of the change. Ids only. */
export const eventTypes = {
  /** Left, was taken out, or has another role now. */
  "member.changed": z.object({ accountId: z.string() }),
  "account.registered": z.object({ accountId: z.string() }),
  /** Submissions that were stored together, with the leads they became part of. */
  "leads.captured": z.object({
    captured: z.array(z.object({ leadId: z.string(), submissionId: z.string() })),
  }),
  "lead.erased": z.object({ leadId: z.string(), addressHash: z.string().optional() }),
  /** A form promised a file by mail. */
  "download.requested": z.object({ submissionId: z.string() }),
  /** By a person, out of quarantine. */
  "submission.accepted": z.object({ submissionId: z.string() }),
  "consent.confirmed": z.object({ leadId: z.string() }),
  "recipient.unsubscribed": z.object({ addressHash: z.string(), topicId: z.string() }),
  "page.published": z.object({ pageId: z.string(), versionId: z.string() }),
  "page.unpublished": z.object({ pageId: z.string() }),
  "campaign.delivered": z.object({ campaignId: z.string() }),
  "testimonial.agreed": z.object({ testimonialId: z.string() }),
  "testimonial.declined": z.object({ testimonialId: z.string() }),
  /** What pages show of the quoted person must go. */
  "testimonial.withdrawn": z.object({ testimonialId: z.string() }),
  "workspace.suspended": z.object({ actionId: z.string() }),
  "workspace.reinstated": z.object({ actionId: z.string() }),
  "workspace.terminated": z.object({ terminationId: z.string() }),
} as const;

export type EventType = keyof typeof eventTypes;
export type EventPayload<T extends EventType> = z.infer<(typeof eventTypes)[T]>;

export interface StoredEvent {
  id: string;
  workspaceId: string;
  type: EventType;
  payload: unknown;
}
