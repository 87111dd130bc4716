import { escapeHtml } from "./escape-html";
import { encodeValue, fillUrl, type MergeValues, mergeValue } from "./merge-fields";

export interface MailFill {
  /** The targets renderMail listed. */
  links: string[];
  /** Address for link N, such as a tracked one; `target` is already filled. */
  link?(index: number, target: string): string;
  /** Put just before </body>, such as the open beacon: HTML made by the caller, never by people. */
  tail?: string;
}

const slots =
  /\{\{(?:@link:(\d{1,5})|(@url:|@lines:)?\s*([A-Za-z_][\w.-]{0,59})\s*(?:\|([^{}]{0,300}))?)\}\}/g;

const linkFor = (index: number, values: MergeValues, fill: MailFill): string => {
  const target = fillUrl(fill.links[index] ?? "", values);
  return fill.link ? fill.link(index, target) : target;
};

function fill(
  template: string,
  values: MergeValues,
  given: MailFill,
  protect: (value: string) => string,
): string {
  return template.replace(slots, (_all, link?: string, kind?: string, name = "", rawFallback?: string) => {
    if (link !== undefined) return protect(linkFor(Number(link), values, given));
    // A fallback stands in the template as escaped text already.
    const fallback = (rawFallback ?? "").trim();
    const value = mergeValue(values, name.toLowerCase(), "");
    if (kind === "@url:") return value ? encodeValue(value) : fallback;
    const escaped = value ? protect(value) : fallback;
    return kind === "@lines:" && protect === escapeHtml ? escaped.trim().replace(/\r?\n/g, "<br>") : escaped;
  });
}

/**
 * One person's copy of a rendered mail. Reserved values: unsubscribe_url, preferences_url, postal_address.
 * Values are escaped for where they stand; none can add markup or change where a link leads.
 */
export function fillMail(template: string, values: MergeValues, given: MailFill): string {
  const filled = fill(template, values, given, escapeHtml);
  if (!given.tail) return filled;
  const end = filled.lastIndexOf("</body>");
  return end < 0 ? filled + given.tail : filled.slice(0, end) + given.tail + filled.slice(end);
}

/** One person's copy of the text part. */
export const fillMailText = (template: string, values: MergeValues, given: MailFill): string =>
  fill(template, values, given, (value) => value);
