import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const declaration = /--([\w-]+):\s*light-dark\(\s*oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\s*\)/g;

type Mode = "light" | "dark";
const tokens = new Map<string, Record<Mode, number>>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(declaration)) {
  tokens.set(name, { light: luminance(light), dark: luminance(dark) });
}

/** Relative luminance (WCAG 2) of an OKLCH colour, clipped to sRGB as a screen would. */
function luminance(oklch: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(/[\s/]+/).map(Number.parseFloat);
  const angle = (hue * Math.PI) / 180;
  const [L, a, b] = [lightness / 100, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(mode: Mode, one: string, other: string): number {
  const [first, second] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour --${name}`);
    return token[mode];
  }) as [number, number];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const grounds = ["paper", "surface", "raised"];
const text: [string, string[]][] = [
  ["ink", [...grounds, "hover", "tint", "good-tint", "warn-tint", "bad-tint", "info-tint", "machine-tint"]],
  ["ink-soft", [...grounds, "hover", "tint", "warn-tint", "bad-tint", "good-tint", "info-tint"]],
  ["accent", [...grounds, "hover", "tint"]],
  ["accent-strong", [...grounds, "hover", "tint"]],
  ["accent-ink", ["accent", "accent-strong"]],
  ["good", [...grounds, "good-tint"]],
  ["warn-ink", [...grounds, "warn-tint"]],
  ["bad", [...grounds, "bad-tint"]],
  ["bad-ink", ["bad", "bad-strong"]],
  ["info", [...grounds, "info-tint"]],
  ["machine", [...grounds, "machine-tint"]],
];
const marks: [string, string[]][] = [
  ["line-strong", ["paper", "surface", "raised"]],
  ["warn", ["surface", "paper"]],
  ["accent", grounds],
  ["machine", grounds],
];

describe.each(["light", "dark"] as const)("in %s", (mode) => {
  test.each(text.flatMap(([ink, papers]) => papers.map((paper) => [ink, paper] as const)))(
    "%s can be read on %s (4.5 to 1)",
    (ink, paper) => expect(ratio(mode, ink, paper)).toBeGreaterThanOrEqual(4.5),
  );
  test.each(marks.flatMap(([mark, papers]) => papers.map((paper) => [mark, paper] as const)))(
    "%s can be made out on %s (3 to 1)",
    (mark, paper) => expect(ratio(mode, mark, paper)).toBeGreaterThanOrEqual(3),
  );
});
