import { foldWords } from "~/lib/fold-text";
import { undisguised } from "./undisguised-text";

export type Language = "en" | "de" | "fr" | "es" | "it" | "nl" | "pt" | "pl" | "cs" | "sk" | "hi" | "ar";
/** Languages of which only the words for secrets are known. */
type FurtherLanguage =
  | "bg"
  | "da"
  | "el"
  | "fi"
  | "hr"
  | "hu"
  | "ja"
  | "ko"
  | "no"
  | "ro"
  | "ru"
  | "sv"
  | "tr"
  | "uk"
  | "zh";

/**
 * Comma-separated phrases by language. A star stands for the rest of a word: `kreditkarte*`, `*kontonummer`; `=dni` is
 * all a label says; `3/three digits` is one or the other; `digits ~ back` allows up to four words between.
 */
export type Terms = Partial<Record<Language | FurtherLanguage, string>>;

/** Text as terms are compared with it: lower case, without accents and disguise, one space between words. Several texts stand on lines of their own. */
export const comparable = (text: string): string => foldWords(undisguised(text)).join(" ");

const never = /(?!)/u;

/** Comparable text is words and single spaces, so that a boundary is a space, a line's end or nothing at all. */
const wordStart = "(?<![^ \\n])";
const wordEnd = "(?![^ \\n])";
const restOfWord = "[^ \\n]*";

const upToFourWords = "(?:[^ \\n]+ ){0,4}";

function termPattern(term: string): string {
  if (/[/~]/.test(term)) return composedPattern(term);
  const words = foldWords(undisguised(term));
  if (words.length === 0) return "";
  if (term.startsWith("=")) return `^${words.join(" ")}$`;
  const left = term.startsWith("*") ? "" : wordStart;
  return left + words.join(" ?") + (term.endsWith("*") ? restOfWord : wordEnd);
}

/** A term with words to choose from, or with others between: each of its words is a whole one. */
function composedPattern(term: string): string {
  const parts = term.split(/\s+/).map((part) => {
    if (part === "~") return upToFourWords;
    const words = part
      .split("/")
      .map((word) => foldWords(undisguised(word)).join(" ") + (word.endsWith("*") ? restOfWord : ""));
    return `(?:${words.join("|")})(?: |${wordEnd})`;
  });
  return wordStart + parts.join("");
}

/** One expression for all languages: people write forms in other languages than the page's. */
export function compileTerms(terms: Terms | readonly string[], flags = "um"): RegExp {
  const patterns = Object.values(terms)
    .flatMap((list: string) => list.split(","))
    .map((term) => termPattern(term.trim()))
    .filter((pattern) => pattern !== "");
  return patterns.length === 0 ? never : new RegExp(patterns.join("|"), flags);
}
