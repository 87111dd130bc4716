import type { ProjectComponent, ProjectStyle } from "./project";
import { mayBeFor } from "./selector-fit";

const heights = ["height", "max-height", "block-size", "max-block-size"];
const nothing = /^(?:auto|none|initial|unset|revert|revert-layer)\b/;

const statesHeight = ({ style, atRuleType }: ProjectStyle): boolean =>
  atRuleType !== "keyframes" &&
  atRuleType !== "font-face" &&
  heights.some((property) => [style[property] ?? []].flat().some((value) => !nothing.test(value.trim())));

const statesWidth = ({ style }: ProjectStyle): boolean =>
  style.width !== undefined || style["inline-size"] !== undefined;

/**
 * Tells which pictures a rule may make lower and none of the same rules says how wide: a width in their markup, which no
 * rule takes back then, would pull them out of shape.
 */
export function loweredPictures(styles: readonly ProjectStyle[]): (node: ProjectComponent) => boolean {
  const lower = styles.filter((rule) => statesHeight(rule) && !statesWidth(rule)).map(mayBeFor);
  return (node) => lower.some((isFor) => isFor(node));
}
