import { foldWords } from "~/lib/fold-text";
import { undisguised } from "./undisguised-text";

export type Language = "en" | "de" | "fr" | "es" | "it" | "nl" | "pt" | "pl" | "cs" | "sk" | "hi" | "ar";

/** Comma-separated phrases by language. A star stands for the rest of a word: `kreditkarte*`, `*kontonummer`; `=dni` is all a label says. */
export type Terms = Partial<Record<Language, string>>;

/** Text as terms are compared with it: lower case, without accents and disguise, one space between words. Several texts stand on lines of their own. */
export const comparable = (text: string): string => foldWords(undisguised(text)).join(" ");

const never = /(?!)/u;

/** Comparable text is words and single spaces, so that a boundary is a space, a line's end or nothing at all. */
const wordStart = "(?<![^ \\n])";
const wordEnd = "(?![^ \\n])";
const restOfWord = "[^ \\n]*";

function termPattern(term: string): string {
  const words = foldWords(undisguised(term));
  if (words.length === 0) return "";
  if (term.startsWith("=")) return `^${words.join(" ")}$`;
  const left = term.startsWith("*") ? "" : wordStart;
  return left + words.join(" ?") + (term.endsWith("*") ? restOfWord : wordEnd);
}

/** One expression for all languages: people write forms in other languages than the page's. */
export function compileTerms(terms: Terms | readonly string[], flags = "um"): RegExp {
  const patterns = Object.values(terms)
    .flatMap((list: string) => list.split(","))
    .map((term) => termPattern(term.trim()))
    .filter((pattern) => pattern !== "");
  return patterns.length === 0 ? never : new RegExp(patterns.join("|"), flags);
}
