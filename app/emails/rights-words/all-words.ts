import { type PublicLanguage, publicLanguage } from "~/lib/public-language";
import { ar } from "./ar";
import { cs } from "./cs";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { hi } from "./hi";
import { it } from "./it";
import { nl } from "./nl";
import { pl } from "./pl";
import { pt } from "./pt";
import type { RightsWords } from "./rights-words";
import { sk } from "./sk";

export const rightsWords: Record<PublicLanguage, RightsWords> = {
  en,
  de,
  fr,
  es,
  it,
  nl,
  pt,
  pl,
  cs,
  sk,
  hi,
  ar,
};

/** The words for a language tag or an Accept-Language header. */
export function wordsOfRights(wanted: string | undefined): { language: PublicLanguage; words: RightsWords } {
  const language = publicLanguage(wanted);
  return { language, words: rightsWords[language] };
}

/** Puts names into a sentence; what it does not name stays away. */
export const put = (sentence: string, names: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
