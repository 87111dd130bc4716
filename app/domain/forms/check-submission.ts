import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import type { GivenConsent } from "../leads/capture";
import { ageFieldKind, ageFrom } from "../leads/person-age";
import { checkField } from "./check-field";
import { type FormWords, withNumber } from "./form-words";

export interface SubmissionRules {
  words: FormWords;
  minimumAge: number;
  now: number;
  /** True for values that must not be collected, such as card numbers. */
  isSensitive(value: string, field: FieldDefinition): boolean;
}

export type CheckedSubmission =
  | {
      ok: true;
      fields: Record<string, string>;
      email: string;
      name: string;
      consents: GivenConsent[];
    }
  | { ok: false; reason: "fields" | "sensitive" | "under_age"; errors: Record<string, string> };

/** Below this age no consent counts, whatever the workspace's own limit is. */
const consentAge = 15;

const wholeNames = new Set([
  "name",
  "full_name",
  "fullname",
  "your_name",
  "vollstaendiger_name",
  "nom_complet",
  "nombre",
]);
const givenNames = new Set(["first_name", "firstname", "given_name", "vorname", "prenom"]);
const familyNames = new Set([
  "last_name",
  "lastname",
  "family_name",
  "surname",
  "nachname",
  "apellido",
  "apellidos",
]);

/** What a definition means, worked out once. */
interface Plan {
  fields: { field: FieldDefinition; age: "birth" | "age" | undefined }[];
  wholeName: string | undefined;
  givenName: string | undefined;
  familyName: string | undefined;
  email: string | undefined;
}

const plans = new WeakMap<FormDefinition, Plan>();

/** A field named `email` is an address whatever its markup says: it identifies the lead. */
const asSent = (field: FieldDefinition): FieldDefinition =>
  field.name === "email" && field.type !== "email" ? { ...field, type: "email" } : field;

function planOf(definition: FormDefinition): Plan {
  const known = plans.get(definition);
  if (known) return known;
  const fields = definition.fields.map(asSent);
  const find = (names: Set<string>, token: string) =>
    fields.find(
      (field) => field.autocomplete === token || names.has(field.name.toLowerCase().replace(/[\s-]+/g, "_")),
    )?.name;
  const addresses = fields.filter((field) => field.type === "email");
  const plan: Plan = {
    fields: fields.map((field) => ({ field, age: ageFieldKind(field) })),
    wholeName: find(wholeNames, "name"),
    givenName: find(givenNames, "given-name"),
    familyName: find(familyNames, "family-name"),
    email: (addresses.find((field) => field.name === "email") ?? addresses[0])?.name,
  };
  plans.set(definition, plan);
  return plan;
}

function nameOf(plan: Plan, fields: Record<string, string>): string {
  const value = (name: string | undefined) => (name === undefined ? "" : (fields[name] ?? ""));
  return value(plan.wholeName) || [value(plan.givenName), value(plan.familyName)].filter(Boolean).join(" ");
}

/** Checks what was sent against the form as published. Fields that the form does not have are not collected. */
export function checkSubmission(
  definition: FormDefinition,
  sent: ReadonlyMap<string, readonly string[]>,
  rules: SubmissionRules,
): CheckedSubmission {
  const { words, minimumAge, now } = rules;
  const errors: Record<string, string> = {};
  const fields: Record<string, string> = {};
  const consents: GivenConsent[] = [];
  let reason: "fields" | "sensitive" | "under_age" = "fields";
  let youngest = Number.POSITIVE_INFINITY;

  const plan = planOf(definition);
  for (const { field, age: asked } of plan.fields) {
    const checked = checkField(field, sent.get(field.name) ?? [], words);
    if ("error" in checked) {
      errors[field.name] = checked.error;
      continue;
    }
    if (checked.value === "") continue;
    if (field.type !== "consent" && rules.isSensitive(checked.value, field)) {
      errors[field.name] = words.sensitive;
      reason = "sensitive";
      continue;
    }
    const age = asked && ageFrom(asked, checked.value, now);
    if (age !== undefined) youngest = Math.min(youngest, age);
    if (age !== undefined && age < minimumAge) {
      return {
        ok: false,
        reason: "under_age",
        errors: { [field.name]: withNumber(words.underAge, minimumAge) },
      };
    }
    fields[field.name] = checked.value;
    if (field.type === "consent") {
      consents.push({
        purpose: field.purpose ?? field.name.replace(/^consent_/, ""),
        wording: field.wording ?? field.label,
      });
    }
  }
  if (Object.keys(errors).length > 0) return { ok: false, reason, errors };
  return {
    ok: true,
    fields,
    email: plan.email === undefined ? "" : (fields[plan.email] ?? ""),
    name: nameOf(plan, fields),
    consents: youngest < consentAge ? [] : consents,
  };
}
