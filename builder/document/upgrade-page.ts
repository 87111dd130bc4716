import type { ProjectStyle } from "./project";

const tight = (value: unknown): string => String(value).replace(/\s+/g, "");

/** Values that version 1 wrote into each page, and what they became: parts of the theme. */
const becameTheme: [selector: string, property: string, before: string, now: string][] = [
  [
    ".section",
    "padding",
    "clamp(3.25rem,2rem + 5vw,6.5rem) clamp(1.25rem,4vw,3rem)",
    "calc(var(--space)*clamp(3.25rem,2rem + 5vw,6.5rem)) clamp(1.25rem,4vw,3rem)",
  ],
  ["h1,h2,h3", "font-weight", "600", "var(--display-weight)"],
  ["h1,h2,h3", "line-height", "1.15", "var(--leading)"],
  ["h1,h2,h3", "letter-spacing", "-.012em", "var(--tracking)"],
];

const selectorOf = (rule: ProjectStyle): string =>
  tight([...rule.selectors.map((name) => `.${name}`), rule.selectorsAdd ?? ""].filter(Boolean).join(","));

/** From version 1: what blocks wrote as plain values now follows the theme. Rules that people changed stay theirs. */
export function followTheme(styles: ProjectStyle[]): ProjectStyle[] {
  return styles.map((rule) => {
    if (rule.atRuleType || rule.state) return rule;
    const changes = becameTheme.filter(
      ([selector, property, before]) =>
        selectorOf(rule) === selector && tight(rule.style[property]) === tight(before),
    );
    if (changes.length === 0) return rule;
    const style = { ...rule.style };
    for (const [, property, , now] of changes) style[property] = now;
    return { ...rule, style };
  });
}
