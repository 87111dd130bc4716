import { isMailMachine, readUserAgent } from "~/lib/user-agent";

/** human: a person's own program. machine: a proxy, scanner or bot. unknown: nobody can tell. */
export type OpenKind = "human" | "machine" | "unknown";

/** Faster than a person finds a message: scanners fetch at delivery. */
const scannerMs = 5000;

/** Gmail fetches ahead while a mailbox is open, always under the name of this long-gone browser. */
const fetchedAhead = /Edge\/12\.246\b/;

const mailPrograms = /\b(?:Thunderbird|Outlook|Evolution|KMail|Airmail|eM_?Client|Spark)\b/i;

/** What is left of a header that names no program. */
const nameless = new Set(["unknown", "Mozilla"]);

interface OpenFacts {
  sinceSentMs: number | undefined;
  method?: string;
  /** A quick click may be a person who watched the message arrive; a quick open hardly ever is. */
  isClick?: boolean;
}

/** Who opened or clicked, as far as it can be told. */
export function openKind(
  userAgent: string,
  { sinceSentMs, method = "GET", isClick = false }: OpenFacts,
): OpenKind {
  if (method === "HEAD" || isMailMachine(userAgent) || fetchedAhead.test(userAgent)) return "machine";
  if (sinceSentMs !== undefined && sinceSentMs < scannerMs) return isClick ? "unknown" : "machine";
  if (mailPrograms.test(userAgent)) return "human";
  return nameless.has(readUserAgent(userAgent).browser) ? "unknown" : "human";
}
