import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import type { Font } from "harfbuzzjs";
import type { Deps } from "../deps";

/** Parts of one face, such as Latin and its extension. */
export type Family = readonly Font[];

const unpack = promisify(brotliDecompress);
const loaded = new Map<string, Promise<Font>>();

/** Height of the units in which shapes are drawn, whatever the font itself counts in. */
const upright = 1000;

async function readFont(file: string): Promise<Font> {
  const { Blob, Face, Font } = await import("harfbuzzjs");
  const bytes = await unpack(await readFile(file));
  const font = new Font(new Face(new Blob(new Uint8Array(bytes))));
  font.setScale(upright, upright);
  return font;
}

function loadFont(deps: Pick<Deps, "config">, name: string): Promise<Font> {
  const file = path.join(deps.config.data.sourceRoot, "builder/faces", `${name}.ttf.br`);
  const known = loaded.get(file);
  if (known) return known;
  const reading = readFont(file);
  loaded.set(file, reading);
  reading.catch(() => loaded.delete(file));
  return reading;
}

/** Has every letter of the languages that pages are written in with Latin letters. */
const completeFace = "plus-jakarta-sans";

/** Scripts with a family of their own; read only where a title has one of their letters. */
const families: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, "noto-sans"],
  [/\p{Script=Arabic}/u, "noto-sans-arabic"],
  [/\p{Script=Armenian}/u, "noto-sans-armenian"],
  [/\p{Script=Bengali}/u, "noto-sans-bengali"],
  [/\p{Script=Devanagari}/u, "noto-sans-devanagari"],
  [/\p{Script=Ethiopic}/u, "noto-sans-ethiopic"],
  [/\p{Script=Georgian}/u, "noto-sans-georgian"],
  [/\p{Script=Gujarati}/u, "noto-sans-gujarati"],
  [/\p{Script=Gurmukhi}/u, "noto-sans-gurmukhi"],
  [/\p{Script=Hebrew}/u, "noto-sans-hebrew"],
  [/\p{Script=Kannada}/u, "noto-sans-kannada"],
  [/\p{Script=Khmer}/u, "noto-sans-khmer"],
  [/\p{Script=Lao}/u, "noto-sans-lao"],
  [/\p{Script=Malayalam}/u, "noto-sans-malayalam"],
  [/\p{Script=Myanmar}/u, "noto-sans-myanmar"],
  [/\p{Script=Sinhala}/u, "noto-sans-sinhala"],
  [/\p{Script=Tamil}/u, "noto-sans-tamil"],
  [/\p{Script=Telugu}/u, "noto-sans-telugu"],
  [/\p{Script=Thai}/u, "noto-sans-thai"],
  [/\p{Script=Hangul}/u, "noto-sans-kr"],
];

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Chinese letters have shapes of their own in Japan: by the page's language, or by kana beside them where it is another. */
function hanFamilies(words: string, language: string): string[] {
  const [main] = language.toLowerCase().split("-");
  const isJapanese = main === "ja" || (main !== "zh" && kana.test(words));
  const chinese = han.test(words) ? ["noto-sans-sc"] : [];
  // Also for letters that only Japan has, in words of others.
  const japanese = han.test(words) || kana.test(words) ? ["noto-sans-jp"] : [];
  return isJapanese ? [...japanese, ...chinese] : [...chinese, ...japanese];
}

const loadDisplay = (deps: Pick<Deps, "config">, name: string): Promise<Family> =>
  Promise.all([loadFont(deps, `${name}-latin`), loadFont(deps, `${name}-ext`)]);

/** The page's own face first, then one for each script that the words are written in. */
export async function loadFamilies(
  deps: Pick<Deps, "config">,
  { face, words, language }: { face: string; words: string; language: string },
): Promise<Family[]> {
  const others = [
    ...families.filter(([script]) => script.test(words)).map(([, name]) => name),
    ...hanFamilies(words, language),
  ];
  const [own, complete, ...scripts] = await Promise.all([
    loadDisplay(deps, face),
    loadDisplay(deps, completeFace),
    ...others.map(async (name): Promise<Family> => [await loadFont(deps, name)]),
  ]);
  return [own, complete, ...scripts];
}
