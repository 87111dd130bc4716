import { aboveAllStyles } from "./above-all-styles";
import { type BoxLayer, layerOf, layerProperties, type Reach } from "./box-layers";
import { rulesBeside, rulesForBoxes, valuesOf } from "./box-rules";
import { selectorAround, selectorOf } from "./boxes-around-forms";
import { attributeOf, childrenOf, isText, type WayOut, waysOut } from "./component-tree";
import { cssString } from "./forms-css";
import { widgetKind } from "./page-widgets";
import type { ProjectComponent, ProjectStyle } from "./project";

const highest = 2_147_483_647;
/** Where the notice lies in the stack of its form by itself. */
const usual = 1;

/** An element of the page, or what is drawn before or after the content of one. */
interface Box {
  node: ProjectComponent;
  drawn?: "before" | "after";
  /** From the element out to the root. */
  way: readonly ProjectComponent[];
  order: number;
}

type RulesOf = ReturnType<typeof rulesForBoxes>;

function lazily(make: () => RulesOf): RulesOf {
  let made: RulesOf | undefined;
  return (node) => {
    made ??= make();
    return made(node);
  };
}

type LayerOf = (node: ProjectComponent, drawn?: Box["drawn"]) => BoxLayer;

function layersOf(root: ProjectComponent, styles: readonly ProjectStyle[]): LayerOf {
  const own = rulesForBoxes(styles, layerProperties);
  const beside = {
    before: lazily(() => rulesBeside(styles, layerProperties, "before")),
    after: lazily(() => rulesBeside(styles, layerProperties, "after")),
  };
  // The root is the body of what is served.
  const served = [{ ...root, tagName: "body" }, { tagName: "html" }];
  const known = { own: new Map(), before: new Map(), after: new Map() };
  return (node, drawn) => {
    const layers: Map<ProjectComponent, BoxLayer> = known[drawn ?? "own"];
    const before = layers.get(node);
    if (before) return before;
    const rulesOf = drawn ? beside[drawn] : own;
    const layer = layerOf(drawn ? undefined : node, node === root ? served.flatMap(rulesOf) : rulesOf(node));
    layers.set(node, layer);
    return layer;
  };
}

/** All boxes of a page, each with its place in the order of drawing. */
function boxesIn(root: ProjectComponent): Box[] {
  const boxes: Box[] = [];
  const visit = (node: ProjectComponent, around: readonly ProjectComponent[]) => {
    const way = [node, ...around];
    const add = (drawn?: Box["drawn"]) =>
      boxes.push({ node, way, order: boxes.length, ...(drawn ? { drawn } : {}) });
    add();
    add("before");
    for (const child of childrenOf(node)) if (!isText(child)) visit(child, way);
    add("after");
  };
  visit(root, []);
  return boxes;
}

interface FormPlace extends WayOut {
  around: ReadonlySet<ProjectComponent>;
  order: number;
}

/** A box and a form, each seen out to the element that both lie in. */
interface Meeting {
  /** From the box out to that element, which is left out. */
  chain: readonly BoxLayer[];
  /** The same from the form. */
  formSide: readonly ProjectComponent[];
  isAfter: boolean;
}

function meet(box: Box, form: FormPlace, layer: LayerOf): Meeting | undefined {
  const { way, around } = form;
  const isAround = around.has(box.node);
  if (isAround && !box.drawn) return undefined;
  const until = isAround ? 0 : box.way.findIndex((node) => around.has(node));
  const common = box.way[until];
  if (!common) return undefined;
  const elements = box.way.slice(0, until).map((node) => layer(node));
  const chain = box.drawn ? [layer(box.node, box.drawn), ...elements] : elements;
  // The notice stands last in its form.
  const isAfter = common === way[0] ? isAround && box.drawn === "after" : box.order > form.order;
  return { chain, formSide: way.slice(0, way.indexOf(common)), isAfter };
}

/** The highest that a box comes among its neighbours; undefined for one that lies in the page. */
const topOf = (chain: readonly BoxLayer[]): number | undefined =>
  (chain.findLast(({ isStack }) => isStack) ?? chain[0])?.top;

/** How far a box, or a box that it lies in, may be drawn from its place. */
function reachesOf(chain: readonly BoxLayer[]): Reach[] {
  return chain.map(({ reach, reachInside }, at) =>
    chain.slice(at + 1).some(({ holdsPlaces }) => holdsPlaces) ? reachInside : reach,
  );
}

/** Widgets and closed parts show at a visitor's wish, and can be closed again. */
function opensByHand(box: Box, form: FormPlace): boolean {
  return box.way.some((node, at) => {
    if (form.around.has(node)) return false;
    if (/^(?:popup|bar)$/.test(widgetKind(node) ?? "")) return true;
    const isClosed = node.tagName === "details" && attributeOf(node, "open") === undefined;
    return isClosed && at > 0 && box.way[at - 1]?.tagName !== "summary";
  });
}

interface Covering {
  node: ProjectComponent;
  isFar: boolean;
  /** Where the notice has to lie to be above. */
  needs: number;
  /** Boxes around the form that have a stack of their own, or may have one; undefined for the notice itself. */
  lifts: (ProjectComponent | undefined)[];
}

