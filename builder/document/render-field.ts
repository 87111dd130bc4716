import { attributeOf, descendants, inputType, isConsent, isField, isLabel, textIn } from "./component-tree";
import { controlWords } from "./control-words";
import { namedCountries } from "./countries";
import { attributesToHtml, escapeText } from "./escape-html";
import { acceptOf } from "./file-endings";
import { countrySuffix, type FieldDefinition } from "./form-definition";
import type { ProjectComponent } from "./project";
import type { Attributes, RenderState } from "./render-state";

const autocompleteByName = new Map(
  Object.entries({
    email: "email",
    "e-mail": "email",
    mail: "email",
    name: "name",
    full_name: "name",
    fullname: "name",
    your_name: "name",
    yourname: "name",
    first_name: "given-name",
    firstname: "given-name",
    given_name: "given-name",
    vorname: "given-name",
    last_name: "family-name",
    lastname: "family-name",
    family_name: "family-name",
    surname: "family-name",
    nachname: "family-name",
    company: "organization",
    organization: "organization",
    organisation: "organization",
    firma: "organization",
    job_title: "organization-title",
    phone: "tel",
    tel: "tel",
    telephone: "tel",
    mobile: "tel",
    website: "url",
    city: "address-level2",
    country: "country-name",
    postcode: "postal-code",
    zip: "postal-code",
  }),
);

/** The fields of a form that a label with words belongs to. */
export function labelledFields(form: ProjectComponent): Set<ProjectComponent> {
  const all = descendants(form);
  const labels = all.filter((node) => isLabel(node) && textIn(node, isField) !== "");
  const ids = new Set(labels.map((label) => attributeOf(label, "for")).filter(Boolean));
  const wrapped = labels.flatMap(descendants);
  return new Set(
    all.filter((node) => isField(node) && (ids.has(attributeOf(node, "id")) || wrapped.includes(node))),
  );
}

/** Consent is never ticked beforehand, and every field has a name that assistive software can say. */
export function fieldAttributes(
  node: ProjectComponent,
  attributes: Attributes,
  state: RenderState,
): Attributes {
  const type = inputType(node);
  if (type === "hidden") return attributes;
  const named = state.labelled.has(node) || attributes["aria-label"] || attributes["aria-labelledby"];
  const field = state.form?.fields.find((one) => one.name === attributes.name);
  const option = field?.options?.find((one) => one.value === (attributes.value ?? "on"));
  const isText = node.tagName === "input" && /^(?:text|email|tel|url|search)$/.test(type);
  const guess =
    type === "email" || type === "tel" ? type : autocompleteByName.get((attributes.name ?? "").toLowerCase());
  const conditional = Boolean(field?.shownIf || field?.requiredIf);
  return {
    ...attributes,
    ...(type === "file" && field ? { accept: acceptOf(field.accept ?? []) } : {}),
    // A field that is not asked must not hold the form up where no script runs: the server asks for it.
    ...(conditional ? { required: undefined, "data-required": field?.required ? "" : undefined } : {}),
    // Browsers count in whole numbers unless told otherwise; the server does not.
    step: attributes.step ?? (type === "number" ? "any" : undefined),
    inputmode: attributes.inputmode ?? (type === "number" ? inputModeOf(field?.step, field?.min) : undefined),
    checked: isConsent(node) ? undefined : attributes.checked,
    autocomplete: attributes.autocomplete ?? (isText ? guess : undefined),
    "aria-label": named ? attributes["aria-label"] : (option?.label ?? field?.label ?? attributes.name),
  };
}

const inputModeOf = (step: string | undefined, min: string | undefined): string | undefined => {
  const isWhole = step === undefined || /^\d+$/.test(step);
  return isWhole && min !== undefined && Number(min) >= 0 ? "numeric" : isWhole ? undefined : "decimal";
};

/** A telephone field may ask for its country beside it. */
export function besideField(node: ProjectComponent, html: string, state: RenderState): string {
  if (inputType(node) !== "tel" || node.tagName !== "input") return html;
  const field = state.form?.fields.find((one) => one.name === attributeOf(node, "name"));
  if (!field?.countries) return html;
  const language = state.ctx.language;
  return `<span class="f-phone">${countryList(field, language)}${html}</span>`;
}

export function countryList(
  field: Pick<FieldDefinition, "name" | "country" | "countries">,
  language: string,
  chosen = field.country,
): string {
  const options = namedCountries(field.countries ?? [], language).map(
    ({ code, label }) =>
      `<option${attributesToHtml({ value: code, selected: code === chosen ? "" : undefined })}>${escapeText(label)}</option>`,
  );
  const attributes = {
    name: `${field.name}${countrySuffix}`,
    "aria-label": controlWords(language).country,
    autocomplete: "tel-country-code",
  };
  const none = field.country ? "" : '<option value=""></option>';
  return `<select${attributesToHtml(attributes)}>${none}${options.join("")}</select>`;
}
