import { withoutControls } from "./escape-html";
import { hasLiteralHost, mergeFieldsIn, reservedFields } from "./merge-fields";
import { readDeclarations } from "./read-css";
import { isPictureProperty, isSafeProperty, safeValue } from "./safe-css";
import { safeLink, safeSource } from "./safe-url";
import type { Report } from "./style-rules";

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

const everywhere = words(
  "align bgcolor border class color dir height id lang role style title valign width aria-hidden aria-label aria-labelledby aria-roledescription",
);
const byTag = new Map(
  Object.entries({
    a: words("href name target rel"),
    area: words("href alt coords shape"),
    body: words("background link vlink alink leftmargin topmargin marginwidth marginheight"),
    col: words("span"),
    font: words("face size"),
    img: words("src alt hspace vspace usemap srcset"),
    li: words("type value"),
    map: words("name"),
    ol: words("start type"),
    table: words("background cellpadding cellspacing summary rules frame"),
    td: words("background colspan rowspan nowrap scope headers"),
    th: words("background colspan rowspan nowrap scope headers"),
    tr: words("background"),
    ul: words("type"),
  }),
);

const isReserved = (url: string): boolean => {
  const [field, ...others] = mergeFieldsIn(url);
  return (
    others.length === 0 &&
    field !== undefined &&
    /^\s*\{\{[^{}]*\}\}\s*$/.test(url) &&
    reservedFields.some((name) => name === field.name && name.endsWith("_url"))
  );
};

/** A link in a mail: complete, with literal scheme and host, or one of our own slots. */
export function safeMailLink(value: string): string | undefined {
  if (isReserved(value)) return `{{${mergeFieldsIn(value)[0]?.name ?? ""}}}`;
  const url = safeLink(value);
  if (!url) return undefined;
  if (/^https?:/i.test(url)) return hasLiteralHost(url) ? url : undefined;
  return /^(?:mailto|tel|sms):/i.test(url) || /^#[\w-]*$/.test(url) ? url : undefined;
}

export function safeMailImage(value: string): string | undefined {
  const url = safeSource(value);
  return url && (/^data:/i.test(url) || hasLiteralHost(url)) ? url : undefined;
}

export function safeMailStyle(value: string, report: Report): string {
  return readDeclarations(value)
    .flatMap(([name, text]) => {
      const safe = isSafeProperty(name.toLowerCase()) ? safeValue(text, isPictureProperty(name)) : undefined;
      if (!safe)
        report(`${name}: ${text}`.slice(0, 120), "This style could load or run something from outside.");
      return safe ? [`${name}:${safe.includes("'") ? safe : safe.replaceAll('"', "'")}`] : [];
    })
    .join(";");
}

function cleanValue(name: string, value: string, report: Report): string | undefined {
  if (name === "href") return safeMailLink(value);
  if (name === "src" || name === "background") return safeMailImage(value);
  if (name === "style") return safeMailStyle(value, report) || undefined;
  if (name === "srcset") return undefined;
  if (name === "target") return "_blank";
  if (name === "rel") return "noopener";
  return value.length <= 1000 ? value : undefined;
}

export function cleanMailAttributes(
  tag: string,
  raw: Record<string, unknown>,
  report: Report,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [rawName, rawValue] of Object.entries(raw)) {
    const name = rawName.toLowerCase();
    if (/^on/.test(name)) report(`${name.slice(0, 40)} on <${tag}>`, "Mails run no scripts.");
    if (typeof rawValue !== "string" || !(everywhere.has(name) || byTag.get(tag)?.has(name))) continue;
    const value = cleanValue(name, withoutControls(rawValue), report);
    if (value !== undefined) kept[name] = value;
    else if (name === "href" || name === "src") {
      report(
        `${name}="${rawValue.slice(0, 80)}"`,
        "Addresses in a mail must be complete, and start with https:// and a fixed host.",
      );
    }
  }
  return kept;
}
