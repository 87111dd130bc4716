import { hexOf } from "./contrast";
import type { ProjectStyle } from "./project";
import { findTypePair, isTypePair, type TypePairId, typePairs } from "./type-pairs";

/** Brand colours as #rrggbb. */
export interface ThemeColours {
  /** Buttons, links and signs. */
  accent: string;
  /** Words on the accent. */
  accentInk: string;
  /** The other brand colour: drawings and marks, never words. */
  second: string;
  ink: string;
  inkSoft: string;
  paper: string;
  /** Cards and fields. */
  surface: string;
  /** Sections set apart. */
  tint: string;
  line: string;
}

/** The look of a whole page. Every block is written against the custom properties made of it. */
export interface PageTheme {
  colours: ThemeColours;
  type: TypePairId;
  /** Corners, px. */
  radius: number;
  /** 1 as designed; less is tighter. */
  spacing: number;
  /** Of the text column, rem. */
  width: number;
}

export const defaultTheme: PageTheme = {
  colours: {
    accent: "#0b5f60",
    accentInk: "#ffffff",
    second: "#e2a03f",
    ink: "#1c2430",
    inkSoft: "#4a5462",
    paper: "#fdfcf9",
    surface: "#ffffff",
    tint: "#edf4f3",
    line: "#dfdad0",
  },
  type: "bookish",
  radius: 12,
  spacing: 1,
  width: 68,
};

export const colourProperties: Record<keyof ThemeColours, string> = {
  accent: "--accent",
  accentInk: "--accent-ink",
  second: "--second",
  ink: "--ink",
  inkSoft: "--ink-soft",
  paper: "--paper",
  surface: "--surface",
  tint: "--tint",
  line: "--line",
};
const colourNames = Object.keys(colourProperties) as (keyof ThemeColours)[];

export const themeLimits = { radius: [0, 40], spacing: [0.6, 1.6], width: [40, 96] } as const;

/** The custom properties of a theme: the one rule that the renderer writes and the editor's canvas shows. */
export function themeProperties(theme: PageTheme): Record<string, string> {
  const pair = typePairs[theme.type];
  return {
    ...Object.fromEntries(colourNames.map((name) => [colourProperties[name], theme.colours[name]])),
    "--font": pair.text,
    "--display": pair.display,
    "--display-weight": String(pair.weight),
    "--tracking": pair.tracking,
    "--leading": String(pair.leading),
    "--radius": `${theme.radius}px`,
    "--space": String(theme.spacing),
    "--width": `${theme.width}rem`,
  };
}

export const themeCss = (theme: PageTheme): string =>
  `:root{${Object.entries(themeProperties(theme))
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

/** The theme as the editor keeps it among the styles of its project: undo, redo and the canvas follow by themselves. */
export const themeStyle = (theme: PageTheme): ProjectStyle => ({
  selectors: [],
  selectorsAdd: ":root",
  style: themeProperties(theme),
});

const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

function colourFrom(value: unknown): string | undefined {
  if (typeof value !== "string" || !hex.test(value.trim())) return undefined;
  const digits = value.trim().slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

function numberFrom(value: unknown, [low, high]: readonly [number, number]): number | undefined {
  const number =
    typeof value === "number" ? value : typeof value === "string" ? Number.parseFloat(value) : Number.NaN;
  return Number.isFinite(number)
    ? Math.min(high, Math.max(low, Math.round(number * 1000) / 1000))
    : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A theme from stored or posted data; what is missing or no value of its kind is as designed. */
export function readTheme(given: unknown, base: PageTheme = defaultTheme): PageTheme | undefined {
  if (!isRecord(given)) return undefined;
  const colours = isRecord(given.colours) ? given.colours : {};
  return {
    colours: Object.fromEntries(
      colourNames.map((name) => [name, colourFrom(colours[name]) ?? base.colours[name]]),
    ) as unknown as ThemeColours,
    type: isTypePair(given.type) ? given.type : base.type,
    radius: numberFrom(given.radius, themeLimits.radius) ?? base.radius,
    spacing: numberFrom(given.spacing, themeLimits.spacing) ?? base.spacing,
    width: numberFrom(given.width, themeLimits.width) ?? base.width,
  };
}

const derived = new Set(["--display-weight", "--tracking", "--leading"]);
const isRootRule = (rule: ProjectStyle): boolean =>
  rule.selectorsAdd === ":root" && rule.selectors.length === 0 && !rule.atRuleType && !rule.state;
const isThemeRule = (rule: ProjectStyle): boolean =>
  isRootRule(rule) && "--accent" in rule.style && "--paper" in rule.style;

/**
 * Takes the theme out of the styles, where pages of version 1 and the editor keep it. Properties that no theme can hold
 * stay behind as a rule of the page's own.
 */
export function liftTheme(
  styles: ProjectStyle[],
  given: PageTheme | undefined,
): { theme: PageTheme | undefined; styles: ProjectStyle[] } {
  if (!given && !styles.some(isThemeRule)) return { theme: undefined, styles };
  let theme = given ?? { ...defaultTheme, colours: { ...defaultTheme.colours } };
  // Pages made before there was a second brand colour drew with the accent alone.
  let hasSecond = given !== undefined;
  const rest = styles.flatMap((rule) => {
    if (!isRootRule(rule)) return [rule];
    const read = readRule(rule, theme);
    theme = read.theme;
    hasSecond ||= read.theme.colours.second !== defaultTheme.colours.second || "--second" in rule.style;
    return Object.keys(read.left).length > 0 ? [{ ...rule, style: read.left }] : [];
  });
  if (!hasSecond) theme = { ...theme, colours: { ...theme.colours, second: theme.colours.accent } };
  return { theme, styles: rest };
}

function readRule(rule: ProjectStyle, before: PageTheme): { theme: PageTheme; left: ProjectStyle["style"] } {
  const left = { ...rule.style };
  const take = <Value>(name: string, read: (value: unknown) => Value | undefined): Value | undefined => {
    const value = read(left[name]);
    if (value !== undefined) delete left[name];
    return value;
  };
  const colours = Object.fromEntries(
    colourNames.map((name) => [name, take(colourProperties[name], colourFrom) ?? before.colours[name]]),
  ) as unknown as ThemeColours;
  const type = findTypePair(String(left["--display"] ?? ""), String(left["--font"] ?? ""));
  if (type) {
    for (const name of ["--display", "--font", ...derived]) delete left[name];
  }
  const length = (unit: string, limits: readonly [number, number]) => (value: unknown) =>
    typeof value === "string" && (value.endsWith(unit) || value === "0")
      ? numberFrom(value, limits)
      : undefined;
  return {
    theme: {
      colours,
      type: type ?? before.type,
      radius: take("--radius", length("px", themeLimits.radius)) ?? before.radius,
      spacing: take("--space", (value) => numberFrom(value, themeLimits.spacing)) ?? before.spacing,
      width: take("--width", length("rem", themeLimits.width)) ?? before.width,
    },
    left,
  };
}

/** A colour as #rrggbb, also one that names a colour of the theme. */
export function colourIn(value: string, theme: PageTheme | undefined): string | undefined {
  const name = /^var\(\s*(--[\w-]+)/.exec(value)?.[1];
  if (!name) return hexOf(value);
  const known = Object.entries(colourProperties).find(([, property]) => property === name)?.[0];
  return known && theme ? theme.colours[known as keyof ThemeColours] : undefined;
}
