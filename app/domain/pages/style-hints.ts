import { elementsIn, textIn } from "~builder/document/component-tree";
import { contrastOf, readableContrast } from "~builder/document/contrast";
import type { PageDocument } from "~builder/document/page-document";
import { colourIn } from "~builder/document/page-theme";
import { type ProjectComponent, type ProjectStyle, rootOf } from "~builder/document/project";
import type { PageHint } from "./page-hint";
import { themePairs } from "./theme-pairs";

const largeContrast = 3;

const last = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value.at(-1) : value)?.replace(/\s*!important$/i, "") ?? "";

/** Large words, 24 pixels or 18.66 bold ones, can be read at less contrast. */
function isLarge({ style }: ProjectStyle): boolean {
  const [, number = "", unit] = /^([\d.]+)(px|rem|pt)$/.exec(last(style["font-size"])) ?? [];
  const pixels = Number(number) * (unit === "rem" ? 16 : unit === "pt" ? 4 / 3 : 1);
  const isBold = /^(?:bold|bolder|[7-9]00)$/.test(last(style["font-weight"]));
  return pixels >= 24 || (isBold && pixels >= 18.66);
}

function matches(node: ProjectComponent, { selectors }: ProjectStyle): boolean {
  return selectors.every((name) =>
    name.startsWith("#") ? node.attributes?.id === name.slice(1) : node.classes?.includes(name),
  );
}

const bodyOnly = /^(?:html|body|:root)$/;

/**
 * Rules of a page's own that put words on a ground they cannot be told from. Looked at are those that name both colours,
 * or the words of the whole page: what several rules make together only a browser knows.
 */
export function styleHints(document: PageDocument): PageHint[] {
  const { theme } = document;
  const known = new Set((theme ? themePairs(theme) : []).map(({ words, ground }) => `${words} ${ground}`));
  const root = rootOf(document.project);
  const elements = [{ node: root, path: "" }, ...elementsIn(root)].filter(({ node }) => textIn(node) !== "");
  const hints: PageHint[] = [];
  for (const rule of document.project.styles) {
    if (rule.atRuleType || rule.state) continue;
    const isBody = rule.selectors.length === 0 && bodyOnly.test(rule.selectorsAdd ?? "");
    if (isBody ? theme : rule.selectors.length === 0) continue;
    const colour = (name: string) => colourIn(last(rule.style[name]), theme);
    const words = colour("color");
    const named = colour("background-color") ?? colour("background");
    const hasGround = Object.keys(rule.style).some((name) => name.startsWith("background"));
    const ground = named ?? (isBody && !hasGround ? "#ffffff" : undefined);
    const contrast = words && ground ? contrastOf(words, ground) : undefined;
    if (known.has(`${words} ${ground}`)) continue;
    if (contrast === undefined || contrast >= (isLarge(rule) ? largeContrast : readableContrast)) continue;
    const place = isBody ? { path: undefined } : elements.find(({ node }) => matches(node, rule));
    if (!place) continue;
    hints.push({
      id: "contrast_low",
      area: "access",
      weight: "warn",
      message: `Words in ${words} on ${ground} are hard to read: ${contrast.toFixed(1)} to 1.`,
      remedy: "Choose colours that are further apart: 4.5 to 1 can be read by everyone.",
      path: place.path,
    });
  }
  return hints;
}
