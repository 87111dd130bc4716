import type { FieldCondition, FieldDefinition, FormDefinition } from "./form-definition";

/** Any text as a CSS string: everything but letters and digits is escaped, so that nothing can end it. */
export const cssString = (text: string): string =>
  `"${Array.from(text, (character) => (/[\w-]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `)).join("")}"`;

const choices = new Set<FieldDefinition["type"]>(["select", "radio", "checkbox", "checkboxes", "consent"]);

/** A selector of the chosen ones among these values; of any when there are none. */
function chosen(field: FieldDefinition, values: readonly string[]): string {
  const name = `[name=${cssString(field.name)}]`;
  if (field.type === "select") {
    const options =
      values.length > 0
        ? values.map((value) => `option[value=${cssString(value)} i]:checked`)
        : ['option:not([value=""]):checked'];
    return options.map((option) => `${name} ${option}`).join(",");
  }
  if (values.length === 0) return `${name}:checked`;
  return values.map((value) => `${name}[value=${cssString(value)} i]:checked`).join(",");
}

const attributes = ({ field, is, values }: FieldCondition): string =>
  `[data-show-field=${cssString(field)}]` +
  (is === "filled"
    ? ':is([data-show-is="filled"],:not([data-show-is]))'
    : `[data-show-is=${cssString(is)}]`) +
  (values.length > 0 ? `[data-show-value=${cssString(values.join("\n"))}]` : "");

/** Hides what a choice leaves open without any script; nothing jumps while the page loads. */
function conditionCss(form: FormDefinition): string[] {
  const rules = new Set<string>();
  const scope = `form[data-form=${cssString(form.nodeKey)}]`;
  for (const condition of form.fields.flatMap((field) => field.shownIf ?? [])) {
    const source = form.fields.find((field) => field.name === condition.field);
    if (!source || !choices.has(source.type)) continue;
    const { is, values } = condition;
    if (is === "at_least" || is === "at_most") continue;
    const has = `:has(${chosen(source, is === "filled" || is === "empty" ? [] : values)})`;
    const hidden = is === "filled" || is === "one_of" ? `${scope}:not(${has})` : `${scope}${has}`;
    rules.add(`${hidden} ${attributes(condition)}{display:none}`);
  }
  return [...rules];
}

/** Fields of a step stand as far apart as those of a form without steps, under a title that is none of theirs; the editor's canvas shows it too. */
export const stepCss =
  ":where([data-step]){display:grid;min-inline-size:0}form [data-step][data-step]{gap:1rem}" +
  "form [data-step][data-step]>legend{margin-block-end:.75rem;padding:0;font-size:1.1875rem;line-height:1.3}" +
  "form:not([data-at]) [data-step]~[data-step]{margin-block-start:1rem}";

const stepsCss =
  stepCss +
  // The title of a step stands above it already, beside its number; it is still read out with its fields.
  "form[data-at] [data-step]>legend{position:absolute;inline-size:1px;block-size:1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}" +
  "@media (scripting:enabled){form[data-steps]:not([data-at]) [data-step]>legend{animation:f-wait 6s step-end}}" +
  // Later steps wait for the script without a jump; should it never come, they show themselves.
  "@media (scripting:enabled){form[data-steps]:not([data-at]) :is([data-step]~[data-step],[data-after-steps]){animation:f-wait 6s step-end}form[data-steps]:not([data-at]) .f-nav{animation:f-gone 6s step-start both}}" +
  "@keyframes f-wait{from{position:absolute;visibility:hidden;inline-size:1px;block-size:1px;overflow:hidden}}@keyframes f-gone{to{visibility:hidden}}" +
  "@media (scripting:none){.f-nav,.f-progress{display:none}}" +
  ":where(.f-progress){grid-column:1/-1;display:grid;gap:.4rem;font-size:.9375rem}:where(.f-where){margin:0;font-weight:600}:where(.f-where:focus){outline:none}" +
  ":where(.f-progress progress){width:100%;height:.375rem;accent-color:var(--accent,#0b5f60)}" +
  ":where(.f-nav){grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.75rem;justify-content:space-between}" +
  ":where(.f-nav button){font:inherit;font-weight:600;min-height:3rem;padding:.7em 1.4em;border:1px solid currentColor;border-radius:calc(var(--radius,10px)*.75);background:none;color:inherit;cursor:pointer}";

/** A telephone field with its countries beside it; the editor's canvas shows it too. */
export const phoneCss = ":where(.f-phone){display:grid;grid-template-columns:minmax(5rem,2fr) 3fr;gap:.5rem}";

/** Rules that forms need for conditions and steps; none for plain forms. */
export function formsCss(forms: readonly FormDefinition[]): string {
  const conditions = forms.flatMap(conditionCss);
  const shown = forms.some(
    (form) => form.fields.some((field) => field.shownIf) || form.steps || form.remember,
  );
  return (
    (shown ? "form [hidden]{display:none!important}" : "") +
    (conditions.length > 0 ? `@supports selector(:has(a)){${conditions.join("")}}` : "") +
    (forms.some((form) => form.steps) ? stepsCss : "") +
    (forms.some((form) => form.remember)
      ? "@media (scripting:none){.f-remember{display:none}}:where(.f-remember){grid-column:1/-1;font-size:.875rem}:where(.f-remember label){display:flex;gap:.6rem;align-items:flex-start}.f-remember button{inline-size:auto;min-block-size:1.75rem;margin:.25rem 0 0;padding:.2rem 0;border:0;background:none;box-shadow:none;color:inherit;font:inherit;text-align:start;text-decoration:underline;text-underline-offset:.18em;cursor:pointer}"
      : "") +
    (forms.some((form) => form.fields.some((field) => field.countries)) ? phoneCss : "")
  );
}
