import { DomainError } from "../domain-error";

export interface Mailbox {
  name: string;
  email: string;
}

/** Subject and the two bodies, ready to be read. */
export interface MailView {
  subject: string;
  html: string;
  text: string;
}

/** Account messages: outside marketing opt-outs, without pixel and without marketing in them. */
export type TransactionalKind =
  | "confirmation"
  | "download"
  | "security"
  | "billing"
  | "policy"
  | "invitation"
  | "notice"
  | "test";

declare const proof: unique symbol;
type Proven<Name extends string> = string & { readonly [proof]: Name };

/** An https (or loopback) address that unsubscribes by one POST. */
export type UnsubscribeLink = Proven<"UnsubscribeLink">;
export type PostalAddress = Proven<"PostalAddress">;
/** Id of the evidence that allows writing: a consent, or a stated legitimate interest. */
export type RecordedBasis = Proven<"RecordedBasis">;

const refuse = (code: string, message: string): never => {
  throw new DomainError("invalid", code, message);
};

export function unsubscribeLink(url: string): UnsubscribeLink {
  if (!/^https?:\/\/[^\s<>"]+\/u\/[\w-]+$/.test(url)) {
    refuse("unsubscribe_link_missing", "A marketing message needs a link to unsubscribe. It was not sent.");
  }
  return url as UnsubscribeLink;
}

export function postalAddress(text: string): PostalAddress {
  if (text.replace(/\s/g, "").length < 8) {
    refuse(
      "postal_address_missing",
      "A marketing message needs the sender's postal address. It was not sent.",
    );
  }
  return text as PostalAddress;
}

export function recordedBasis(evidenceId: string): RecordedBasis {
  if (!evidenceId) {
    refuse(
      "basis_missing",
      "Nothing is recorded that allows writing to this person. The message was not sent.",
    );
  }
  return evidenceId as RecordedBasis;
}

interface Message extends MailView {
  messageId: string;
  from: Mailbox;
  to: string;
  replyTo?: Mailbox;
}

export interface TransactionalMessage extends Message {
  class: "transactional";
  kind: TransactionalKind;
}

/** Does not type-check without a way to unsubscribe, the postal address and the basis. */
export interface MarketingMessage extends Message {
  class: "marketing";
  unsubscribe: UnsubscribeLink;
  postalAddress: PostalAddress;
  basis: RecordedBasis;
  /** Address that unsubscribes whoever writes to it. */
  unsubscribeMail?: string;
  /** What a relay is told with the message and takes out again. */
  relayHeaders?: Record<string, string>;
  /** Feedback-ID, so that complaints name the campaign. */
  feedbackId?: string;
}

export type AnyMessage = TransactionalMessage | MarketingMessage;
