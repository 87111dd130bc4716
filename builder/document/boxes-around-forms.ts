import { aboveAllStyles } from "./above-all-styles";
import { type BoxRule, type BoxStyle, rulesForBoxes, says, valuesOf } from "./box-rules";
import { attributeOf, waysOut } from "./component-tree";
import { cssString } from "./forms-css";
import type { ProjectComponent, ProjectStyle } from "./project";

/** How a box around a form could leave its privacy notice out of sight. */
export type HidingWay = "cut" | "shape" | "fade";

export interface HidingBox {
  node: ProjectComponent;
  ways: HidingWay[];
}

/** Of the block axis, which stands last; a value from elsewhere may be any. */
const hides = /(?:hidden|clip|var\(.*)(?:\s*!important)?$/i;
const cuts = (style: BoxStyle): boolean =>
  says(style, ["overflow", "overflow-y", "overflow-block"], hides) ||
  says(style, ["contain"], /paint|strict|content|size|var\(/i) ||
  says(style, ["content-visibility"], /hidden|auto|var\(/i) ||
  says(style, ["-webkit-line-clamp", "line-clamp"], /\d|var\(/);

const sized = /\d|var\(/;
const heights = ["height", "max-height", "block-size", "max-block-size"];
const edges = ["aspect-ratio", "flex", "flex-basis", "bottom", "inset", "inset-block", "inset-block-end"];
const tracks = ["grid-template-rows", "grid-auto-rows", "grid-template", "grid"];
/** Of a box that shows what is too much, so that a box around it could cut that off. */
const isLow = (style: BoxStyle): boolean => says(style, heights, /^(?!100%).*(?:\d|var\()/);
const hasLimits = (style: BoxStyle): boolean => says(style, [...heights, ...edges], sized);
const limitsInner = (style: BoxStyle): boolean => says(style, [...heights, ...edges, ...tracks], sized);
const floats = (style: BoxStyle): boolean => says(style, ["position"], /absolute|fixed|var\(/i);
const staysOnScreen = (style: BoxStyle): boolean => says(style, ["position"], /fixed|var\(/i);
/** All but those that leave everything in sight. */
const shapes = (style: BoxStyle): boolean =>
  ["clip-path", "clip", "mask", "mask-image", "-webkit-mask", "-webkit-mask-image"].some((property) =>
    valuesOf(style, property).some((value) => !/^(?:none|auto|initial|unset)\b/.test(value)),
  );
const fades = (style: BoxStyle): boolean =>
  valuesOf(style, "opacity").some((value) => !(Number.parseFloat(value) >= 0.9 && !/%/.test(value)));

const relevant =
  /^(?:overflow|contain|content-visibility|line-clamp|clip|mask|opacity|position|(?:min-|max-)?(?:height|block-size)$|aspect-ratio|flex|bottom|inset|grid)/;

const plainLength = /^\d*\.?\d+(?:px|rem|em|[sdl]?vh)$/;

/** The height that a box was given, to keep as its least one. */
function leastHeight(rules: readonly BoxRule[]): string | undefined {
  for (const property of ["min-height", "min-block-size", "height", "block-size"]) {
    const value = rules
      .filter(({ isPlain }) => isPlain)
      .flatMap(({ style }) => valuesOf(style, property))
      .at(-1)
      ?.replace(/\s*!important$/i, "");
    if (value && plainLength.test(value)) return value;
  }
  return undefined;
}

/** An element by its name, its id and its classes. */
export function selectorOf(node: ProjectComponent): string {
  const id = attributeOf(node, "id");
  const names = (node.classes ?? []).map((name) => `[class~=${cssString(name)}]`);
  return `${node.tagName ?? "div"}${id ? `[id=${cssString(id)}]` : ""}${names.join("")}`;
}

/** Selects the element, and at most others around the same form. */
export const selectorAround = (node: ProjectComponent, key: string): string =>
  `${selectorOf(node)}:has(form[data-form=${cssString(key)}])`;

/** Brings back what a box cuts off: it scrolls where it stands on the screen, and elsewhere is as high as what it holds. */
function uncut(node: ProjectComponent, rules: readonly BoxRule[], holdsFloating: boolean): string {
  const opened = "contain:none;content-visibility:visible;-webkit-line-clamp:none;";
  if (/^(?:html|body)$/.test(node.tagName ?? "")) return `${opened}overflow:clip visible;`;
  if (node.tagName === "dialog" || rules.some(({ style }) => staysOnScreen(style)))
    return `${opened}overflow-y:auto;`;
  // The least height holds against tracks of a grid too; the height is what the page wanted at least.
  return `${opened}height:${leastHeight(rules) ?? "auto"};min-height:max-content;max-height:none;aspect-ratio:auto;${holdsFloating ? "overflow:visible;" : ""}`;
}

interface Opened extends HidingBox {
  css: string;
}

/** From a form out to the root, which is the body of what is served. */
function boxesOn(way: readonly ProjectComponent[]): ProjectComponent[] {
  const root = way.at(-1);
  return [...way.slice(0, -1), { ...root, tagName: "body" }, { tagName: "html" }];
}

function openedOn(
  { key, way }: { key: string; way: readonly ProjectComponent[] },
  rulesFor: (node: ProjectComponent) => BoxRule[],
): Opened[] {
  const around = boxesOn(way).map((node) => ({ node, rules: rulesFor(node) }));
  const anySays = (some: typeof around, holds: (style: BoxStyle) => boolean) =>
    some.some(({ rules }) => rules.some(({ style }) => holds(style)));
  return around.slice(1).flatMap((box, before): Opened[] => {
    const { node, rules } = box;
    const holdsFloating = anySays(around.slice(0, before + 1), floats);
    const canBeLow = anySays([box], hasLimits) || anySays(around.slice(before + 2), limitsInner);
    const isCut =
      anySays([box], cuts) && (canBeLow || holdsFloating || anySays(around.slice(1, before + 1), isLow));
    const spills = anySays([box], isLow) && anySays(around.slice(before + 2), cuts);
    const cut = isCut || spills ? uncut(node, rules, holdsFloating) : "";
    const shape = anySays([box], shapes) ? "clip-path:none;clip:auto;mask:none;" : "";
    const fade = anySays([box], fades) ? "opacity:1;" : "";
    const css = cut + shape + fade;
    if (css === "") return [];
    const ways: HidingWay[] = [];
    if (cut) ways.push("cut");
    if (shape) ways.push("shape");
    if (fade) ways.push("fade");
    return [
      { node: way[before + 1] ?? node, ways, css: `${selectorAround(node, key)}{${css.slice(0, -1)}}` },
    ];
  });
}

function opened(root: ProjectComponent, styles: readonly ProjectStyle[]): Opened[] {
  const rulesFor = rulesForBoxes(styles, relevant);
  return waysOut(root).flatMap((way) => openedOn(way, rulesFor));
}

/** Boxes of a page that could cut off, shape away or fade the privacy notice of a form in them; pages are served with them opened. */
export const hidingBoxes = (root: ProjectComponent, styles: readonly ProjectStyle[]): HidingBox[] =>
  opened(root, styles).map(({ node, ways }) => ({ node, ways }));

/** Opens those boxes; nothing for pages without one. */
export function openBoxesCss(root: ProjectComponent, styles: readonly ProjectStyle[]): string {
  const rules = new Set(opened(root, styles).map(({ css }) => css));
  return rules.size > 0 ? aboveAllStyles([...rules].join("")) : "";
}
