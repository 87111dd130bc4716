import { z } from "zod";
import { plainLine } from "~/lib/plain-text";

/** What endpoints are told, in the words people choose from. */
export const webhookTypes = {
  "lead.captured": "A form was sent",
  "lead.deleted": "A lead was deleted",
  "consent.confirmed": "Somebody confirmed their opt-in",
  "recipient.unsubscribed": "Somebody unsubscribed",
  "page.published": "A page was published",
  "page.unpublished": "A page was taken offline",
  "campaign.sent": "A campaign has been sent",
  "testimonial.agreed": "A quoted person agreed",
  "testimonial.declined": "A quoted person did not agree",
  "testimonial.withdrawn": "A testimonial was withdrawn or deleted",
} as const;

export type WebhookType = keyof typeof webhookTypes;
export const webhookTypeNames = Object.keys(webhookTypes) as [WebhookType, ...WebhookType[]];

/** Sent by hand, to try an endpoint. */
export const testType = "endpoint.test";

export interface WebhookEndpoint {
  id: string;
  workspaceId: string;
  url: string;
  description: string;
  /** Empty for all. */
  events: string[];
  state: "enabled" | "disabled";
  failingSince: number | undefined;
  createdAt: number;
  updatedAt: number;
}

/** An endpoint with its sealed secrets, for whoever signs. */
export interface SigningEndpoint extends WebhookEndpoint {
  secret: string;
  oldSecret: string;
  oldSecretUntil: number | undefined;
}

export interface WebhookDelivery {
  id: string;
  workspaceId: string;
  endpointId: string;
  eventId: string;
  type: string;
  payload: Record<string, string>;
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  status: number;
  error: string;
  durationMs: number;
  runAt: number;
  createdAt: number;
  doneAt: number | undefined;
}

export const maxEndpoints = 20;

function readUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** `allowPrivate` also takes http, for receivers on the same machine. */
export const endpointInput = (allowPrivate: boolean) =>
  z.object({
    url: z
      .string()
      .trim()
      .max(2000, "Use at most 2000 characters.")
      .refine((text) => {
        const url = readUrl(text);
        return url?.protocol === "https:" || (allowPrivate && url?.protocol === "http:");
      }, "Give an address that starts with https://.")
      .refine((text) => {
        const url = readUrl(text);
        return !url?.username && !url?.password;
      }, "Leave name and password out of the address: messages are signed.")
      .transform((text) => readUrl(text)?.href ?? text),
    description: z
      .string()
      .default("")
      .transform((text) => plainLine(text, 200)),
    events: z.array(z.enum(webhookTypeNames)).max(20).default([]),
  });

export type EndpointInput = z.input<ReturnType<typeof endpointInput>>;
