const ascii = /^\p{ASCII}*$/u;

/** For comparing what people typed: case, accents, width and spacing do not count. Never for keys that are stored for ever. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/\s+/g, " ").trim();
  return text
    .normalize("NFKD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[øœæßłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

const plainLetters: Record<string, string> = {
  ø: "o",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Words of a folded text: camelCase, snake_case and punctuation part words. */
export function foldWords(text: string): string[] {
  const parted = text.replace(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, " ");
  return foldText(parted).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
