import { plainLine } from "~/lib/plain-text";
import { isExampleHost, isPlaceholderLink } from "~builder/document/placeholder-link";
import { isFreeMailDomain } from "../senders/free-mail";
import { detectSensitiveValues } from "./detect-sensitive-values";
import { type Finding, sortFindings } from "./finding";
import { judgeLink } from "./judge-link";
import { judgeFromName, judgeSubject } from "./judge-mail-header";
import { judgeWords } from "./judge-words";
import { readVisibleText } from "./visible-text";

export interface JudgedMessage {
  subject: string;
  html: string;
  text: string;
  fromName: string;
  fromEmail: string;
  /** Of the sender, as it will stand in the message. */
  postalAddress: string;
  /** Whether a visible unsubscribe link stands in the message. */
  hasUnsubscribe: boolean;
  /** Targets, where the HTML has slots for them instead. */
  links?: readonly string[];
}

/** Gmail cuts a message off a little above this, and the unsubscribe link with it. */
const largestHtml = 100_000;
const longestHidden = 250;

/** What a reader must have: [email.optout] rests on these two. */
function judgeDuties(message: JudgedMessage): Finding[] {
  const findings: Finding[] = [];
  const address = plainLine(message.postalAddress, 300);
  if (address.length < 8) {
    findings.push({
      rule: "mail.postal-address",
      severity: "block",
      message: "The message has no postal address of the sender.",
      evidence: address === "" ? "Postal address: empty" : `Postal address: “${address}”`,
      remedy: "Enter street, place and country with the sender. It is added to every message.",
    });
  }
  if (!message.hasUnsubscribe) {
    findings.push({
      rule: "mail.unsubscribe",
      severity: "block",
      message: "The message has no visible unsubscribe link.",
      evidence: "No {{unsubscribe_url}} in the message",
      remedy: "Add the footer block, or a link to {{unsubscribe_url}}.",
    });
  }
  const domain = message.fromEmail.slice(message.fromEmail.lastIndexOf("@") + 1);
  if (isFreeMailDomain(domain)) {
    findings.push({
      rule: "mail.free-mail-sender",
      severity: "block",
      message: `Nobody but ${domain} itself may send mail in its name: mailboxes would refuse the message.`,
      evidence: message.fromEmail,
      remedy: "Send from an address at a domain of your own.",
    });
  }
  return findings;
}

/** Links that came with a template and were never given an address of the sender's own. */
function judgeExampleLink(href: string): Finding[] {
  if (isPlaceholderLink(href)) {
    return [
      {
        rule: "mail.placeholder-link",
        severity: "block",
        message: "A link still leads to the example address of the template.",
        evidence: href,
        remedy: "Put in the address it should lead to, or take the link out.",
      },
    ];
  }
  if (!URL.canParse(href) || !isExampleHost(new URL(href).hostname)) return [];
  return [
    {
      rule: "mail.example-link",
      severity: "warn",
      message: "A link leads to an example address, where nobody has a page.",
      evidence: plainLine(href, 500),
      remedy: "Put in the real address.",
    },
  ];
}

function judgeBody(message: JudgedMessage): Finding[] {
  const findings: Finding[] = [];
  const mail = readVisibleText(message.html);
  const size = new TextEncoder().encode(message.html).length;
  if (size > largestHtml) {
    findings.push({
      rule: "mail.size",
      severity: "warn",
      message: "The message is so large that mail programs cut off its end.",
      evidence: `${Math.ceil(size / 1000)} kB of HTML, ${largestHtml / 1000} kB at most`,
      remedy: "Shorten it, and link to the rest.",
    });
  }
  if (mail.hidden.length > longestHidden) {
    findings.push({
      rule: "mail.hidden-text",
      severity: "warn",
      message: "The message has text that nobody can see, as junk mail does.",
      evidence: `“${plainLine(mail.hidden, 200)}”`,
      remedy: "Remove the hidden text. A short preview line is fine.",
    });
  }
  const seen = `${mail.visible}\n${message.text}`;
  for (const { name, start, end } of detectSensitiveValues(seen, { atLeast: "certain" })) {
    findings.push({
      rule: "mail.sensitive-number",
      severity: "warn",
      message: `The message shows what looks like a ${name}.`,
      evidence: `${end - start} characters, ends in ${seen.slice(end - 4, end)}`,
      remedy: "Take it out. Such numbers do not belong into mail.",
    });
  }
  const targets = [...(message.links ?? []).map((href) => ({ href, text: "" })), ...mail.links];
  return [
    ...findings,
    ...judgeWords(seen, "message"),
    ...targets.flatMap(({ href, text }) => judgeLink(href, text)),
    ...[...new Set(targets.map(({ href }) => href))].flatMap(judgeExampleLink),
  ];
}

/** What speaks against sending a marketing message. */
export function judgeMessage(message: JudgedMessage): Finding[] {
  return sortFindings([
    ...judgeDuties(message),
    ...judgeSubject(message.subject),
    ...judgeFromName(message.fromName, message.fromEmail),
    ...judgeBody(message),
  ]);
}
