import { z } from "zod";
import type { ProviderEvent } from "./provider-event";

const id = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** One entry of SendGrid's event webhook, as far as it concerns us. */
const sendgridEvent = z.object({
  event: z.string(),
  timestamp: z.number(),
  type: z.string().optional(),
  status: z.string().optional(),
  reason: z.string().optional(),
  foyer_workspace: id,
  foyer_delivery: id,
});

export const sendgridBatch = z.array(z.unknown()).max(5000);

const gone = /^5\.1\.(?:[0-36]|10)\b/;
const permanentDrop = /bounced address|invalid/i;

function kindOf(given: z.infer<typeof sendgridEvent>): ProviderEvent["kind"] | undefined {
  switch (given.event) {
    case "delivered":
      return "delivered";
    case "bounce":
      if (given.type === "blocked") return "blocked";
      // SendGrid calls every refusal a bounce; only an address that is not there is never written to again.
      return gone.test(given.status ?? "") || !given.status || /^5\.0\.0|^5\.1/.test(given.status)
        ? "bounced"
        : "blocked";
    case "dropped":
      if (/spam report/i.test(given.reason ?? "")) return "complained";
      if (/unsubscribed/i.test(given.reason ?? "")) return "unsubscribed";
      return permanentDrop.test(given.reason ?? "") ? "bounced" : "blocked";
    case "spamreport":
      return "complained";
    case "unsubscribe":
    case "group_unsubscribe":
      return "unsubscribed";
    default:
      return undefined;
  }
}

/** In our own words; undefined for what is not about a message of ours, or says nothing new. */
export function readSendgridEvent(given: unknown): ProviderEvent | undefined {
  const parsed = sendgridEvent.safeParse(given);
  if (!parsed.success) return undefined;
  const kind = kindOf(parsed.data);
  const { foyer_workspace: workspaceId, foyer_delivery: deliveryId, timestamp } = parsed.data;
  return kind && { workspaceId, deliveryId, kind, at: timestamp * 1000 };
}
