import { namedValues } from "~/lib/named-values";
import type { SentFile } from "~/lib/sent-fields";
import { conditionHolds } from "~builder/document/field-condition";
import { countrySuffix, type FieldDefinition, type FormDefinition } from "~builder/document/form-definition";
import type { GivenConsent } from "../leads/capture";
import { ageFieldKind, ageFrom } from "../leads/person-age";
import { checkField } from "./check-field";
import { type CheckedFile, checkFiles } from "./check-files";
import { type FormWords, withNumber } from "./form-words";

export interface SubmissionRules {
  words: FormWords;
  minimumAge: number;
  now: number;
  /** True for values that must not be collected, such as card numbers. */
  isSensitive(value: string, field: FieldDefinition): boolean;
  files?: ReadonlyMap<string, readonly SentFile[]>;
  /** A telephone number as +COUNTRYNUMBER, where it can be read as one. */
  readPhone?(text: string, country: string | undefined): string | undefined;
}

export type CheckedSubmission =
  | {
      ok: true;
      fields: Record<string, string>;
      email: string;
      name: string;
      consents: GivenConsent[];
      files: CheckedFile[];
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
  hasConditions: boolean;
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
    hasConditions: fields.some((field) => field.shownIf || field.requiredIf),
  };
  plans.set(definition, plan);
  return plan;
}

function nameOf(plan: Plan, fields: Record<string, string>): string {
  const value = (name: string | undefined) => (name === undefined ? "" : (fields[name] ?? ""));
  return value(plan.wholeName) || [value(plan.givenName), value(plan.familyName)].filter(Boolean).join(" ");
}

interface Gathered {
  errors: Record<string, string>;
  fields: Record<string, string>;
  consents: GivenConsent[];
  files: CheckedFile[];
  hasSensitive: boolean;
}

/** Whether a field is asked for, given what the fields before it hold. Others are neither checked nor kept. */
const isAsked = (field: FieldDefinition, given: ReadonlyMap<string, readonly string[]>): boolean =>
  (field.shownIf ?? []).every((condition) => conditionHolds(condition, given.get(condition.field) ?? []));

function asAsked(field: FieldDefinition, given: ReadonlyMap<string, readonly string[]>): FieldDefinition {
  const { requiredIf } = field;
  if (!requiredIf || field.required) return field;
  return conditionHolds(requiredIf, given.get(requiredIf.field) ?? []) ? { ...field, required: true } : field;
}

function phoneOf(
  field: FieldDefinition,
  value: string,
  sent: ReadonlyMap<string, readonly string[]>,
  { readPhone }: SubmissionRules,
): string {
  const chosen = sent.get(field.name + countrySuffix)?.[0]?.toUpperCase() ?? "";
  const country = field.countries?.includes(chosen) ? chosen : field.country;
  return readPhone?.(value, country) ?? value;
}

/** Checks one field and adds what it holds; the value that is kept, empty when there is none. */
function gather(
  field: FieldDefinition,
  sent: ReadonlyMap<string, readonly string[]>,
  rules: SubmissionRules,
  into: Gathered,
): string {
  const { words } = rules;
  if (field.type === "file") {
    const checked = checkFiles(field, rules.files?.get(field.name) ?? [], rules);
    if ("error" in checked) {
      into.errors[field.name] = checked.error;
      into.hasSensitive ||= checked.isSensitive ?? false;
      return "";
    }
    into.files.push(...checked.files);
    const names = checked.files.map((file) => file.name).join(", ");
    if (names) into.fields[field.name] = names;
    return names;
  }
  const checked = checkField(field, sent.get(field.name) ?? [], words);
  if ("error" in checked) {
    into.errors[field.name] = checked.error;
    return "";
  }
  if (checked.value === "") return "";
  if (field.type !== "consent" && rules.isSensitive(checked.value, field)) {
    into.errors[field.name] = words.sensitive;
    into.hasSensitive = true;
    return "";
  }
  const value = field.type === "tel" ? phoneOf(field, checked.value, sent, rules) : checked.value;
  into.fields[field.name] = value;
  if (field.type === "consent") {
    into.consents.push({
      purpose: field.purpose ?? field.name.replace(/^consent_/, ""),
      wording: field.wording ?? field.label,
    });
  }
  return value;
}

/** What a condition looks at: choices as they were sent, everything else as it is kept. */
const seenBy = (field: FieldDefinition, value: string, sent: readonly string[] | undefined) =>
  field.type === "checkboxes" || field.multiple ? (sent ?? []) : value === "" ? [] : [value];

/** Checks what was sent against the form as published. Fields that the form does not have are not collected. */
export function checkSubmission(
  definition: FormDefinition,
  sent: ReadonlyMap<string, readonly string[]>,
  rules: SubmissionRules,
): CheckedSubmission {
  const { words, minimumAge, now } = rules;
  const into: Gathered = {
    ...{ errors: namedValues(), fields: namedValues() },
    ...{ consents: [], files: [], hasSensitive: false },
  };
  let youngest = Number.POSITIVE_INFINITY;
  const plan = planOf(definition);
  const given = new Map<string, readonly string[]>();
  for (const { field, age: asked } of plan.fields) {
    if (field.shownIf && !isAsked(field, given)) continue;
    const value = gather(asAsked(field, given), sent, rules, into);
    if (plan.hasConditions) given.set(field.name, seenBy(field, value, sent.get(field.name)));
    if (value === "") continue;
    const age = asked && ageFrom(asked, value, now);
    if (age !== undefined) youngest = Math.min(youngest, age);
    if (age !== undefined && age < minimumAge) {
      return {
        ok: false,
        reason: "under_age",
        errors: { [field.name]: withNumber(words.underAge, minimumAge) },
      };
    }
  }
  const { errors, fields, consents, files, hasSensitive } = into;
  if (Object.keys(errors).length > 0)
    return { ok: false, reason: hasSensitive ? "sensitive" : "fields", errors };
  return {
    ok: true,
    fields,
    email: plan.email === undefined ? "" : (fields[plan.email] ?? ""),
    name: nameOf(plan, fields),
    consents: youngest < consentAge ? [] : consents,
    files,
  };
}
