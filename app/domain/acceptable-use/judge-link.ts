import { plainLine } from "~/lib/plain-text";
import type { Finding } from "./finding";

const shorteners = new Set(
  (
    "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly tiny.cc bl.ink lnkd.in s.id v.gd adf.ly " +
    "shorte.st soo.gd clck.ru u.to qr.ae trib.al dlvr.it urlz.fr kutt.it"
  ).split(" "),
);
const programs = /\.(exe|msi|scr|bat|cmd|ps1|vbs|jar|apk|dmg|pkg|iso|hta|lnk)$/i;
const domainInText = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?:[/?#:].*)?$/i;

const finding = (rule: string, message: string, evidence: string, remedy: string): Finding => ({
  rule: `link.${rule}`,
  severity: "warn",
  message,
  evidence: plainLine(evidence, 500),
  remedy,
});

function parse(href: string): URL | undefined {
  try {
    const url = new URL(href);
    return url.protocol === "http:" || url.protocol === "https:" ? url : undefined;
  } catch {
    return undefined;
  }
}

const belongsTo = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** `text` is what people see of the link. Merge fields in the address make it unreadable, and nothing is said of it. */
export function judgeLink(href: string, text = ""): Finding[] {
  const url = parse(href);
  if (!url) return [];
  const host = url.hostname.toLowerCase().replace(/^www\./, "");
  const findings: Finding[] = [];
  if (shorteners.has(host)) {
    findings.push(
      finding(
        "shortener",
        "A link goes through a link shortener.",
        href,
        "Link to the page itself. Shorteners hide where people land, and mail with them is filtered.",
      ),
    );
  }
  if (/^[\d.]+$|^\[/.test(host)) {
    findings.push(
      finding(
        "number",
        "A link goes to a number instead of a domain name.",
        href,
        "Link to a domain name of yours.",
      ),
    );
  }
  if (programs.test(url.pathname)) {
    findings.push(
      finding("program", "A link downloads a program.", href, "Link to a page that explains the download."),
    );
  }
  if (url.username) {
    findings.push(
      finding(
        "disguised",
        "A link carries a name before its domain, as forged ones do.",
        href,
        "Remove everything before the @ from the address.",
      ),
    );
  }
  const shown = domainInText
    .exec(text.trim())?.[1]
    ?.toLowerCase()
    .replace(/^www\./, "");
  if (shown && !belongsTo(host, shown) && !belongsTo(shown, host)) {
    findings.push(
      finding(
        "mismatch",
        "A link shows one address and goes to another.",
        `shows “${text.trim()}”, goes to ${href}`,
        "Show the address that the link goes to, or plain words.",
      ),
    );
  }
  return findings;
}
