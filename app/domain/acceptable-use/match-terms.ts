import { foldWords } from "~/lib/fold-text";

export type Language = "en" | "de" | "fr" | "es" | "it" | "nl" | "pt" | "pl" | "cs" | "sk" | "hi" | "ar";

/** Comma-separated phrases by language. A star stands for the rest of a word: `kreditkarte*`, `*kontonummer`; `=dni` is all a label says. */
export type Terms = Partial<Record<Language, string>>;

/** Text as terms are compared with it: lower case, without accents, one space between words. Several texts stand on lines of their own. */
export const comparable = (text: string): string => foldWords(text).join(" ");

const never = /(?!)/u;

function termPattern(term: string): string {
  if (term.startsWith("=")) return `^${foldWords(term).join(" ")}$`;
  const words = foldWords(term).join(" ?");
  const left = term.startsWith("*") ? "" : "(?<![\\p{L}\\p{N}\\p{M}])";
  const right = term.endsWith("*") ? "[\\p{L}\\p{M}]*" : "(?![\\p{L}\\p{N}\\p{M}])";
  return words === "" ? "" : left + words + right;
}

/** One expression for all languages: people write forms in other languages than the page's. */
export function compileTerms(terms: Terms | readonly string[], flags = "um"): RegExp {
  const listed = "length" in terms ? (terms as readonly string[]) : Object.values(terms as Terms);
  const patterns = listed
    .flatMap((list) => list.split(","))
    .map((term) => termPattern(term.trim()))
    .filter((pattern) => pattern !== "");
  return patterns.length === 0 ? never : new RegExp(patterns.join("|"), flags);
}
