import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import type { WordsAtField } from "~builder/document/words-at-fields";
import type { Finding } from "./finding";
import { formName } from "./judge-form";
import { judgeField } from "./sensitive-rules";
import { askedOutright, isVagueLabel, withoutRefusals } from "./vague-label";

/** A label like “Your answer” leaves it to the words beside the field to say what is asked, as none at all does. */
const isNamedBy = ({ label, placeholder }: FieldDefinition): boolean =>
  [label, placeholder].some((text) => text !== undefined && !isVagueLabel(text));

/**
 * Words beside a field are its label when it has no other, or one that says nothing: then only words that ask for
 * nothing, because they say what not to write, are merely looked at twice. So are those beside a label that says what
 * the field is for, unless they tell the visitor outright to write something else.
 */
export function judgeWordsAtFields(
  forms: readonly FormDefinition[],
  around: readonly WordsAtField[],
): Finding[] {
  return around.flatMap(({ form: position, field: name, words, isNamed: hasLabel }) => {
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
    const label = isNamed ? askedOutright(words) : hasLabel ? withoutRefusals(words) : words;
    const asked = new Set(asking(label).map(({ rule }) => rule));
    return asking(words).map((finding): Finding => {
      if (asked.has(finding.rule)) return finding;
      return {
        ...finding,
        severity: "warn",
        message: `Beside the field “${field.label.slice(0, 120)}” stands what may ask for something that must not be collected.`,
        remedy:
          "If the field is for that, remove it. If not, say in the words beside it what it is for, and what not to write.",
      };
    });
  });
}
