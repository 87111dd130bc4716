import { escapeHtml } from "./escape-html";
import type { PageTheme } from "./page-theme";

/** Shapes of a face, 1000 units high; made by scripts/build-fonts.mjs. */
export interface Outlines {
  ascent: number;
  capHeight: number;
  /** By character: how far the next one stands, and the path. */
  glyphs: Record<string, [advance: number, path: string]>;
  /** By pair of characters. */
  kern: Record<string, number>;
}

export interface SharePicture {
  title: string;
  siteName: string;
  theme: PageTheme;
}

export const shareSize = { width: 1200, height: 630 } as const;
const margin = 84;
const widest = 900;

const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Whether the face has a shape for all of these words; otherwise a picture without words is better than one of boxes. */
export const canDraw = ({ glyphs }: Outlines, text: string): boolean =>
  [...tidy(text)].every((character) => Object.hasOwn(glyphs, character));

function widthOf({ glyphs, kern }: Outlines, text: string): number {
  const characters = [...text];
  return characters.reduce(
    (sum, character, index) =>
      sum + (glyphs[character]?.[0] ?? 0) + (kern[character + (characters[index + 1] ?? "")] ?? 0),
    0,
  );
}

function wrap(face: Outlines, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(face, longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The largest size at which the title stands in at most four lines. */
function fitTitle(face: Outlines, title: string): { size: number; lines: string[] } {
  for (const size of [104, 92, 80, 70, 60, 52, 44]) {
    const lines = wrap(face, title, (widest / size) * 1000);
    const isTooWide = lines.some((line) => widthOf(face, line) * size > widest * 1000);
    if (!isTooWide && lines.length <= (size > 80 ? 3 : 4)) return { size, lines };
  }
  const lines = wrap(face, title, (widest / 44) * 1000).slice(0, 5);
  return { size: 44, lines: lines.map((line) => [...line].slice(0, 48).join("")) };
}

function drawLine(face: Outlines, text: string, x: number, y: number, size: number): string {
  let at = 0;
  const characters = [...text];
  const paths = characters.map((character, index) => {
    const [advance, path] = face.glyphs[character] ?? [0, ""];
    const here = at;
    at += advance + (face.kern[character + (characters[index + 1] ?? "")] ?? 0);
    return path ? `<path transform="translate(${here} 0)" d="${escapeHtml(path)}"/>` : "";
  });
  return `<g transform="translate(${x} ${y}) scale(${size / 1000})">${paths.join("")}</g>`;
}

/** Rings in the brand's colours, as of a stone that fell into water; where they lie depends on the title. */
function ornament({ accent, second, tint }: PageTheme["colours"], title: string): string {
  const seed = [...title].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 997, 7);
  const y = 120 + (seed % 390);
  const ring = (radius: number, colour: string) =>
    `<circle cx="1130" cy="${y}" r="${radius}" fill="${colour}"/>`;
  return ring(330, tint) + ring(236, second) + ring(150, accent);
}

/** The picture that stands beside a link to the page elsewhere, 1200 x 630, as SVG without any font. */
export function sharePicture({ title, siteName, theme }: SharePicture, face: Outlines): string {
  const { colours } = theme;
  const { width, height } = shareSize;
  const words = tidy(title);
  const name = tidy(siteName);
  const { size, lines } = canDraw(face, words) ? fitTitle(face, words) : { size: 0, lines: [] };
  const step = size * 1.14;
  const top = (height - 60 - step * (lines.length - 1) + (size * face.capHeight) / 1000) / 2;
  const drawn = lines.map((line, index) => drawLine(face, line, margin, top + index * step, size)).join("");
  const foot = canDraw(face, name)
    ? `<g fill="${colours.inkSoft}">${drawLine(face, [...name].slice(0, 60).join(""), margin, height - 62, 30)}</g>`
    : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>${ornament(colours, words)}` +
    `<rect width="14" height="${height}" fill="${colours.accent}"/>` +
    `<g fill="${colours.ink}">${drawn}</g>${foot}</svg>`
  );
}
