import type { FormWords } from "~/domain/forms/form-words";
import { valueNamed } from "~/lib/named-values";
import type { SentFields } from "~/lib/sent-fields";
import { isTicked } from "~/lib/ticked";
import { attributesToHtml, escapeText } from "~builder/document/escape-html";
import { acceptOf } from "~builder/document/file-endings";
import { countrySuffix, type FieldDefinition } from "~builder/document/form-definition";
import { countryList } from "~builder/document/render-field";

export interface Filled {
  sent: SentFields;
  errors: Record<string, string>;
  words: FormWords;
  language: string;
}

type Attributes = Record<string, string | undefined>;

function choice(
  field: FieldDefinition,
  option: { value: string; label: string },
  box: Attributes,
  { sent }: Filled,
) {
  const given = sent.get(field.name);
  const attributes = attributesToHtml({
    ...box,
    name: field.name,
    value: option.value,
    checked:
      given?.includes(option.value) || (field.type === "consent" && isTicked(given ?? [])) ? "" : undefined,
  });
  return `<label class="c"><input${attributes}><span>${escapeText(option.label)}</span></label>`;
}

function control(field: FieldDefinition, attributes: Attributes, { sent, language }: Filled): string {
  const value = sent.get(field.name)?.[0] ?? "";
  const shared = {
    ...attributes,
    name: field.name,
    required: field.required && !field.shownIf ? "" : undefined,
    autocomplete: field.autocomplete,
    placeholder: field.placeholder,
    minlength: field.minLength ? String(field.minLength) : undefined,
    maxlength: field.maxLength ? String(field.maxLength) : undefined,
  };
  switch (field.type) {
    case "textarea":
      return `<textarea rows="5"${attributesToHtml(shared)}>\n${escapeText(value)}</textarea>`;
    case "select": {
      const options = (field.options ?? []).map((option) => {
        const chosen = sent.get(field.name)?.includes(option.value) ? "" : undefined;
        return `<option${attributesToHtml({ value: option.value, selected: chosen })}>${escapeText(option.label)}</option>`;
      });
      const hasPrompt = field.options?.some((option) => option.value === "");
      return `<select${attributesToHtml({ ...shared, multiple: field.multiple ? "" : undefined })}>${hasPrompt ? "" : '<option value=""></option>'}${options.join("")}</select>`;
    }
    case "file": {
      const multiple = (field.maxFiles ?? 1) > 1 ? "" : undefined;
      return `<input${attributesToHtml({ ...shared, type: "file", accept: acceptOf(field.accept ?? []), multiple })}>`;
    }
    case "tel": {
      const input = `<input${attributesToHtml({ ...shared, type: "tel", value })}>`;
      if (!field.countries) return input;
      const country = sent.get(field.name + countrySuffix)?.[0] ?? field.country;
      return `<span class="f-phone">${countryList(field, language, country)}${input}</span>`;
    }
    default:
      return `<input${attributesToHtml({ ...shared, type: field.type, value, min: field.min, max: field.max, step: field.type === "number" ? (field.step ?? "any") : undefined })}>`;
  }
}

const conditionAttributes = ({ shownIf }: FieldDefinition): Attributes => {
  const [first] = shownIf ?? [];
  if (!first || shownIf?.length !== 1) return {};
  return {
    "data-show-field": first.field,
    "data-show-is": first.is,
    "data-show-value": first.values.length > 0 ? first.values.join("\n") : undefined,
  };
};

/** One field of the form again: with its label, explanation, what was typed and what is wrong. */
export function fieldHtml(field: FieldDefinition, index: number, filled: Filled): string {
  const id = `f${index}`;
  if (field.type === "hidden") {
    const value = filled.sent.get(field.name)?.[0] ?? field.value ?? "";
    return `<input${attributesToHtml({ type: "hidden", name: field.name, value })}>`;
  }
  const problem = valueNamed(filled.errors, field.name);
  const error = problem ? `<p class="e" id="${id}-e">${escapeText(problem)}</p>` : "";
  const isAgain = field.type === "file" && Object.keys(filled.errors).length > 0 && !problem;
  const helpText = [field.help, isAgain ? filled.words.fileAgain : ""].filter(Boolean).join(" ");
  const help = helpText ? `<p class="h" id="${id}-h">${escapeText(helpText)}</p>` : "";
  const described = [problem ? `${id}-e` : "", help ? `${id}-h` : ""].filter(Boolean).join(" ");
  const attributes = {
    id,
    "aria-invalid": problem ? "true" : undefined,
    "aria-describedby": described || undefined,
  };
  const box = attributesToHtml(conditionAttributes(field));
  const mark =
    field.required || field.requiredIf
      ? ""
      : ` <span class="o">(${escapeText(filled.words.optional)})</span>`;
  if (field.type === "consent" || field.type === "checkbox") {
    const value = field.type === "consent" ? "yes" : (field.value ?? "on");
    const option = { value, label: field.wording ?? field.label };
    return `<div${box}>${choice(field, option, { ...attributes, type: "checkbox" }, filled)}${help}${error}</div>`;
  }
  if (field.type === "radio" || field.type === "checkboxes") {
    const type = field.type === "radio" ? "radio" : "checkbox";
    const choices = (field.options ?? [])
      .map((option, at) =>
        choice(field, option, { ...attributes, id: at === 0 ? id : undefined, type }, filled),
      )
      .join("");
    return `<fieldset${box}><legend>${escapeText(field.label)}${mark}</legend>${choices}${help}${error}</fieldset>`;
  }
  return `<div${box}><label for="${id}">${escapeText(field.label)}${mark}</label>${control(field, attributes, filled)}${help}${error}</div>`;
}
