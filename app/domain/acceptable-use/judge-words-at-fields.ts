import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import type { WordsAtField } from "~builder/document/words-at-fields";
import type { Finding } from "./finding";
import { formName } from "./judge-form";
import { judgeField } from "./sensitive-rules";
import { askedOutright, isVagueLabel, withoutRefusals } from "./vague-label";

/** A label like “Your answer” leaves it to the words beside the field to say what is asked, as none at all does. */
const isNamedBy = ({ label, placeholder }: FieldDefinition): boolean =>
  [label, placeholder].some((text) => text !== undefined && !isVagueLabel(text));

const warned = (finding: Finding, { label }: FieldDefinition): Finding => ({
  ...finding,
  severity: "warn",
  message: `Beside the field “${label.slice(0, 120)}” stands what may ask for something that must not be collected.`,
  remedy:
    "If the field is for that, remove it. If not, say in the words beside it what it is for, and what not to write.",
});

/** Of the words above a form: what they tell visitors to give, and the question or the label that they end with. */
function askedAbove(above: string): string {
  const last = /[^.!?;:।؟]+[?؟:]$/u.exec(above)?.[0] ?? "";
  return `${askedOutright(above)}\n${withoutRefusals(last.trim())}`;
}

/**
 * Words beside a field are its label when it has no other, or one that says nothing: then only words that ask for
 * nothing, because they say what not to write, are merely looked at twice. So are those beside a label that says what
 * the field is for, unless they tell the visitor outright to write something else.
 */
export function judgeWordsAtFields(
  forms: readonly FormDefinition[],
  around: readonly WordsAtField[],
): Finding[] {
  return around.flatMap(({ form: position, field: name, words, above = "", isNamed: hasLabel }) => {
    const form = forms[position];
    const field = form?.fields.find((one) => one.name === name);
    if (!form || !field) return [];
    const { type, options } = field;
    const isNamed = hasLabel && isNamedBy(field);
    const known = new Set(judgeField(field, "").map(({ rule }) => rule));
    const asking = (label: string): Finding[] =>
      judgeField({ name, type, label, ...(isNamed ? {} : { options }) }, formName(form))
        .filter(({ rule }) => !known.has(rule))
        .filter(({ severity }) => severity === "block");
    const beside = isNamed ? askedOutright(words) : hasLabel ? withoutRefusals(words) : words;
    const labels = isNamed
      ? [beside]
      : [beside, ...(hasLabel ? [`${beside} ${field.label}`] : []), askedAbove(above)];
    const asked = new Map(labels.flatMap(asking).map((finding) => [finding.rule, finding]));
    const maybe = asking(words).filter(({ rule }) => !asked.has(rule));
    return [...asked.values(), ...maybe.map((finding) => warned(finding, field))];
  });
}

/**
 * A label that says nothing goes on from the field before: “Card”, then “Number”. That two fields merely stand side by
 * side is looked at twice; choices that tell visitors what to write into the next field ask for it.
 */
export function judgeSplitLabels(form: FormDefinition): Finding[] {
  const seen = form.fields.filter(({ type }) => type !== "hidden");
  return seen.flatMap((field, index) => {
    const before = seen[index - 1];
    if (!before || isNamedBy(field)) return [];
    const known = new Set([before, field].flatMap((one) => judgeField(one, "")).map(({ rule }) => rule));
    const asking = (label: string): Finding[] =>
      judgeField({ name: field.name, type: field.type, label }, formName(form))
        .filter(({ rule }) => !known.has(rule))
        .filter(({ severity }) => severity === "block");
    const told = (before.options ?? []).map(({ label }) => askedOutright(label)).join("\n");
    const asked = new Map(asking(told).map((finding) => [finding.rule, finding]));
    const maybe = asking(`${before.label} ${field.label}`).filter(({ rule }) => !asked.has(rule));
    return [...asked.values(), ...maybe.map((finding) => warned(finding, field))];
  });
}

/** Words that only styles show ask a visitor for something as any others do, wherever they are put. */
export const judgeWordsInStyles = (forms: readonly FormDefinition[], words: readonly string[]): Finding[] =>
  forms.length === 0
    ? []
    : words
        .flatMap((label) => judgeField({ name: "", type: "text", label }, "Style sheet"))
        .filter(({ severity }) => severity === "block")
        .map((finding) => ({
          ...finding,
          message: "The style sheet shows words that ask for what must not be collected.",
          remedy: "Take these words out of the style sheet. They may not be asked for here in any way.",
        }));
