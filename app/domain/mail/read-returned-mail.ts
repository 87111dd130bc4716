import type { ProviderEvent } from "./provider-event";

/** RFC 3463: this mailbox or domain does not exist, so writing again would only harm the sender's name. */
const addressIsGone = /^5\.1\.(?:[0-36]|10)$/;

const field = (text: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, "im")
    .exec(text)?.[1]
    ?.replace(/\s+/g, " ")
    .trim() ?? "";

/** The body of the first part of a kind, up to the next boundary. */
function partOf(raw: string, type: string): string | undefined {
  const start = new RegExp(`^content-type:[ \\t]*${type}\\b`, "im").exec(raw);
  if (!start) return undefined;
  const rest = raw.slice(start.index);
  const body = rest.slice(/\r?\n\r?\n/.exec(rest)?.index ?? rest.length);
  const end = /\r?\n--[^\r\n]+/.exec(body)?.index;
  return body.slice(0, end);
}

function ofReport(report: string): ProviderEvent["kind"] | undefined {
  const action = field(report, "Action").toLowerCase();
  if (action === "delivered") return "delivered";
  if (!/^fail/.test(action)) return undefined;
  return addressIsGone.test(field(report, "Status").split(" ")[0] ?? "") ? "bounced" : "blocked";
}

const failed =
  /undeliver|not be delivered|wasn't able to deliver|failed permanently|failure notice|delivery (?:failed|failure|status notification \(failure)|returned mail/i;
const fromMailSystem = /mailer-daemon|postmaster|mail delivery|mail system|mailadmin/i;

/**
 * What mail to the address of one delivery says of it: a delivery report (RFC 3464), a complaint (RFC 5965), or the words
 * of a mail system that writes neither. Out-of-office notes and everything else say nothing.
 */
export function readReturnedMail(raw: string): ProviderEvent["kind"] | undefined {
  const report = partOf(raw, "message/delivery-status");
  if (report !== undefined) return ofReport(report);
  const feedback = partOf(raw, "message/feedback-report");
  if (feedback !== undefined)
    return field(feedback, "Feedback-Type").toLowerCase() === "abuse" ? "complained" : undefined;
  const head = raw.slice(0, /\r?\n\r?\n/.exec(raw)?.index ?? raw.length);
  if (!fromMailSystem.test(`${field(head, "From")} ${field(head, "Sender")}`)) return undefined;
  const enhanced =
    /\b5\d\d[ -]#?(5\.\d{1,3}\.\d{1,3})\b/.exec(raw)?.[1] ?? /\(#(5\.\d{1,3}\.\d{1,3})\)/.exec(raw)?.[1];
  if (enhanced) return addressIsGone.test(enhanced) ? "bounced" : "blocked";
  if (/user unknown|unknown user|no such user|mailbox (?:not found|unavailable)|unknown address/i.test(raw))
    return "bounced";
  return failed.test(raw) ? "blocked" : undefined;
}
