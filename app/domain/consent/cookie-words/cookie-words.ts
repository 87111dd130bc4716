import type { PublicLanguage } from "~/lib/public-language";
import { cs, pl, sk } from "./central-european";
import { ar, hi } from "./eastern";
import { es, fr, it, pt } from "./romance";
import { de, en, nl } from "./west-germanic";

/** What visitors read when a page asks. */
export interface CookieWords {
  title: string;
  body: string;
  functional: string;
  analytics: string;
  marketing: string;
  /** Heading of the list of services. */
  services: string;
  /** What a service leaves in the browser. */
  stores: string;
  privacy: string;
  accept: string;
  refuse: string;
  save: string;
  change: string;
  /** The browser's signal not to sell or share, as kept. */
  gpc: string;
  /** The browser's signal not to be tracked, as kept. */
  dnt: string;
  saved: string;
  back: string;
  /** Nothing to choose. */
  nothing: string;
}

/** Changes with the words: what was read is part of the proof. */
export const wordingVersion = "2026-11-2";

export const cookieWords: Record<PublicLanguage, CookieWords> = {
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
