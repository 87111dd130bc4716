import { type BoxRule, valuesOf } from "./box-rules";
import type { ProjectComponent } from "./project";

/** How far from its place a box may be drawn: hardly, a little way, or as far as the page says. */
export type Reach = "none" | "near" | "far";

/** What the styles of a page let a box do to what lies beside it. */
export interface BoxLayer {
  reach: Reach;
  /** The same of a box whose place is told from a box around it that it shares with no form. */
  reachInside: Reach;
  /** The highest place in the stack that it may have; none for a box that lies in the page. */
  top: number | undefined;
  /** The lowest one of a box that may have a stack of its own. */
  low: number | undefined;
  /** It has a stack of its own for certain: what is in it comes no higher than it does. */
  isStack: boolean;
  isPositioned: boolean;
  /** Places of boxes in it are told from its edges for certain. */
  holdsPlaces: boolean;
  isInGrid: boolean;
  /** Shows only after a visitor did something. */
  isHiddenAtRest: boolean;
  /** Stays on the screen as a bar or in a corner, and the page passes under it. */
  isBarOnScreen: boolean;
}

export const layerProperties =
  /^(?:z-index|position|display|visibility|opacity|isolation|inset|top|bottom|left|right|margin|padding|transform|translate|scale|rotate|perspective|filter|backdrop-filter|mix-blend-mode|will-change|contain|container|mask|clip-path|box-shadow|outline|grid-|(?:min-|max-)?(?:height|block-size)$|animation)/;

