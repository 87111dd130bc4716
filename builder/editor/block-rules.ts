import type { Editor } from "grapesjs";
import type { ProjectStyle } from "../document/project";

const tight = (value: unknown): string => (typeof value === "string" ? value.replace(/\s+/g, "") : "");

const nameOf = (selector: unknown): string => {
  if (typeof selector === "string") return selector;
  const { name = "", type } = selector as { name?: string; type?: number };
  return type === 2 ? `#${name}` : name;
};

/** Two rules with the same key speak about the same elements at the same width. */
function keyOf(rule: Record<string, unknown>): string {
  const selectors = Array.isArray(rule.selectors) ? rule.selectors.map(nameOf).sort().join(".") : "";
  return [selectors, rule.atRuleType, rule.mediaText, rule.state, rule.selectorsAdd].map(tight).join("|");
}

/** Adds rules to the page, and never changes one that is there: people may have set their own. */
export function addRules(
  editor: Editor,
  styles: readonly ProjectStyle[],
  base: readonly ProjectStyle[] = [],
): void {
  const present = new Set(
    editor.Css.getAll().models.map((rule) =>
      keyOf(JSON.parse(JSON.stringify(rule)) as Record<string, unknown>),
    ),
  );
  const isPresent = (rule: ProjectStyle) => present.has(keyOf({ ...rule }));
  const needsBase = base.some((rule) => rule.selectorsAdd === ":root" && !isPresent(rule));
  const missing = [...(needsBase ? base : []), ...styles].filter((rule) => !isPresent(rule));
  if (missing.length > 0) editor.Css.addCollection(structuredClone(missing), { avoidUpdateStyle: true }, {});
}
