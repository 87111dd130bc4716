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
