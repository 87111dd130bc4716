import { escapeText } from "./escape-html";
import { parameterShape, shownUrlText, type UrlText, wordTags } from "./url-text";

/** Where in a rendered page the words stand. */
export interface UrlTextPlace extends UrlText {
  start: number;
  end: number;
}

const element =
  /<(\w+)((?: [\w-]+(?:="[^"]*")?)*) data-url-text="([^"]*)"((?: [\w-]+(?:="[^"]*")?)*)>([^<]*)<\/\1>/g;
const attribute = (text: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1] ?? "";

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? "");

/** The places in a page of ours; none in most pages. */
export function findUrlTexts(html: string): UrlTextPlace[] {
  if (!html.includes(" data-url-text=")) return [];
  return Array.from(html.matchAll(element)).flatMap((match) => {
    const [whole, tag = "", before = "", parameter = "", after = "", words = ""] = match;
    if (!parameterShape.test(parameter) || !wordTags.has(tag)) return [];
    const rest = before + after;
    const end = match.index + whole.length - `</${tag}>`.length;
    return [
      {
        parameter,
        maxLength: Number(attribute(rest, "data-url-max")) || 40,
        values: unescaped(attribute(rest, "data-url-values")).split("\n").filter(Boolean),
        start: end - words.length,
        end,
      },
    ];
  });
}

/** The page with the words that an address brings; undefined when it brings none that may be shown. */
export function fillUrlTexts(
  html: string,
  places: readonly UrlTextPlace[],
  query: URLSearchParams,
): string | undefined {
  let filled = "";
  let at = 0;
  for (const place of places) {
    const text = shownUrlText(place, query.get(place.parameter) ?? "");
    if (text === undefined) continue;
    filled += html.slice(at, place.start) + escapeText(text);
    at = place.end;
  }
  return at === 0 ? undefined : filled + html.slice(at);
}
