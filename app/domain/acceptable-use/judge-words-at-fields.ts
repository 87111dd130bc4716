import type { FormDefinition } from "~builder/document/form-definition";
import type { WordsAtField } from "~builder/document/words-at-fields";
import type { Finding } from "./finding";
import { formName } from "./judge-form";
import { judgeField } from "./sensitive-rules";

/**
 * Words beside a field are its label when it has no other. A field with one of its own is only looked at twice: the
 * words may just as well say that nobody will ask for a password.
 */
export function judgeWordsAtFields(
  forms: readonly FormDefinition[],
  around: readonly WordsAtField[],
): Finding[] {
  return around.flatMap(({ form: position, field: name, words, isNamed }) => {
    const form = forms[position];
    const field = form?.fields.find((one) => one.name === name);
    if (!form || !field) return [];
    const { type, options } = field;
    const asked = judgeField({ name, type, label: words, ...(isNamed ? {} : { options }) }, formName(form));
    const known = new Set(judgeField(field, "").map(({ rule }) => rule));
    return asked
      .filter(({ rule }) => !known.has(rule))
      .filter(({ severity }) => severity === "block")
      .map((finding): Finding => {
        if (!isNamed) return finding;
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
