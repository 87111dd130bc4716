import { listTexts } from "~builder/document/document-contents";
import type { HintedPage, PageHint } from "./page-hint";
import { isNearLanguage, languageOf } from "./text-language";

const nameOf = (language: string): string =>
  new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;

/** The language decides how a page is read aloud, and what its notice, its errors and its questions say. */
export function languageHints({ document, language }: Pick<HintedPage, "document" | "language">): PageHint[] {
  const found = languageOf(
    listTexts(document)
      .map(({ text }) => text)
      .join(" "),
  );
  const [set = ""] = language.toLowerCase().split("-");
  if (!found || !set || isNearLanguage(found, set)) return [];
  return [
    {
      id: "language_other",
      area: "access",
      weight: "warn",
      message: `The words look ${nameOf(found)}, and the page is set to ${nameOf(set)}.`,
      remedy:
        "Choose its language in the settings of the page: it is read aloud in it, and the privacy notice and messages of forms come in it.",
      fix: "settings",
    },
  ];
}
