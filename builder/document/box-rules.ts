import type { ProjectComponent, ProjectStyle } from "./project";
import { mayBeBeside, mayBeFor } from "./selector-fit";

export type BoxStyle = ProjectStyle["style"];

export interface BoxRule {
  style: BoxStyle;
  /** Holds on every screen and in every state. */
  isPlain: boolean;
  /** Holds only while a visitor does something, such as pointing at it. */
  isState: boolean;
}

interface FoundRule extends BoxRule {
  /** Among the rules. */
  place: number;
  isFor(node: ProjectComponent): boolean;
}

/** All values of a property, also those that are fallbacks. */
export const valuesOf = (style: BoxStyle, property: string): string[] => [style[property] ?? []].flat();

export const says = (style: BoxStyle, properties: readonly string[], value: RegExp): boolean =>
  properties.some((property) => valuesOf(style, property).some((one) => value.test(one)));

const stateIn = /:(?:hover|active|focus(?:-within|-visible)?|target|checked|popover-open|open)\b|\[open\]/i;

const isOfState = ({ state, selectors, selectorsAdd = "" }: ProjectStyle): boolean =>
  selectors.length > 0 ? Boolean(state) : selectorsAdd.split(",").every((one) => stateIn.test(one));

type Fits = (style: ProjectStyle) => (node: ProjectComponent) => boolean;

const animates = (style: BoxStyle) => Object.keys(style).some((name) => /^(?:-webkit-)?animation/.test(name));

/** The rules that may be for something, the same list where they are the same; an animation's count for whatever is animated. */
function rulesBy(
  styles: readonly ProjectStyle[],
  relevant: RegExp,
  fits: Fits,
): (node: ProjectComponent) => BoxRule[] {
  const animated = styles.filter(({ style }) => animates(style)).map(fits);
  const known = styles
    .filter(
      ({ atRuleType, style }) =>
        atRuleType !== "font-face" &&
        Object.keys(style).some((name) => relevant.test(name.replace(/^-webkit-/, ""))),
    )
    .map((rule, place): FoundRule => {
      const { atRuleType, state, style } = rule;
      if (atRuleType === "keyframes")
        return {
          ...{ style, place, isPlain: false, isState: false },
          isFor: (node) => animated.some((isFor) => isFor(node)),
        };
      return { style, place, isFor: fits(rule), isPlain: !atRuleType && !state, isState: isOfState(rule) };
    });
  // Which rules are for an element is told from its names alone, so that those with the same names share them.
  const found = new Map<string, BoxRule[]>();
  const lists = new Map<string, BoxRule[]>();
  return (node) => {
    const names = [node.tagName ?? "div", node.attributes?.id ?? "", ...(node.classes ?? [])].join(" ");
    const before = found.get(names);
    if (before) return before;
    const rules = known.filter(({ isFor }) => isFor(node));
    const places = rules.map(({ place }) => place).join(" ");
    const list = lists.get(places) ?? rules;
    lists.set(places, list);
    found.set(names, list);
    return list;
  };
}

/** The rules that may be for an element. */
export const rulesForBoxes = (styles: readonly ProjectStyle[], relevant: RegExp) =>
  rulesBy(styles, relevant, mayBeFor);

/** The rules that may be for what is drawn before or after the content of an element. */
export const rulesBeside = (styles: readonly ProjectStyle[], relevant: RegExp, side: "before" | "after") =>
  rulesBy(styles, relevant, (style) => mayBeBeside(style, side));
