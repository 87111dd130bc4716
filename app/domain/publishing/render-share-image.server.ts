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

/** PNG of 1200 x 630 in the page's colours and face; needs neither a browser nor fonts on the machine. */
export async function renderShareImage(
  deps: Pick<Deps, "config">,
  { title, siteName, theme }: { title: string; siteName: string; theme: PageTheme },
): Promise<Buffer> {
  const families = await loadFamilies(deps, shareFace(theme.type), title + siteName);
  const letters = chooseLetters(families, title);
  const words = await setWords(letters);
  const leading = isTall(letters.text) ? 1.4 : 1.14;
  const { size, lines } = fitTitle(words.pieces, shareRoom, leading);
  const drawn = lines.map(({ start, end }) => {
    const seen = start + letters.text.slice(start, end).trimEnd().length;
    return cutTo((shareRoom.width / size) * 1000, words.draw(start, seen), words.rightToLeft);
  });
  const nameLetters = chooseLetters(families, siteName);
  const name = await setWords(nameLetters);
  const foot = cutTo(
    (shareRoom.width / shareRoom.footSize) * 1000,
    name.draw(0, nameLetters.text.length),
    name.rightToLeft,
  );
  const svg = sharePicture({
    seed: title,
    theme,
    title: { lines: drawn, size, leading, rightToLeft: words.rightToLeft },
    foot,
  });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 4 }).toBuffer();
}
