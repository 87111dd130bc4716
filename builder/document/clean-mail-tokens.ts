import { safeMailImage, safeMailLink, safeMailStyle } from "./clean-mail-attributes";
import { withoutControls } from "./escape-html";
import type { MailToken } from "./mail-document";
import { safeStyleSheet } from "./safe-style-sheet";
import type { Report } from "./style-rules";

const tagShape =
  /^(?:a|b|br|center|div|em|font|h[1-6]|hr|i|img|p|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|xml|[vow]:[a-z]{1,40})$/;
const attributeShape = /^(?:[a-z][a-z-]{0,30}|[vow]:[a-z]{1,30}|xmlns(?::[vow])?)$/;
const forbiddenAttribute = /^(?:on|form|data|code|srcset|ping|action)/;
const maxTokens = 2000;

type RawObject = Record<string, unknown>;
const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const namespaces = new Set([
  "urn:schemas-microsoft-com:vml",
  "urn:schemas-microsoft-com:office:office",
  "urn:schemas-microsoft-com:office:word",
]);

/** Outlook reads these as XML, where case counts; markup parsers have lowered it. */
const xmlNames = new Map<string, string>(
  [
    "OfficeDocumentSettings",
    "AllowPNG",
    "PixelsPerInch",
    "WordDocument",
    "View",
    "Zoom",
    "DoNotOptimizeForBrowser",
  ].flatMap((name) =>
    ["o", "w"].map((prefix) => [`${prefix}:${name.toLowerCase()}`, `${prefix}:${name}`] as const),
  ),
);

const tagName = (given: string): string | undefined => {
  const lower = given.toLowerCase();
  return tagShape.test(lower) ? (xmlNames.get(lower) ?? lower) : undefined;
};

/** What Outlook alone may see: tables, text and its drawing elements, tag by tag. */
export function cleanMailTokens(raw: unknown, report: Report): MailToken[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, maxTokens).flatMap((token): MailToken[] => {
    if (!isObject(token)) return [];
    if (typeof token.text === "string") return [{ text: withoutControls(token.text) }];
    if (typeof token.css === "string") return [{ css: safeStyleSheet(token.css, report) }];
    if (typeof token.close === "string") {
      const close = tagName(token.close);
      return close ? [{ close }] : [];
    }
    if (typeof token.open !== "string") return [];
    const open = tagName(token.open);
    if (!open) {
      report(`<${token.open.slice(0, 40)}> for Outlook`, "This element is not known to be safe.");
      return [];
    }
    const attributes = cleanAttributes(isObject(token.attributes) ? token.attributes : {}, report);
    return [{ open, attributes, ...(token.closed === true ? { closed: true } : {}) }];
  });
}

function cleanAttributes(raw: RawObject, report: Report): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== "string" || !attributeShape.test(name) || forbiddenAttribute.test(name)) continue;
    const safe = cleanValue(name, withoutControls(value), report);
    if (safe !== undefined) kept[name] = safe;
  }
  return kept;
}

function cleanValue(name: string, value: string, report: Report): string | undefined {
  if (name === "href") return safeMailLink(value);
  if (name === "src" || name === "background" || name === "o:href") return safeMailImage(value);
  if (name === "style") return safeMailStyle(value, report) || undefined;
  if (name.startsWith("xmlns")) return namespaces.has(value) ? value : undefined;
  return value.length <= 300 && !/script\s*:|url\s*\(|\\/i.test(value) ? value : undefined;
}
