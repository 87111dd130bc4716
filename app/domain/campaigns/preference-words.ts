import type { PublicLanguage } from "~/lib/public-language";
import { ar, cs, hi, pl, pt, sk } from "./preference-words/further";
import { de, en, es, fr, it, nl } from "./preference-words/western";

/** How often, and to which address: what people read who choose. `{…}` stands for a name that is put in. */
export interface PreferenceWords {
  often: string;
  oftenAll: string;
  oftenWeek: string;
  oftenMonth: string;
  move: string;
  moveField: string;
  moveButton: string;
  moveSent: string;
  moveNext: string;
  moveWrong: string;
  mailSubject: string;
  mailWhy: string;
  mailIgnore: string;
  confirmTitle: string;
  confirmButton: string;
  doneText: string;
  expired: string;
  taken: string;
}

export const sayNames = (text: string, names: { sender?: string; old?: string; new?: string }): string =>
  text.replace(/\{(sender|old|new)\}/g, (_all, name: "sender" | "old" | "new") => names[name] ?? "");

export const preferenceWords: Record<PublicLanguage, PreferenceWords> = {
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
