import type { Font } from "harfbuzzjs";
import type { Family } from "./drawing-faces.server";

/** Words of which every letter can be drawn, and the font of each (one per UTF-16 unit). */
export interface Letters {
  text: string;
  fonts: readonly Font[];
}

const longest = 300;
/** Marks heaped on one letter are cut; no language needs so many. */
const heap = /(\p{M}{4})\p{M}+/gu;
/** Shown by no shape of their own. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

const tidy = (text: string): string => text.normalize("NFC").replace(heap, "$1").replace(/\s+/g, " ").trim();
const has = (font: Font, letter: string): boolean =>
  [...letter].every((sign) => unseen.test(sign) || font.nominalGlyph(sign.codePointAt(0) ?? 0));
const partWith = (family: Family | undefined, letter: string): Font | undefined =>
  family?.find((font) => has(font, letter));

const splitLetters = (text: string): string[] => [...letters.segment(text)].map(({ segment }) => segment);

/** The first that has all words, so that a title does not change its face in the middle. */
const familyOfAll = (families: readonly Family[], text: string): Family | undefined => {
  const needed = splitLetters(text).filter((letter) => /[\p{L}\p{N}\p{P}]/u.test(letter));
  return families.find((family) => needed.every((letter) => partWith(family, letter)));
};

interface Letter {
  text: string;
  font: Font;
}

/** One family for the whole word where one has all of it, so that figures and commas look like the letters beside them. */
function chooseWord(families: readonly Family[], word: readonly string[], last?: Family) {
  const isWords = word.some((letter) => /\p{L}/u.test(letter));
  const order = last && !isWords ? [last, ...families] : families;
  const whole = order.find((family) => word.every((letter) => partWith(family, letter)));
  const chosen: Letter[] = [];
  for (const letter of word) {
    const plainer = letter.normalize("NFKC");
    for (const form of [letter, plainer]) {
      const font = partWith(whole, form) ?? order.map((family) => partWith(family, form)).find(Boolean);
      if (!font) continue;
      chosen.push({ text: form, font });
      break;
    }
  }
  return { chosen, family: whole ?? last };
}

/**
 * Emoji and signs that no face has are left out. Nothing is drawn where many letters would be missing: half a title is
 * worse than none.
 */
export function chooseLetters(families: readonly Family[], words: string): Letters {
  const chosen: Letter[] = [];
  let [wanted, drawn] = [0, 0];
  let last: Family | undefined;
  const space = families[0]?.[0];
  const cut = [...tidy(words)].slice(0, longest).join("");
  const alone = familyOfAll(families, cut);
  const order = alone ? [alone, ...families] : families;
  for (const word of cut.split(" ")) {
    const written = splitLetters(word);
    const made = chooseWord(order, written, last);
    last = made.family;
    wanted += written.filter((letter) => /\p{L}/u.test(letter)).length;
    drawn += made.chosen.filter(({ text }) => /\p{L}/u.test(text)).length;
    if (made.chosen.length === 0 || !space) continue;
    if (chosen.length > 0) chosen.push({ text: " ", font: last?.find((font) => has(font, " ")) ?? space });
    chosen.push(...made.chosen);
  }
  if (drawn < wanted * 0.8) return { text: "", fonts: [] };
  return {
    text: chosen.map(({ text }) => text).join(""),
    fonts: chosen.flatMap(({ text, font }) => new Array<Font>(text.length).fill(font)),
  };
}
