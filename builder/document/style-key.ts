import type { ProjectStyle } from "./project";

const tight = (value: unknown): string => (typeof value === "string" ? value.replace(/\s+/g, "") : "");

const nameOf = (selector: unknown): string => {
  if (typeof selector === "string") return selector;
  const { name = "", type } = selector as { name?: string; type?: number };
  return type === 2 ? `#${name}` : name;
};

/** Two rules with the same key speak about the same elements at the same width. */
export function styleKey(rule: object): string {
  const { selectors, atRuleType, mediaText, state, selectorsAdd } = rule as Record<string, unknown>;
  const names = Array.isArray(selectors) ? selectors.map(nameOf).sort().join(".") : "";
  return [names, atRuleType, mediaText, state, selectorsAdd].map(tight).join("|");
}

/** The same rules with one for each key: GrapesJS keeps no second one beside the first. */
export function onePerKey(rules: readonly ProjectStyle[]): ProjectStyle[] {
  const made = new Map<string, ProjectStyle>();
  for (const rule of rules) {
    const key = styleKey(rule);
    made.set(key, { ...rule, style: { ...made.get(key)?.style, ...rule.style } });
  }
  return [...made.values()];
}
