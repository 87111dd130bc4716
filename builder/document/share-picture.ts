import { escapeHtml } from "./escape-html";
import type { PageTheme } from "./page-theme";

/** One line of words as shapes, in units of a thousandth of the size; y goes up. */
export interface DrawnLine {
  width: number;
  shapes: { x: number; y: number; path: string }[];
}

export interface SharePicture {
  /** Decides where the ornament lies. */
  seed: string;
  theme: PageTheme;
  title: {
    lines: readonly DrawnLine[];
    size: number;
    /** From line to line, in sizes. */
    leading: number;
    rightToLeft: boolean;
  };
  /** The name of the site. */
  foot: DrawnLine;
}

const shareSize = { width: 1200, height: 630 } as const;
const margin = 84;
/** What the words may take: up to the strong colours of the ornament. */
export const shareRoom = { width: 820, height: 430, footSize: 30 } as const;

function drawLine({ shapes }: DrawnLine, x: number, y: number, size: number): string {
  const scale = size / 1000;
  const paths = shapes.map(
    (shape) => `<path transform="translate(${shape.x} ${shape.y})" d="${escapeHtml(shape.path)}"/>`,
  );
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join("")}</g>`;
}

/** Rings in the brand's colours, as of a stone that fell into water. */
function ornament({ accent, second, tint }: PageTheme["colours"], seed: string, x: number): string {
  const place = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 997, 7);
  const y = 120 + (place % 390);
  const ring = (radius: number, colour: string) =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;
  return ring(330, tint) + ring(236, second) + ring(150, accent);
}

/** The picture that stands beside a link to the page elsewhere, as SVG without any font; mirrored for words from right to left. */
export function sharePicture({ seed, theme, title, foot }: SharePicture): string {
  const { colours } = theme;
  const { width, height } = shareSize;
  const { lines, size, leading, rightToLeft } = title;
  const step = size * leading;
  const top = (height - 60 - step * (lines.length - 1) + size * 0.7) / 2;
  const startOf = (line: DrawnLine, at: number) =>
    rightToLeft ? width - margin - (line.width * at) / 1000 : margin;
  const drawn = lines.map((line, index) => drawLine(line, startOf(line, size), top + index * step, size));
  const name = drawLine(foot, startOf(foot, shareRoom.footSize), height - 62, shareRoom.footSize);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>${ornament(colours, seed, rightToLeft ? 70 : 1130)}` +
    `<rect x="${rightToLeft ? width - 14 : 0}" width="14" height="${height}" fill="${colours.accent}"/>` +
    `<g fill="${colours.ink}">${drawn.join("")}</g><g fill="${colours.inkSoft}">${name}</g></svg>`
  );
}