const unknown = /var\(|calc\(|env\(|min\(|max\(|clamp\(/i;
const unset = /^(?:auto|none|normal|inherit|initial|unset|revert(?:-layer)?|0(?:px|%)?|visible|static)$/i;
const bare = (value: string): string => value.replace(/\s*!important$/i, "").trim();

/** A few lines of text. */
const nearest = 64;
const pixelsIn: Record<string, number> = { px: 1, rem: 16, em: 16, ch: 8, pt: 1.34 };

/** Whether a value stays within a few lines of text, or within a part of the box itself; what cannot be told does not. */
function isNear(value: string, percent = 0): boolean {
  if (unknown.test(value)) return false;
  return [...value.matchAll(/(-?\d*\.?\d+)([a-z%]*)/gi)].every(([, amount, unit = ""]) => {
    const size = Math.abs(Number(amount));
    if (size === 0 || unit === "deg" || unit === "turn") return true;
    if (unit === "") return size <= 2;
    if (unit === "%") return size <= percent;
    const factor = pixelsIn[unit.toLowerCase()];
    return factor !== undefined && size * factor <= nearest;
  });
}

const sidesOf = (name: string, sides: readonly string[]) => [name, ...sides.map((side) => `${name}-${side}`)];
const logical = (name: string) => [
  ...sidesOf(`${name}-block`, ["start", "end"]),
  ...sidesOf(`${name}-inline`, ["start", "end"]),
];
const offsets = ["top", "bottom", "left", "right", "inset", ...logical("inset")];
const margins = [...sidesOf("margin", ["top", "bottom", "left", "right"]), ...logical("margin")];
const paddings = [...sidesOf("padding", ["top", "bottom"]), ...sidesOf("padding-block", ["start", "end"])];
const heights = ["height", "min-height", "block-size", "min-block-size"];
const moves = ["transform", "translate", "scale"];
const drawings = ["box-shadow", "outline", "outline-width", "outline-offset"];
const cells = ["grid-area", "grid-row", "grid-column", "grid-row-start", "grid-column-start"];
const contexts = [
  ...[...moves, "rotate", "perspective", "filter", "backdrop-filter", "mix-blend-mode"],
  ...["mask", "mask-image", "-webkit-mask", "-webkit-mask-image", "clip-path"],
];

/** What rules say, by property. */
type Styles = ReadonlyMap<string, readonly string[]>;

function gathered(rules: readonly BoxRule[]): Styles {
  const found = new Map<string, Set<string>>();
  for (const { style } of rules)
    for (const property of Object.keys(style)) {
      const values = found.get(property) ?? new Set();
      for (const value of valuesOf(style, property)) values.add(bare(value));
      found.set(property, values);
    }
  return new Map(Array.from(found, ([property, values]) => [property, [...values]]));
}

const some = (styles: Styles, properties: readonly string[], value: RegExp): boolean =>
  properties.some((property) => styles.get(property)?.some((one) => value.test(one)));
const setIn = (styles: Styles, properties: readonly string[]): string[] =>
  properties.flatMap((property) => (styles.get(property) ?? []).filter((value) => !unset.test(value)));

const isAbsolute = (styles: Styles): boolean => some(styles, ["position"], /absolute|var\(/i);
const isFixed = (styles: Styles): boolean => some(styles, ["position"], /fixed/i);
const isPositioned = (styles: Styles): boolean =>
  some(styles, ["position"], /absolute|fixed|sticky|relative|var\(/i);

/** What gives a box a stack of its own without a `z-index`. */
const makesStack = (styles: Styles): boolean =>
  setIn(styles, contexts).length > 0 ||
  setIn(styles, ["opacity"]).some((value) => !(Number(value) >= 1)) ||
  some(styles, ["isolation"], /isolate|var\(/i) ||
  some(styles, ["position"], /fixed|sticky/i) ||
  some(styles, ["will-change"], /transform|opacity|filter|position|top|z-index|contents/i) ||
  some(styles, ["contain"], /paint|layout|strict|content|var\(/i) ||
  some(styles, ["container-type", "container"], /size/i);

const placesIn = (styles: Styles): number[] =>
  (styles.get("z-index") ?? [])
    .filter((value) => value === "0" || !unset.test(value))
    .map((value) => (Number.isFinite(Number(value)) ? Number(value) : Number.POSITIVE_INFINITY));

const hidesAtRest = (styles: Styles): boolean =>
  some(styles, ["display"], /^none/i) ||
  some(styles, ["visibility"], /^(?:hidden|collapse)/i) ||
  some(styles, ["opacity"], /^(?:0|0?\.0+|0%)(?:\s|$)/);
const showsAgain = (styles: Styles): boolean =>
  some(styles, ["display"], /^(?!none)/i) ||
  some(styles, ["visibility"], /^visible/i) ||
  some(styles, ["opacity"], /[1-9]/) ||
  some(styles, ["animation", "animation-name"], /^(?!none)/i);

const coversScreen = (styles: Styles): boolean =>
  some(styles, ["inset", "inset-block"], /^(?!auto)/i) ||
  some(styles, heights, /(?:[5-9]\d|\d{3,})[a-z%]|var|calc/i) ||
  (some(styles, ["top", "inset-block-start"], /\d/) && some(styles, ["bottom", "inset-block-end"], /\d/));

/** Such as a header over a large picture: at the top of its box, and no higher than a few lines. */
const isBarAtTop = (styles: Styles): boolean =>
  some(styles, ["top"], /\d/) &&
  !some(
    styles,
    offsets.filter((name) => /^(?:bottom|inset)/.test(name)),
    /\d/,
  ) &&
  setIn(styles, ["top", ...heights, ...paddings]).every((value) => isNear(value));

function reachOf(styles: Styles, isInside: boolean): Reach {
  const isSticky = some(styles, ["position"], /sticky/i);
  const [absolute, fixed] = [isAbsolute(styles), isFixed(styles)];
  if (!isInside && (fixed || (absolute && !isBarAtTop(styles)))) return "far";
  const percent = isInside ? 50 : 0;
  const offset = setIn(styles, offsets).filter((value) => !absolute || /-|[^\d.]\d{3}|\d{3}%|\(/.test(value));
  const pulled = setIn(styles, margins).filter((value) => /(?:^|[\s(])-|calc/i.test(value));
  const drawn = setIn(styles, drawings).filter((value) => !isNear(value));
  const shifts = [...(isSticky ? [] : offset), ...pulled, ...drawn, ...setIn(styles, moves)];
  if (shifts.some((value) => !isNear(value, percent))) return "far";
  // What a low box holds comes out of it below.
  return shifts.length > 0 || absolute || some(styles, [...heights, "max-height"], /\d/) ? "near" : "none";
}

/** What is known of an element, or of what is drawn beside one, from the rules that may be for it. */
function layerBy(rules: readonly BoxRule[], isDialog: boolean, isClosed: boolean): BoxLayer {
  const given = gathered(rules);
  const all = isDialog
    ? new Map([...given, ["position", [...(given.get("position") ?? []), "absolute"]]])
    : given;
  const plain = gathered(rules.filter(({ isPlain, isState }) => isPlain && !isState));
  const lasting = gathered(rules.filter(({ isState }) => !isState));
  const places = placesIn(all);
  const levels = [...places, ...(makesStack(all) ? [0] : [])];
  const isTakenBack =
    some(all, ["z-index"], /^(?:auto|inherit|initial|unset|revert)/i) || some(all, ["position"], /^static/i);
  const [reach, reachInside] = [reachOf(all, false), reachOf(all, true)];
  const sticks = (isFixed(all) && !coversScreen(all)) || some(all, ["position"], /sticky/i);
  return {
    ...{ reach, reachInside, isPositioned: isPositioned(all) },
    top: levels.length > 0 || isPositioned(all) ? Math.max(...(levels.length > 0 ? levels : [0])) : undefined,
    low: levels.length > 0 ? Math.min(...levels) : undefined,
    isStack:
      some(plain, ["isolation"], /isolate/i) ||
      (placesIn(plain).length > 0 && isPositioned(plain) && !isTakenBack),
    holdsPlaces: isPositioned(plain) && !isTakenBack,
    isInGrid: some(all, cells, /\d/),
    isHiddenAtRest: (isClosed || hidesAtRest(plain)) && !showsAgain(lasting),
    isBarOnScreen: sticks && !isAbsolute(all) && (isFixed(all) || reach !== "far"),
  };
}

const known = new WeakMap<readonly BoxRule[], Map<string, BoxLayer>>();

/** The same for what has the same rules, which lists of rules tell by being the same list. */
export function layerOf(node: ProjectComponent | undefined, rules: readonly BoxRule[]): BoxLayer {
  const isDialog = node?.tagName === "dialog";
  const has = (name: string) => node?.attributes?.[name] !== undefined;
  const isClosed = has("popover") || (isDialog && !has("open"));
  const layers = known.get(rules) ?? new Map<string, BoxLayer>();
  known.set(rules, layers);
  const layer = layers.get(`${isDialog} ${isClosed}`) ?? layerBy(rules, isDialog, isClosed);
  layers.set(`${isDialog} ${isClosed}`, layer);
  return layer;
}
