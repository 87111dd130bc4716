/** Languages in which the public is answered. */
export const publicLanguages = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "cs",
  "sk",
  "hi",
  "ar",
] as const;

export type PublicLanguage = (typeof publicLanguages)[number];

/** The language of a BCP 47 tag or of an Accept-Language header, as far as we speak it; English otherwise. */
export function publicLanguage(wanted: string | undefined): PublicLanguage {
  const ranges = (wanted ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, index) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality), index };
    })
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { tag } of ranges) {
    const found = publicLanguages.find((language) => language === tag.split("-")[0]);
    if (found) return found;
  }
  return "en";
}

export const textDirection = (language: PublicLanguage): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");
