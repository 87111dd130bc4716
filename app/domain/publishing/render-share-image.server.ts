import sharp from "sharp";
import type { PageTheme } from "~builder/document/page-theme";
import { type DrawnLine, sharePicture, shareRoom } from "~builder/document/share-picture";
import { shareFace } from "~builder/document/type-pairs";
import type { Deps } from "../deps";
import { chooseLetters } from "./choose-letters.server";
import { loadFamilies } from "./drawing-faces.server";
import { fitTitle } from "./fit-title";
import { setWords } from "./set-words.server";

/** Letters with signs far above and below need more room between lines. */
const isTall = (text: string): boolean => /[\u0590-\u1cff]/.test(text);

/** Words wider than the room are cut at its edge rather than left out. */
function cutTo(width: number, { shapes, width: full }: DrawnLine, rightToLeft: boolean): DrawnLine {
  if (full <= width) return { shapes, width: full };
  const beyond = full - width;
  if (!rightToLeft) return { shapes: shapes.filter(({ x }) => x < width * 0.97), width };
  const kept = shapes.filter(({ x }) => x > beyond);
  return { shapes: kept.map((shape) => ({ ...shape, x: shape.x - beyond })), width };
}

/** Raise it with every change of what is drawn, so that pictures drawn before are drawn again. */
export const drawingVersion = 2;

interface ShareWords {
  title: string;
  siteName: string;
  /** BCP 47 tag; decides between the shapes of letters that several languages share. */
  language: string;
  theme: PageTheme;
}

/** As SVG of 1200 x 630 without any font. */
export async function drawShareImage(
  deps: Pick<Deps, "config">,
  { title, siteName, language, theme }: ShareWords,
): Promise<string> {
  const words = title + siteName;
  const families = await loadFamilies(deps, { face: shareFace(theme.type), words, language });
  const letters = chooseLetters(families, title);
  const heading = await setWords(letters);
  const leading = isTall(letters.text) ? 1.4 : 1.14;
  const { size, lines } = fitTitle(heading.pieces, shareRoom, leading);
  const drawn = lines.map(({ start, end }) => {
    const seen = start + letters.text.slice(start, end).trimEnd().length;
    return cutTo((shareRoom.width / size) * 1000, heading.draw(start, seen), heading.rightToLeft);
  });
  const nameLetters = chooseLetters(families, siteName);
  const name = await setWords(nameLetters);
  const foot = cutTo(
    (shareRoom.width / shareRoom.footSize) * 1000,
    name.draw(0, nameLetters.text.length),
    name.rightToLeft,
  );
  return sharePicture({
    seed: title,
    theme,
    title: { lines: drawn, size, leading, rightToLeft: heading.rightToLeft },
    foot,
  });
}

/** PNG in the page's colours and face; needs neither a browser nor fonts on the machine. */
export async function renderShareImage(deps: Pick<Deps, "config">, words: ShareWords): Promise<Buffer> {
  const svg = await drawShareImage(deps, words);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 4 }).toBuffer();
}