/** What has to be lifted to bring a notice above a box outside, and how high the lowest of it lies now. */
function stacksOf(formSide: readonly ProjectComponent[], layer: LayerOf) {
  const stacks = formSide.toReversed().flatMap((node) => {
    const { low, isStack } = layer(node);
    return low === undefined ? [] : [{ node, low, isStack }];
  });
  const certain = stacks.findIndex(({ isStack }) => isStack);
  const counted = certain < 0 ? stacks : stacks.slice(0, certain + 1);
  return {
    lies: Math.min(...counted.map(({ low }) => low), ...(certain < 0 ? [usual] : [])),
    lifts: [...counted.map(({ node }) => node), ...(certain < 0 ? [undefined] : [])],
  };
}

function coveringOf(box: Box, form: FormPlace, layer: LayerOf): Covering[] {
  const met = meet(box, form, layer);
  if (!met) return [];
  const { chain, formSide, isAfter } = met;
  if (chain.some(({ isHiddenAtRest, isBarOnScreen }) => isHiddenAtRest || isBarOnScreen)) return [];
  if (formSide.some((node) => widgetKind(node) === "popup")) return [];
  const { lies, lifts } = stacksOf(formSide, layer);
  const top = topOf(chain);
  if (top === undefined || top < lies || (top === lies && !isAfter) || opensByHand(box, form)) return [];
  const sides = formSide.map((node) => layer(node));
  const reaches = [...reachesOf(chain), ...sides.map(({ reach }) => reach)];
  const isFar = reaches.includes("far") || Boolean(chain.at(-1)?.isInGrid && sides.at(-1)?.isInGrid);
  if (!isFar && !reaches.includes("near")) return [];
  return [{ node: box.node, isFar, lifts, needs: Math.min(Math.max(top, 0) + 1, highest) }];
}

interface Covered {
  form: WayOut;
  by: Covering[];
}

/** Without a place above the usual one, only a form in a stack of its own can come under something. */
const mayComeUnder = (forms: readonly WayOut[], styles: readonly ProjectStyle[], layer: LayerOf): boolean =>
  styles.some(({ style }) => valuesOf(style, "z-index").some((value) => !/^(?:auto|0|-\d+)$/.test(value))) ||
  forms.some(({ way }) => way.some((node) => (layer(node).low ?? usual) < usual));

function covered(root: ProjectComponent, styles: readonly ProjectStyle[], layer: LayerOf): Covered[] {
  const forms = waysOut(root);
  if (!mayComeUnder(forms, styles, layer)) return [];
  const boxes = boxesIn(root);
  const orders = new Map(boxes.filter(({ drawn }) => !drawn).map(({ node, order }) => [node, order]));
  const placed = boxes.filter(({ node, drawn }) => layer(node, drawn).top !== undefined);
  return forms.map((form) => {
    const order = orders.get(form.way[0] as ProjectComponent) ?? 0;
    const place = { ...form, order, around: new Set(form.way) };
    return { form, by: placed.flatMap((box) => coveringOf(box, place, layer)) };
  });
}

/** Parts of a page that may lie over the privacy notice of a form, which is served above them. */
export function partsOverNotices(
  root: ProjectComponent,
  styles: readonly ProjectStyle[],
): ProjectComponent[] {
  const found = covered(root, styles, layersOf(root, styles)).flatMap(({ by }) => by);
  return [...new Set(found.flatMap(({ node, isFar }) => (isFar ? node : [])))];
}

/**
 * Bars that the page passes under stay above the notices in it. Only a bar that names its place is lifted: of others
 * nobody knows whether something is to pass over them.
 */
function barsAbove(
  place: number,
  root: ProjectComponent,
  styles: readonly ProjectStyle[],
  layer: LayerOf,
): string[] {
  if (!styles.some(({ style }) => valuesOf(style, "position").some((one) => /sticky|fixed/i.test(one))))
    return [];
  const around = new Set(waysOut(root).flatMap(({ way }) => way));
  return boxesIn(root).flatMap(({ node, drawn, way }) => {
    const { isBarOnScreen, top = 0 } = layer(node);
    const isLow = isBarOnScreen && top >= usual && top <= place && place < highest;
    if (drawn || !isLow || around.has(node) || way.slice(1).some((one) => layer(one).isStack)) return [];
    return `${selectorOf(node)}{z-index:${place + 1}}`;
  });
}

/** Lifts the privacy notices of a page above what it lays over them; nothing for pages that lay nothing there. */
export function liftNoticesCss(root: ProjectComponent, styles: readonly ProjectStyle[]): string {
  const layer = layersOf(root, styles);
  let top = usual;
  const rules = covered(root, styles, layer).flatMap(({ form: { key, way }, by }) => {
    const places = new Map<ProjectComponent | undefined, number>();
    for (const { lifts, needs, isFar } of by)
      for (const node of lifts) {
        // A whole part of the page is lifted only for what may reach right over it.
        if (node && !isFar) continue;
        places.set(node, Math.max(needs, places.get(node) ?? 0, (node && layer(node).top) ?? 0));
      }
    top = Math.max(top, ...places.values());
    const form = `form[data-form=${cssString(key)}]`;
    return [...places].map(([node, place]) => {
      if (!node) return `${form}>.f-notice{z-index:${place}}`;
      const position = layer(node).isPositioned ? "" : ";position:relative";
      return `${node === way[0] ? form : selectorAround(node, key)}{z-index:${Math.min(place, highest)}${position}}`;
    });
  });
  if (waysOut(root).length > 0) rules.push(...barsAbove(top, root, styles, layer));
  return rules.length > 0 ? aboveAllStyles([...new Set(rules)].join("")) : "";
}
