const channels = (hex: string): [number, number, number] | undefined => {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  if (!digits) return undefined;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

function luminance(hex: string): number | undefined {
  const rgb = channels(hex)?.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return rgb && 0.2126 * (rgb[0] ?? 0) + 0.7152 * (rgb[1] ?? 0) + 0.0722 * (rgb[2] ?? 0);
}

const named: Record<string, string> = {
  white: "#ffffff",
  black: "#000000",
  gray: "#808080",
  grey: "#808080",
};
const twoDigits = (text: string): string => Math.min(255, Number(text)).toString(16).padStart(2, "0");

/** A plain, opaque colour of a style sheet as #rrggbb; undefined for all others. */
export function hexOf(colour: string): string | undefined {
  const text = colour.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const parts = /^rgb\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*\)$/.exec(text);
  if (parts) return `#${parts.slice(1).map(twoDigits).join("")}`;
  return Object.hasOwn(named, text) ? named[text] : undefined;
}

/** How far apart two colours written as #rrggbb are: 1 to 21. WCAG asks for 4.5 between text and what is behind it. */
export function contrastOf(one: string, other: string): number | undefined {
  const [a, b] = [luminance(one), luminance(other)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export const readableContrast = 4.5;

/** White or near black, whichever is read more easily on a colour. */
export const readableOn = (colour: string): string =>
  (contrastOf("#ffffff", colour) ?? 21) >= (contrastOf("#14181d", colour) ?? 0) ? "#ffffff" : "#14181d";
