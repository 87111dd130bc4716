import { compileTerms, type Terms } from "./match-terms";

/** How a topic shows in the words of a form. */
export interface TopicTerms {
  /** Asks for it, whatever stands around. */
  strong: Terms;
  /** Asks for it, unless the same field speaks of something in `unless`; then a hint. */
  ambiguous?: Terms;
  unless?: Terms;
  /** Asks for it without naming it, unless the same field speaks of something in `harmless`; then a hint. */
  paraphrased?: Terms;
  harmless?: Terms;
  /** May ask for it: a hint. */
  weak?: Terms;
  /** Phrases that only look like it; taken out first. */
  innocent?: Terms;
  /** Answers to choose from: two or more of them ask for it. */
  options?: string;
}

export interface SensitiveTopic {
  /** Ends the rule id. */
  id: string;
  /** As in "asks for ...". */
  noun: string;
  /** A secret needs a box to type it into; a belief can be ticked. */
  typed: boolean;
  remedy: string;
  strong: RegExp;
  ambiguous: RegExp;
  unless: RegExp;
  paraphrased: RegExp;
  harmless: RegExp;
  weak: RegExp;
  innocent: RegExp;
  options: RegExp;
}

export function defineTopic(
  topic: Pick<SensitiveTopic, "id" | "noun" | "typed" | "remedy">,
  terms: TopicTerms,
): SensitiveTopic {
  return {
    ...topic,
    strong: compileTerms(terms.strong),
    ambiguous: compileTerms(terms.ambiguous ?? {}),
    unless: compileTerms(terms.unless ?? {}),
    paraphrased: compileTerms(terms.paraphrased ?? {}),
    harmless: compileTerms(terms.harmless ?? {}),
    weak: compileTerms(terms.weak ?? {}),
    innocent: compileTerms(terms.innocent ?? {}, "gum"),
    options: compileTerms(terms.options ? [terms.options] : []),
  };
}
