import { childrenOf, isText } from "./component-tree";
import { loweredPictures } from "./picture-heights";
import { bareRules, lengthIn, type RuleFinder } from "./picture-rules";
import type { ProjectComponent, ProjectStyle } from "./project";

/** Where a picture lies, as far as the markup and the rules tell. */
export interface PicturePlace {
  /** first: the large one of the first screen; soon: small, above it; later: further down. */
  turn: "first" | "soon" | "later";
  /** Value of `sizes` for a picture that says this of its width and height. */
  sizes(said: { width: number; height: number }): string;
  /** Its height is given by a rule, and its width follows from its shape. */
  followsHeight: boolean;
}

interface Room {
  /** CSS pixels on a wide screen. */
  width: number;
  /** Screen width from which it is that wide. */
  from: number;
  /** How many stand side by side. */
  across: number;
}

/** Padding of sections at both sides. */
const sides = 96;
const sideBySideFrom = 640;
const elements = (node: ProjectComponent) => childrenOf(node).filter((child) => !isText(child));

/** Shares of the columns of a grid, as far as they can be told. */
function columns(value: string, width: number, gap: number, children: number): number[] {
  const repeated = /^repeat\(\s*(\d+|auto-fit|auto-fill)\s*,(.*)\)$/.exec(value.trim());
  if (repeated) {
    const least = lengthIn(repeated[2] ?? "") ?? width;
    const fitting = Math.max(1, Math.floor((width + gap) / (least + gap)));
    const count = /^\d/.test(repeated[1] ?? "") ? Number(repeated[1]) : Math.min(children, fitting);
    return Array.from({ length: Math.max(1, Math.min(12, count)) }, () => 1);
  }
  const shares = [...value.matchAll(/(\d*\.?\d+)fr/g)].map((match) => Number(match[1]));
  const tracks = value
    .replace(/\([^()]*\)/g, "")
    .trim()
    .split(/\s+/).length;
  return shares.length === tracks && shares.every((share) => share > 0) ? shares : [1];
}

/** The room of a child: within the widest that its parent may be, and within its column there. */
function roomInside(room: Room, node: ProjectComponent, index: number, rules: RuleFinder): Room {
  const widest = rules.length(node, "max-width") ?? rules.length(node, "width");
  const own = widest && widest < room.width ? { ...room, width: widest, from: widest + sides } : room;
  const grid = rules.value(node, "grid-template-columns");
  if (!grid || own.width === Number.POSITIVE_INFINITY) return own;
  const gap = lengthIn(rules.value(node, "gap") ?? "", "last") ?? 0;
  const shares = columns(grid, own.width, gap, elements(node).length);
  const sum = shares.reduce((all, share) => all + share, 0);
  const share = (shares[index % shares.length] ?? 1) / sum;
  const width = Math.round((own.width - gap * (shares.length - 1)) * share);
  return { width, from: Math.max(own.from, room.from), across: own.across * shares.length };
}

function sizesFor(node: ProjectComponent, parents: ProjectComponent[], room: Room, rules: RuleFinder) {
  const width = rules.picture(node, parents, "width");
  const height = lengthIn(rules.picture(node, parents, "height") ?? "");
  const fixed = width ? lengthIn(width) : undefined;
  const fills = width?.trim().endsWith("%") ?? false;
  return (said: { width: number; height: number }): string => {
    if (fixed) return `${Math.round(fixed)}px`;
    if (height && !fills) return `${Math.ceil((height * said.width) / said.height)}px`;
    const full = Math.round(fills ? room.width : Math.min(room.width, said.width));
    if (!Number.isFinite(full)) return "100vw";
    const from = Math.max(full, Number.isFinite(room.width) ? room.from : 0);
    const some = room.across > 1 ? `(min-width:${sideBySideFrom}px) ${Math.ceil(100 / room.across)}vw,` : "";
    return `(min-width:${from}px) ${full}px,${some}100vw`;
  };
}

const opens = new Set(["section", "article", "div", "form", "main", "figure"]);
const isAbove = (node: ProjectComponent) => node.tagName === "header" || node.tagName === "nav";

/** The parts of the page that are on the first screen: what stands above the first section, and that. */
function firstScreen(root: ProjectComponent): Set<ProjectComponent> {
  let parts = elements(root);
  while (parts.length === 1 && parts[0] && elements(parts[0]).length > 0 && parts[0].tagName !== "section")
    parts = elements(parts[0]);
  const end = parts.findIndex((part) => opens.has(part.tagName ?? "div"));
  return new Set(end < 0 ? parts : parts.slice(0, end + 1));
}

/** For every picture of a page: when it is needed, and how wide it is shown. */
export function placePictures(
  root: ProjectComponent,
  styles: ProjectStyle[],
  themeWidth: number | undefined,
): Map<ProjectComponent, PicturePlace> {
  const places = new Map<ProjectComponent, PicturePlace>();
  const first = firstScreen(root);
  const rules = bareRules(styles, themeWidth);
  const isLowered = loweredPictures(styles);
  let isFound = false;
  const walk = (
    node: ProjectComponent,
    parents: ProjectComponent[],
    room: Room,
    above: boolean,
    onFirst: boolean,
  ) => {
    for (const [index, child] of elements(node).entries()) {
      const isAboveAll = above || isAbove(child);
      const isOnFirst = (onFirst || first.has(child)) && child.tagName !== "dialog";
      const around = [node, ...parents];
      const inside = roomInside(room, node, index, rules);
      if (child.tagName === "img") {
        const isFirst = isOnFirst && !isAboveAll && !isFound;
        isFound ||= isFirst;
        const turn = isFirst ? "first" : isAboveAll && isOnFirst ? "soon" : "later";
        const followsHeight = isLowered(child) && !rules.picture(child, around, "width");
        places.set(child, { turn, sizes: sizesFor(child, around, inside, rules), followsHeight });
      } else walk(child, around, inside, isAboveAll, isOnFirst);
    }
  };
  walk(root, [], { width: Number.POSITIVE_INFINITY, from: 0, across: 1 }, false, false);
  return places;
}
