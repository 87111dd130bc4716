import { plainLine } from "~/lib/plain-text";
import type { FormDefinition } from "~builder/document/form-definition";
import type { WordsAtField } from "~builder/document/words-at-fields";
import { detectSensitiveValues } from "./detect-sensitive-values";
import { type Finding, sortFindings } from "./finding";
import { judgeForm } from "./judge-form";
import { judgeLink } from "./judge-link";
import { judgeWords } from "./judge-words";
import { judgeSplitLabels, judgeWordsAtFields, judgeWordsInStyles } from "./judge-words-at-fields";
import { comparable } from "./match-terms";
import { childrenTerms } from "./prohibited-topics";

export interface JudgedPage {
  forms: readonly FormDefinition[];
  /** What stands beside the fields of these forms without being a label. */
  wordsAtFields?: readonly WordsAtField[];
  /** What styles show on the page without an element that holds it. */
  wordsInStyles?: readonly string[];
  texts: readonly { text: string }[];
  links: readonly { href: string; text?: string }[];
  /** BCP 47, of the page. Rules look for words of every language they know, whatever it says. */
  language: string;
}

const longestText = 20_000;

function judgeChildren(page: JudgedPage): Finding[] {
  const text = page.texts.find((one) => childrenTerms.test(comparable(one.text.slice(0, longestText))));
  if (!text || page.forms.length === 0) return [];
  return [
    {
      rule: "children.age",
      severity: "info",
      message: "The page speaks to children and has a form.",
      evidence: `“${plainLine(text.text, 200)}”`,
      remedy: "Children under 13 may not be asked for data. Address the form to their parents and say so.",
    },
  ];
}

/** A number published by mistake, as in a copied letter. */
function judgePublishedNumbers(text: string): Finding[] {
  return detectSensitiveValues(text, { atLeast: "certain" })
    .filter(({ kind }) => kind === "payment-card" || kind === "government-id")
    .map(({ name, end }) => ({
      rule: "content.published-number",
      severity: "warn" as const,
      message: `The page shows what looks like a ${name}.`,
      evidence: `ends in ${text.slice(end - 4, end)}`,
      remedy: "Take it off the page if it belongs to a person.",
    }));
}

/** What speaks against publishing a page. Whether a privacy notice stands by its forms is not judged here. */
export function judgePage(page: JudgedPage): Finding[] {
  return sortFindings([
    ...page.forms.flatMap(judgeForm),
    ...page.forms.flatMap(judgeSplitLabels),
    ...judgeWordsAtFields(page.forms, page.wordsAtFields ?? []),
    ...judgeWordsInStyles(page.forms, page.wordsInStyles ?? []),
    ...page.texts.flatMap(({ text }) => [...judgeWords(text, "page"), ...judgePublishedNumbers(text)]),
    ...page.links.flatMap(({ href, text }) => judgeLink(href, text)),
    ...judgeChildren(page),
  ]);
}
