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
/** Packages of East Asia; of their letters those in common use: the first levels of each country's own standard. */
const eastAsian = ["jp", "kr", "sc"];
const notoId = (script) => `noto-sans${script ? `-${script}` : ""}`;
export const notoPackages = ["", ...scripts, ...eastAsian].map(
  (script) => `@expo-google-fonts/${notoId(script)}@0.4`,
);

const between = (from, to) =>
  Array.from({ length: to - from + 1 }, (_unused, index) => String.fromCodePoint(from + index)).join("");
/** What rows of a standard with two bytes a letter hold. */
function rowsOf(standard, from, to, first = 0xa1) {
  const decoder = new TextDecoder(standard);
  let letters = "";
  for (let row = from; row <= to; row++) {
    for (let cell = first; cell <= 0xfe; cell++) {
      const letter = decoder.decode(Uint8Array.of(row, cell));
      if (letter.length === 1 && /\p{L}/u.test(letter)) letters += letter;
    }
  }
  return letters;
}
const eastAsianSigns = [
  [0x20, 0x7e],
  [0xa0, 0xbf],
  [0x2010, 0x205e],
  [0x3000, 0x301f],
  [0xff01, 0xff5e],
];
/** JIS X 0208, KS X 1001, GB 2312 with Big5: letters of China and Taiwan lie in one family. */
const eastAsianLetters = {
  jp: () => between(0x3041, 0x30ff) + rowsOf("euc-jp", 0xb0, 0xcf),
  kr: () => between(0x3131, 0x318e) + rowsOf("euc-kr", 0xb0, 0xc8),
  sc: () => rowsOf("gb2312", 0xb0, 0xd7) + rowsOf("big5", 0xa4, 0xc6, 0x40),
};
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
  const bold = (id, name) =>
    readFileSync(
      path.join(work, "node_modules/@expo-google-fonts", id, "700Bold", `NotoSans${name}_700Bold.ttf`),
    );
  const all = (ranges) => ranges.map(([from, to]) => between(from, to)).join("");
  for (const script of ["", ...scripts]) {
    const id = notoId(script);
    const source = bold(id, script && script[0].toUpperCase() + script.slice(1));
    await write(id, source, all(script ? special : general));
  }
  for (const part of eastAsian) {
    const source = bold(notoId(part), part.toUpperCase());
    await write(notoId(part), source, all(eastAsianSigns) + eastAsianLetters[part]());
  }
  writeFileSync(
    path.join(target, "LICENCES.txt"),
    "These faces are subsets of families under the SIL Open Font License 1.1 (https://openfontlicense.org).\nNoto Sans: Copyright The Noto Project Authors (https://github.com/notofonts). The others: see public/_foyer/fonts/LICENCES.txt.\n",
  );
}
