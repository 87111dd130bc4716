import { inputTypes, isAllowedAttribute } from "./allowed-html";
import { booleanAttributes, withoutControls } from "./escape-html";
import { loadsOrRuns } from "./safe-css";
import { isOwnSource, safeLink, safeSource, safeSourceSet } from "./safe-url";
import type { Report } from "./style-rules";

const maxLength = 5000;
const maxPathData = 60_000;
const plainToken = /^[^\s<>"'`&]{1,100}$/;
const measure = /^\d{1,5}(?:\.\d+)?(?:px|%)?$/;

const shapes = new Map(
  Object.entries({
    // What begins with foyer- is added by the edge, and found by its id.
    id: /^(?!foyer-)[^\s<>"'`&]{1,100}$/i,
    for: plainToken,
    list: plainToken,
    lang: /^[A-Za-z0-9-]{1,35}$/,
    hreflang: /^[A-Za-z0-9-]{1,35}$/,
    srclang: /^[A-Za-z0-9-]{1,35}$/,
    dir: /^(?:ltr|rtl|auto)$/i,
    role: /^[a-z -]{1,60}$/,
    tabindex: /^(?:0|-1)$/,
    translate: /^(?:yes|no)$/,
    target: /^_blank$/i,
    loading: /^(?:lazy|eager)$/,
    fetchpriority: /^(?:high|low|auto)$/,
    autocomplete: /^[a-z0-9 -]{1,80}$/i,
    inputmode: /^[a-z]{1,12}$/,
    colspan: /^\d{1,3}$/,
    rowspan: /^\d{1,3}$/,
  }),
);

const mediaTags = new Set(["audio", "video", "source", "track"]);

function cleanValue(tag: string, name: string, value: string): string | undefined {
  if (name === "href") return safeLink(value);
  if (name === "srcset") return safeSourceSet(value);
  if (name === "src" || name === "poster") {
    const source = safeSource(value);
    return source && mediaTags.has(tag) && !isOwnSource(source) ? undefined : source;
  }
  if (name === "type" && tag === "input") {
    const type = value.trim().toLowerCase();
    return inputTypes.has(type) ? type : type === "image" ? "submit" : "text";
  }
  if (name === "type" && tag === "button")
    return /^(?:button|reset)$/i.test(value) ? value.toLowerCase() : undefined;
  if (name === "width" || name === "height") return measure.test(value.trim()) ? value.trim() : undefined;
  const shape = shapes.get(name);
  return !shape || shape.test(value) ? value : undefined;
}

/** Those that no style is read from. */
const plainSvgAttribute = /^(?:aria-|data-|(?:id|role|lang|focusable)$)/;

function cleanSvgValue(name: string, value: string): string | undefined {
  if (plainSvgAttribute.test(name)) {
    const shape = shapes.get(name);
    return !shape || shape.test(value) ? value : undefined;
  }
  if (/url\s*\(|\\/i.test(value))
    return /^\s*url\(\s*["']?#[\w:.-]+["']?\s*\)\s*$/.test(value) ? value : undefined;
  return loadsOrRuns(value) ? undefined : value;
}

function textOf(name: string, value: unknown): string | undefined {
  if (value === true) return "";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  if (booleanAttributes.has(name) && /^false$/i.test(value)) return undefined;
  return booleanAttributes.has(name) ? "" : withoutControls(value);
}

/** What somebody who brought the page would miss; everything else that goes was of no use to visitors. */
const missed = new Map<string, string>([
  [
    "input pattern",
    "Answers are checked by the kind of the field, by length and by choices, not by patterns. Choose the kind that fits.",
  ],
  ["form action", "Forms send to this site: what visitors enter arrives among your leads."],
  ["button formaction", "Forms send to this site: what visitors enter arrives among your leads."],
  ["input formaction", "Forms send to this site: what visitors enter arrives among your leads."],
  ["a ping", "It would tell another server of each click."],
]);

/** Colour gradients may take over from one another, within their drawing. */
const gradientLink = (tag: string, name: string, value: unknown): string | undefined =>
  /Gradient$/.test(tag) && /^(?:xlink:)?href$/.test(name) && typeof value === "string"
    ? /^\s*(#[\w:.-]{1,100})\s*$/.exec(value)?.[1]
    : undefined;

function tellMissed(tag: string, name: string, value: unknown, report: Report): void {
  if (typeof value !== "string" || value.trim() === "" || value.trim() === "#") return;
  const why = missed.get(`${tag} ${name}`);
  if (why) report(`${name} on <${tag}>`, why);
}

/** The attributes that may be kept; class and style are handled by the caller. */
export function cleanAttributes(
  tag: string,
  raw: Record<string, unknown>,
  inSvg: boolean,
  report: Report,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [rawName, rawValue] of Object.entries(raw)) {
    const name = inSvg ? rawName : rawName.toLowerCase();
    if (/^on/i.test(name)) {
      report(`${name.slice(0, 40)} on <${tag}>`, "Pages run no scripts of their own.");
      continue;
    }
    if (!isAllowedAttribute(tag, name, inSvg)) {
      const link = inSvg ? gradientLink(tag, name, rawValue) : undefined;
      if (link) kept.href = link;
      tellMissed(tag, name, rawValue, report);
      continue;
    }
    const text = textOf(name, rawValue);
    if (text === undefined || text.length > (name === "d" || name === "src" ? 400_000 : maxLength)) continue;
    if (name === "d" && text.length > maxPathData) continue;
    const value = inSvg ? cleanSvgValue(name, text) : cleanValue(tag, name, text);
    if (value !== undefined) kept[name] = value;
    else if (name === "href" || name === "src" || name === "poster") {
      report(
        `${name}="${text.slice(0, 80)}" on <${tag}>`,
        "This address could run code or load something unsafe.",
      );
    }
  }
  // A button that was a picture says what the picture said.
  if (tag === "input" && /^\s*image\s*$/i.test(String(raw.type)) && typeof raw.alt === "string" && raw.alt)
    kept.value ??= withoutControls(raw.alt).slice(0, 200);
  return kept;
}
