import type { Editor } from "grapesjs";
import type { ProjectStyle } from "../document/project";
import { styleKey } from "../document/style-key";

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
  const needsBase = base.some((rule) => rule.selectorsAdd === ":root" && !isPresent(rule));
  const missing = [...(needsBase ? base : []), ...styles].filter((rule) => !isPresent(rule));
  if (missing.length > 0) editor.Css.addCollection(structuredClone(missing), { avoidUpdateStyle: true }, {});
}
