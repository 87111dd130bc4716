import type { PublicLanguage } from "~/lib/public-language";
import { centralEuropeanFormWords } from "./words/central-european";
import { easternFormWords } from "./words/eastern";
import { romanceFormWords } from "./words/romance";
import { westGermanicFormWords } from "./words/west-germanic";

/** What a visitor reads who sends a form. {n} stands for a number. */
export interface FormWords {
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
}

export const formWords: Record<PublicLanguage, FormWords> = {
  ...westGermanicFormWords,
  ...romanceFormWords,
  ...centralEuropeanFormWords,
  ...easternFormWords,
};

export const withNumber = (words: string, n: number | string): string => words.replace("{n}", String(n));
