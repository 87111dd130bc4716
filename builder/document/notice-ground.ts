import { aboveAllStyles } from "./above-all-styles";
import { attributeOf, waysOut } from "./component-tree";
import { contrastOf, readableContrast, readableOn } from "./contrast";
import { colourIn, type PageTheme } from "./page-theme";
import type { ProjectComponent, ProjectStyle } from "./project";

/** What a privacy notice is written in and stands on. Both are given, so that no style of a page makes them alike. */
interface Ground {
  ink: string;
  ground: string;
  /** Whether the page is known to look like this around the notice, so that no edge shows. */
  isOfPage: boolean;
}

const plainTag = /^(?:html|body|:root|[a-z][a-z0-9-]*)$/;

/** The plain rules of a page by class, id and element; those for some screens or states only do not count. */
function plainRules(styles: readonly ProjectStyle[]): Map<string, ProjectStyle["style"]> {
  const rules = new Map<string, ProjectStyle["style"]>();
  const add = (name: string, style: ProjectStyle["style"]) =>
    rules.set(name, { ...rules.get(name), ...style });
  for (const { atRuleType, state, selectors, selectorsAdd = "", style } of styles) {
    if (atRuleType || state) continue;
    const [name] = selectors;
    if (name && selectors.length === 1) add(name.startsWith("#") ? name : `.${name}`, style);
    for (const part of selectorsAdd.split(",").map((one) => one.trim()))
      if (plainTag.test(part)) add(part, style);
  }
  return rules;
}

const last = (value: string | string[] | undefined): string =>
  ((Array.isArray(value) ? value.at(-1) : value) ?? "").replace(/\s*!important$/i, "").trim();

/** Stands over the page on a ground of its own. */
const isPopup = (node: ProjectComponent): boolean => attributeOf(node, "data-widget") === "popup";

const seeThrough = /^(?:none|transparent|inherit|initial|unset|)$/;

function groundOf(
  way: readonly ProjectComponent[],
  rules: Map<string, ProjectStyle["style"]>,
  theme: PageTheme | undefined,
): Ground {
  const stated = (node: ProjectComponent, properties: readonly string[]): string => {
    const id = attributeOf(node, "id");
    const tags = node === way.at(-1) ? ["body", "html", ":root"] : [node.tagName ?? "div"];
    const names = [
      ...(id ? [`#${id}`] : []),
      ...(node.classes ?? []).toReversed().map((name) => `.${name}`),
      ...tags,
    ];
    for (const name of names) {
      for (const property of properties) {
        const value = last(rules.get(name)?.[property]);
        if (!seeThrough.test(value)) return value;
      }
    }
    return "";
  };
  const grounds = ["background-image", "background-color", "background"];
  const behind = way
    .map((node) => stated(node, grounds) || (isPopup(node) ? (theme?.colours.surface ?? "#ffffff") : ""))
    .find((value) => value !== "");
  const written = way.map((node) => stated(node, ["color"])).find((value) => value !== "");
  const ground = behind === undefined ? (theme?.colours.paper ?? "#ffffff") : colourIn(behind, theme);
  const ink = written === undefined ? (theme?.colours.ink ?? "#000000") : colourIn(written, theme);
  if (ground && ink && (contrastOf(ink, ground) ?? 0) >= readableContrast)
    return { ink, ground, isOfPage: true };
  const standIn = ground ?? theme?.colours.surface ?? "#ffffff";
  return { ink: readableOn(standIn), ground: standIn, isOfPage: ground !== undefined };
}

const ruleOf = (selector: string, { ink, ground, isOfPage }: Ground): string =>
  `${selector}{color:${ink};background:${ground}${isOfPage ? "" : ";padding:.5rem .75rem;border-radius:.5rem"}}`;

/** Gives every privacy notice of a page words that can be read on the ground they stand on, in the page's own colours where these do. */
export function noticeGroundCss(
  root: ProjectComponent,
  styles: readonly ProjectStyle[],
  theme: PageTheme | undefined,
): string {
  const rules = plainRules(styles);
  const grounds = waysOut(root).map(({ key, way }) => [key, groundOf(way, rules, theme)] as const);
  const [first] = grounds;
  if (!first) return "";
  const usual = ruleOf(".f-notice", first[1]);
  const others = grounds
    .slice(1)
    .filter(([, ground]) => ruleOf(".f-notice", ground) !== usual)
    .map(([key, ground]) => ruleOf(`[data-form="${key.replace(/[^\w-]/g, "")}"]>.f-notice`, ground));
  return aboveAllStyles([usual, ...others].join(""));
}
