import { attributeOf, descendants, inputType, isConsent, isField, isLabel, textIn } from "./component-tree";
import type { ProjectComponent } from "./project";
import type { Attributes, RenderState } from "./render-state";

const autocompleteByName = new Map(
  Object.entries({
    email: "email",
    mail: "email",
    name: "name",
    full_name: "name",
    fullname: "name",
    first_name: "given-name",
    firstname: "given-name",
    last_name: "family-name",
    lastname: "family-name",
    company: "organization",
    organization: "organization",
    organisation: "organization",
    job_title: "organization-title",
    phone: "tel",
    tel: "tel",
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
  return {
    ...attributes,
    checked: isConsent(node) ? undefined : attributes.checked,
    autocomplete: attributes.autocomplete ?? (isText ? guess : undefined),
    "aria-label": named ? attributes["aria-label"] : (option?.label ?? field?.label ?? attributes.name),
  };
}
