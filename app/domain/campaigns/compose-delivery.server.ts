import type { Deps } from "../deps";
import { composeMail } from "../mail/compose-mail.server";
import { postalAddress, recordedBasis, unsubscribeLink } from "../mail/message";
import type { SigningKey } from "../senders/find-signing-key.server";
import { domainOf } from "../senders/sender";
import { recipientToken } from "../suppression/recipient-token.server";
import type { TrackingDefault } from "../workspaces/workspace";
import type { RecipientRow } from "./delivery-queries.server";
import type { MailSigner } from "./dkim-signer.server";
import type { FrozenVersion } from "./frozen-version.server";
import { clickTokens, openToken } from "./message-token.server";
import { personalise } from "./personalise";

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

/** The signed bytes of one message, and its subject. */
export async function composeDelivery(
  deps: Pick<Deps, "keys" | "urls" | "clock">,
  signer: MailSigner,
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
  const raw = await composeMail(
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
      feedbackId: `${campaignId}:${workspaceId}:campaign:foyer`,
    },
    deps.clock.now(),
  );
  return { raw: key ? await signer.sign(raw, key) : raw, subject: view.subject };
}
