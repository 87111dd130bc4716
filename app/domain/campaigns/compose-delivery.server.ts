import type { Deps } from "../deps";
import { mailParts } from "../mail/compose-mail.server";
import { type MarketingMessage, postalAddress, recordedBasis, unsubscribeLink } from "../mail/message";
import { sendgridArguments } from "../mail/sendgrid-transport.server";
import type { SigningKey } from "../senders/find-signing-key.server";
import { domainOf } from "../senders/sender";
import { recipientToken } from "../suppression/recipient-token.server";
import type { TrackingDefault } from "../workspaces/workspace";
import type { RecipientRow } from "./delivery-queries.server";
import type { FrozenVersion } from "./frozen-version.server";
import type { MailMaker } from "./mail-maker.server";
import { clickTokens, openToken } from "./message-token.server";
import { personalise } from "./personalise";
import { returnLocalPart } from "./return-address.server";

export interface ComposeInput {
  workspaceId: string;
  trackingDefault: TrackingDefault;
  version: FrozenVersion;
  recipient: RecipientRow & { lead: { name: string; fields: string } };
  key: SigningKey | undefined;
}

/** Opens and clicks are tied to a person who agreed, or who was never asked where the workspace says so. */
export const isTracked = (tracking: RecipientRow["tracking"], fallback: TrackingDefault): boolean =>
  tracking === "granted" || (tracking === "unasked" && fallback === "identify");

/** Derives from the delivery: sent twice by mistake, it is still one message to the one who gets it. */
export const messageIdOf = (deliveryId: string, fromEmail: string): string =>
  `${deliveryId.toLowerCase()}@${domainOf(fromEmail)}`;

/** How bounces, complaints and unsubscribe mail find their delivery. */
function wayBack(
  { keys, config }: Pick<Deps, "keys" | "config">,
  workspaceId: string,
  deliveryId: string,
): Pick<MarketingMessage, "unsubscribeMail" | "relayHeaders"> {
  const { bounces, sendgridWebhookKey, smtpUrl } = config.mail;
  const named = { kind: "unsubscribe", workspaceId, deliveryId } as const;
  const off = { settings: { enable: 0 } };
  const smtpApi = {
    unique_args: sendgridArguments({ workspaceId, deliveryId }),
    filters: { clicktrack: off, opentrack: off, subscriptiontrack: off },
  };
  return {
    ...(bounces ? { unsubscribeMail: `${returnLocalPart({ keys }, named)}@${bounces.domain}` } : {}),
    ...(sendgridWebhookKey && smtpUrl ? { relayHeaders: { "X-SMTPAPI": JSON.stringify(smtpApi) } } : {}),
  };
}

/** Where a message comes back to that cannot be delivered. */
export function envelopeFrom(
  { keys, config }: Pick<Deps, "keys" | "config">,
  from: { workspaceId: string; deliveryId: string; fromEmail: string },
): string {
  const { bounces } = config.mail;
  const { workspaceId, deliveryId } = from;
  if (!bounces) return from.fromEmail;
  return `${returnLocalPart({ keys }, { kind: "bounce", workspaceId, deliveryId })}@${bounces.domain}`;
}

/** The signed bytes of one message, and its subject. */
export async function composeDelivery(
  deps: Pick<Deps, "keys" | "urls" | "clock" | "config">,
  maker: MailMaker,
  { workspaceId, trackingDefault, version, recipient, key }: ComposeInput,
): Promise<{ raw: Buffer; subject: string }> {
  const { sender, campaignId, topicId } = version;
  const ref = { workspaceId, campaignId, deliveryId: recipient.id };
  const person = { workspaceId, topicId, addressHash: recipient.addressHash, deliveryId: recipient.id };
  const unsubscribe = deps.urls.link(`/u/${recipientToken(deps, "unsubscribe", person)}`);
  const tracked = isTracked(recipient.tracking, trackingDefault);
  const click = clickTokens(deps, ref);
  const view = personalise(
    version,
    sender.postalAddress,
    { ...recipient.lead, email: recipient.email },
    {
      unsubscribe,
      preferences: deps.urls.link(`/preferences/${recipientToken(deps, "preferences", person)}`),
      ...(tracked
        ? {
            beacon: deps.urls.link(`/o/${openToken(deps, ref)}.gif`),
            click: (index: number) => deps.urls.link(`/c/${click(index)}`),
          }
        : {}),
    },
  );
  const parts = mailParts(
    {
      class: "marketing",
      ...view,
      messageId: messageIdOf(recipient.id, sender.fromEmail),
      from: { name: sender.fromName, email: sender.fromEmail },
      to: recipient.email,
      ...(sender.replyTo ? { replyTo: { name: "", email: sender.replyTo } } : {}),
      unsubscribe: unsubscribeLink(unsubscribe),
      postalAddress: postalAddress(sender.postalAddress),
      basis: recordedBasis(recipient.basisId),
      ...wayBack(deps, workspaceId, recipient.id),
      feedbackId: `${campaignId}:${workspaceId}:campaign:foyer`,
    },
    deps.clock.now(),
  );
  return { raw: await maker.make(parts, key), subject: view.subject };
}
