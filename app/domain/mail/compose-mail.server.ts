import { plainLine } from "~/lib/plain-text";
import { DomainError } from "../domain-error";
import { buildMail, type MailParts } from "./build-mail.mjs";
import type { AnyMessage, MarketingMessage } from "./message";

/** One line of a header: nothing that a person typed can begin a second one. */
const header = (text: string) => plainLine(text, 900);

const plainWords = (text: string) => text.replace(/\s+/g, " ");

/** SMTP rewrites bare line feeds on the way, which would break a signature made before. */
const lineEnds = (text: string) => text.replace(/\r\n|\r|\n/g, "\r\n");

function checkMarketing(message: MarketingMessage): void {
  const firstLine = message.postalAddress.split("\n")[0] ?? "";
  const text = plainWords(message.text);
  if (!text.includes(message.unsubscribe) || !message.html.includes(message.unsubscribe)) {
    throw new DomainError(
      "invalid",
      "unsubscribe_link_missing",
      "The message does not show its link to unsubscribe. It was not sent.",
    );
  }
  if (!text.includes(plainWords(firstLine))) {
    throw new DomainError(
      "invalid",
      "postal_address_missing",
      "The message does not show the sender's postal address. It was not sent.",
    );
  }
}

/** Kept on one line: some receivers read an address that was folded away from its name as none. */
const unfolded = (value: string) => ({ prepared: true, value: header(value) });

function headersOf(message: AnyMessage): Record<string, string | { prepared: boolean; value: string }> {
  if (message.class === "transactional") return { "Auto-Submitted": "auto-generated" };
  return {
    "List-Unsubscribe": unfolded(
      [
        message.unsubscribe,
        ...(message.unsubscribeMail ? [`mailto:${message.unsubscribeMail}?subject=unsubscribe`] : []),
      ]
        .map((link) => `<${link}>`)
        .join(", "),
    ),
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    ...Object.fromEntries(
      Object.entries(message.relayHeaders ?? {}).map(([name, value]) => [name, unfolded(value)]),
    ),
    ...(message.feedbackId ? { "Feedback-ID": unfolded(message.feedbackId) } : {}),
  };
}

/** What the bytes of a message are made of; throws where it does not show what the law wants shown. */
export function mailParts(message: AnyMessage, at: number): MailParts {
  if (message.class === "marketing") checkMarketing(message);
  return {
    from: { name: header(message.from.name), address: message.from.email },
    to: { name: "", address: message.to },
    ...(message.replyTo
      ? { replyTo: { name: header(message.replyTo.name), address: message.replyTo.email } }
      : {}),
    subject: header(message.subject),
    messageId: `<${message.messageId}>`,
    date: new Date(at),
    html: lineEnds(message.html),
    text: lineEnds(message.text),
    headers: headersOf(message),
  };
}

/** The bytes of a message as SMTP takes them over. */
export const composeMail = async (message: AnyMessage, at: number): Promise<Buffer> =>
  buildMail(mailParts(message, at));
