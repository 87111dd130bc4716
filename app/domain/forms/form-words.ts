import type { PublicLanguage } from "~/lib/public-language";
import { type AddedWords, addedFormWords } from "./words/added";
import { centralEuropeanFormWords } from "./words/central-european";
import { easternFormWords } from "./words/eastern";
import { romanceFormWords } from "./words/romance";
import { westGermanicFormWords } from "./words/west-germanic";

/** What a visitor reads who sends a form. {n} stands for a number or a day. */
export interface FormWords {
  /** The language of these words, in which days are written. */
  language: PublicLanguage;
  required: string;
  email: string;
  number: string;
  tooSmall: string;
  tooLarge: string;
  date: string;
  url: string;
  tel: string;
  choice: string;
  tooLong: string;
  tooShort: string;
  inSteps: string;
  tooEarly: string;
  tooLate: string;
  fileKind: string;
  fileSize: string;
  fileCount: string;
  fileAgain: string;
  /** {n} is a size with its unit. */
  sentTooLarge: string;
  sentUnknownKind: string;
  /** Stands above `busyText` when it was our fault. */
  faultTitle: string;
  tick: string;
  sensitive: string;
  underAge: string;
  errorTitle: string;
  errorLead: string;
  unsent: string;
  send: string;
  back: string;
  optional: string;
  thanksTitle: string;
  thanksText: string;
  confirmText: string;
  busyTitle: string;
  busyText: string;
  closedTitle: string;
  closedText: string;
  leaveEmpty: string;
  downloadTitle: string;
  downloadLink: string;
  downloadMailed: string;
  downloadMail: string;
  downloadOver: string;
  goOn: string;
}

export type FirstWords = Omit<FormWords, keyof AddedWords | "language">;

const firstFormWords: Record<PublicLanguage, FirstWords> = {
  ...westGermanicFormWords,
  ...romanceFormWords,
  ...centralEuropeanFormWords,
  ...easternFormWords,
};

export const formWords = Object.fromEntries(
  Object.entries(firstFormWords).map(([language, words]) => [
    language,
    { language, ...words, ...addedFormWords[language as PublicLanguage] },
  ]),
) as Record<PublicLanguage, FormWords>;

export const withNumber = (words: string, n: number | string): string =>
  words.replace("{n}", () => String(n));
