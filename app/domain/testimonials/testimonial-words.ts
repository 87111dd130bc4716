import { type PublicLanguage, publicLanguage } from "~/lib/public-language";
import { eastWords } from "./words/east";
import { southWords } from "./words/south";
import { westWords } from "./words/west";

/** {name} is who asks, {place} where the words may stand. */
export interface TestimonialWords {
  subject: string;
  asked: string;
  button: string;
  ignore: string;
  foot: string;
  pageTitle: string;
  agreement: string;
  agree: string;
  decline: string;
  agreedTitle: string;
  agreedText: string;
  withdraw: string;
  declinedTitle: string;
  declinedText: string;
  withdrawnTitle: string;
  withdrawnText: string;
  publicNow: string;
  changed: string;
  goneTitle: string;
  goneText: string;
  everywhere: string;
}

const words: Record<PublicLanguage, TestimonialWords> = { ...westWords, ...southWords, ...eastWords };

export function testimonialWords(language: string | undefined): {
  language: PublicLanguage;
  words: TestimonialWords;
} {
  const spoken = publicLanguage(language);
  return { language: spoken, words: words[spoken] };
}

export const say = (template: string, names: { name: string; place: string }): string =>
  template.replaceAll("{name}", names.name).replaceAll("{place}", names.place);
