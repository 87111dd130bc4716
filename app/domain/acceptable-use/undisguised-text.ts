/** Letters of other alphabets that a reader takes for Latin ones. */
const lookalikes = new Map(
  [
    ["аеорсухіјѕԁһԛԝґкмтвнАЕОРСУХІЈЅКМТВН", "aeopcyxijsdhqwrkmtbhAEOPCYXIJSKMTBH"],
    ["αονρτυικεχγβηΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aovptuikexybnABEZHIKMNOPTYX"],
  ].flatMap(([from = "", to = ""]) =>
    Array.from(from, (letter, index) => [letter, to[index] ?? letter] as const),
  ),
);

const latin = /\p{Script=Latin}/u;
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** Digits and signs that stand for a letter between letters, as in passw0rd. */
const stand: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", $: "s" };

const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const plainAscii = /^[\p{ASCII}]*$/u;

const asLatin = (word: string): string =>
  latin.test(word) ? word.replace(foreign, (letter) => lookalikes.get(letter) ?? letter) : word;

/** Text as a person reads it: without what cannot be seen, letters that only look alike made one, "p a s s" read as a word. */
export function undisguised(text: string): string {
  const seen = plainAscii.test(text)
    ? text
    : text.replace(unseen, "").replace(/[\p{L}\p{M}\p{N}]+/gu, asLatin);
  return seen
    .replace(/(?<=[a-z])[01345@$](?=[a-z])/gi, (sign) => stand[sign] ?? sign)
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[ ._*-]\p{L}){3,}(?![\p{L}\p{N}])/gu, (letters) =>
      letters.replace(/[ ._*-]/g, ""),
    );
}
