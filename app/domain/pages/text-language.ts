/** Small words that a language uses all the time, and its neighbours hardly. */
const smallWords: Record<string, string> = {
  en: "the and of to is for with you your our that this are from have will what not we",
  de: "der die das und ist für mit sie ihre ihr nicht ein eine auf den von wir unser unsere auch",
  fr: "le les des et est pour vous votre vos nous notre une dans avec sur pas qui que du au",
  es: "el los las y es para con su sus una del por que más nuestro nuestra usted como en",
  it: "il gli e è per con di che una della del non sono più nostro nostra tuo tua nel alla",
  nl: "het een en van voor met uw je wij ons onze niet zijn op dat deze ook naar bij aan",
  pt: "o os as e é para com uma do da dos das não você seu sua mais nosso nossa em",
  pl: "i w na się nie jest do z że dla jak twój twoja nasz nasza oraz od po przez jest",
  cs: "a v na se není je do že pro jak váš vaše naše od po jsou který která také",
  sk: "a v na sa nie je do že pre ako váš vaša naše od po sú ktorý ktorá tiež",
};

const sets = Object.entries(smallWords).map(
  ([language, words]) => [language, new Set(words.split(" "))] as const,
);
const scripts: [string, RegExp][] = [
  ["ar", /\p{Script=Arabic}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];

const fewest = 12;
/** Close enough to be taken for one another. */
const siblings = [new Set(["cs", "sk"]), new Set(["es", "pt"])];

/** The language that words are most likely in; undefined where they do not tell clearly. */
export function languageOf(text: string): string | undefined {
  const read = text.slice(0, 20_000).toLowerCase();
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, letter] of scripts) {
    const own = read.match(letter)?.length ?? 0;
    if (own > 40 && own > letters * 0.6) return language;
  }
  const words = read.match(/\p{L}+/gu) ?? [];
  const counts = sets
    .map(([language, small]) => ({ language, count: words.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [first, ...others] = counts;
  if (!first || first.count < fewest || first.count < words.length * 0.15) return undefined;
  const rival = others.find(
    ({ language }) => !siblings.some((pair) => pair.has(language) && pair.has(first.language)),
  );
  return first.count >= 2 * (rival?.count ?? 0) ? first.language : undefined;
}

/** Whether words in one language may well be what a page in the other holds. */
export const isNearLanguage = (one: string, other: string): boolean =>
  one === other || siblings.some((pair) => pair.has(one) && pair.has(other));
