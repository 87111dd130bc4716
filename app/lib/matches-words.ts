import { foldWords } from "./fold-text";

/** Whether every word that was searched for begins a word of the texts. Nothing searched for fits everything. */
export function matchesWords(searched: string, texts: readonly string[]): boolean {
  const found = foldWords(texts.join(" "));
  return foldWords(searched).every((word) => found.some((one) => one.startsWith(word)));
}
