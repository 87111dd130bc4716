import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A new secret of the Standard Webhooks form. */
export const makeWebhookSecret = (): string => `${prefix}${randomBytes(24).toString("base64")}`;

/** The value of `webhook-signature` for one secret: v1 and the HMAC of id, time and body. */
export function signWebhook(secret: string, message: { id: string; seconds: number; body: string }): string {
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signed = `${message.id}.${message.seconds}.${message.body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

/** What a sealed secret belongs to. */
export const secretContext = (workspaceId: string, endpointId: string): string =>
  `webhook:${workspaceId}:${endpointId}`;
