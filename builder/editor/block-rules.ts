import type { Editor } from "grapesjs";
import type { ProjectStyle } from "../document/project";
import { onePerKey, styleKey } from "../document/style-key";
import { themeOf } from "./theme-rule";

/** Adds rules to the page, and never changes one that is there: people may have set their own. */
export function addRules(
  editor: Editor,
  styles: readonly ProjectStyle[],
  base: readonly ProjectStyle[] = [],
): void {
  const present = new Set(
    editor.Css.getAll().models.map((rule) => styleKey(JSON.parse(JSON.stringify(rule)) as object)),
  );
  const isPresent = (rule: ProjectStyle) => present.has(styleKey(rule));
  const lacks = (selector: string) => base.some((rule) => rule.selectorsAdd === selector && !isPresent(rule));
  // A blank page has a look from the start, and nothing yet that follows it.
  const needsBase = lacks(":root") || (lacks("body") && themeOf(editor) !== undefined);
  const missing = onePerKey([...(needsBase ? base : []), ...styles].filter((rule) => !isPresent(rule)));
  if (missing.length > 0) editor.Css.addCollection(structuredClone(missing), { avoidUpdateStyle: true }, {});
}
