// Faces that pictures of pages are drawn with, where no fonts are installed: builder/faces.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Scripts beyond those of the display faces, each with a family of Noto Sans; named as its package is. */
const scripts = [
  "arabic",
  "armenian",
  "bengali",
  "devanagari",
  "ethiopic",
  "georgian",
  "gujarati",
  "gurmukhi",
  "hebrew",
  "kannada",
  "khmer",
  "lao",
  "malayalam",
  "myanmar",
  "sinhala",
  "tamil",
  "telugu",
  "thai",
];
const notoId = (script) => `noto-sans${script ? `-${script}` : ""}`;
export const notoPackages = ["", ...scripts].map((script) => `@expo-google-fonts/${notoId(script)}@0.4`);

const between = (from, to) =>
  Array.from({ length: to - from + 1 }, (_unused, index) => String.fromCodePoint(from + index)).join("");
/** Of the general family: Latin with Vietnamese, Greek, Cyrillic, signs. */
const general = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x205e],
  [0x20a0, 0x20c0],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];
/** Of a family for one script: the script, figures and signs; not its Latin letters with accents. */
const special = [
  [0x20, 0x7e],
  [0xa0, 0xbf],
  [0x300, 0x36f],
  [0x531, 0x1cff],
  [0x200b, 0x205e],
  [0x20a0, 0x20c0],
  [0x25cc, 0x25cc],
  [0x2d00, 0x2d2d],
  [0x2d80, 0x2dde],
  [0xa8e0, 0xa8ff],
  [0xa9e0, 0xa9fe],
  [0xaa60, 0xab2e],
  [0xfb13, 0xfdff],
  [0xfe70, 0xfefc],
];

/** `parts` of a family, such as Latin and its extension, stay apart; whoever draws takes the first that has a letter. */
export async function writeDrawingFaces({ target, work, subsetFont, families }) {
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(target)) rmSync(path.join(target, file));
  const write = async (name, source, characters, axes) => {
    const bytes = await subsetFont(source, characters, { targetFormat: "sfnt", variationAxes: axes });
    const packed = brotliCompressSync(bytes);
    writeFileSync(path.join(target, `${name}.ttf.br`), packed);
    console.log(`${name} for drawing ${(packed.length / 1024).toFixed(1)} kB`);
  };
  for (const { id, axes, parts } of families)
    for (const { part, source, characters } of parts) await write(`${id}-${part}`, source, characters, axes);
  for (const script of ["", ...scripts]) {
    const id = notoId(script);
    const file = `NotoSans${script && script[0].toUpperCase() + script.slice(1)}_700Bold.ttf`;
    const source = readFileSync(path.join(work, "node_modules/@expo-google-fonts", id, "700Bold", file));
    const ranges = script ? special : general;
    await write(id, source, ranges.map(([from, to]) => between(from, to)).join(""));
  }
  writeFileSync(
    path.join(target, "LICENCES.txt"),
    "These faces are subsets of families under the SIL Open Font License 1.1 (https://openfontlicense.org).\nNoto Sans: Copyright The Noto Project Authors (https://github.com/notofonts). The others: see public/_foyer/fonts/LICENCES.txt.\n",
  );
}
