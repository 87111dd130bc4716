import { each, words } from "./words";

export interface Field {
  name: string;
  label: string;
  type?: "text" | "email" | "tel" | "number" | "date" | "url" | "textarea";
  required?: boolean;
  autocomplete?: string;
  placeholder?: string;
  /** Makes it a choice from a list. */
  options?: string[];
}

export interface FormContent {
  name: string;
  fields: Field[];
  /** Wording of the box for further messages. */
  consent: string;
  button: string;
  thankYou: string;
  heading?: string;
}

export const email = (label = "Your e-mail"): Field => ({
  name: "email",
  label,
  type: "email",
  required: true,
  autocomplete: "email",
  placeholder: "name@example.org",
});

export const firstName = (label = "Your first name"): Field => ({
  name: "first_name",
  label,
  autocomplete: "given-name",
});

export const fullName = (label = "Your name"): Field => ({ name: "name", label, autocomplete: "name" });

function control({ name, type = "text", required, autocomplete, placeholder, options }: Field): string {
  const common = `name="${words(name)}"${required ? " required" : ""}${autocomplete ? ` autocomplete="${autocomplete}"` : ""}`;
  if (options) {
    const choices = each(options, (option) => `<option>${words(option)}</option>`);
    return `<select ${common}><option value="">Please choose</option>${choices}</select>`;
  }
  const hint = placeholder ? ` placeholder="${words(placeholder)}"` : "";
  return type === "textarea"
    ? `<textarea rows="4" maxlength="2000" ${common}${hint}></textarea>`
    : `<input type="${type}" ${common}${hint}>`;
}

export const form = (content: FormContent, className = "form card"): string => `
<form class="${className}" id="form" data-name="${words(content.name)}" data-next-message="${words(content.thankYou)}">
${content.heading ? `<h2 class="form-title">${words(content.heading)}</h2>` : ""}
${each(content.fields, (field) => `<div class="field"><label>${words(field.label)}</label>${control(field)}</div>`)}
<label class="consent"><input type="checkbox" name="consent_mail" value="yes"><span>${words(content.consent)}</span></label>
<button class="button" type="submit">${words(content.button)}</button>
</form>`;
