import type { SegmentRule } from "~/domain/segments/segment";

/** A rule as a form holds it: every part a text. `key` joins the fields of one rule. */
export type RuleDraft = { key: string; kind: SegmentRule["kind"] } & Partial<Record<RulePart, string>>;

export const ruleParts = [
  "field",
  "is",
  "value",
  "state",
  "purpose",
  "form",
  "page",
  "sent",
  "of",
  "from",
  "to",
  "days",
  "origin",
] as const;
export type RulePart = (typeof ruleParts)[number];

export const ruleKinds: readonly { value: SegmentRule["kind"]; label: string }[] = [
  { value: "field", label: "A field" },
  { value: "consent", label: "A consent" },
  { value: "page", label: "A page they came by" },
  { value: "date", label: "When they came" },
  { value: "origin", label: "How they became a lead" },
];

export const fieldTests = [
  { value: "equals", label: "is" },
  { value: "contains", label: "contains" },
  { value: "starts_with", label: "begins with" },
  { value: "at_least", label: "is at least, or from a day on" },
  { value: "at_most", label: "is at most, or up to a day" },
  { value: "set", label: "has a value" },
  { value: "empty", label: "is empty" },
];
export const consentPurposes = [
  { value: "mail", label: "Marketing mail" },
  { value: "tracking", label: "Being recognised" },
];
export const consentTests = [
  { value: "granted", label: "agreed" },
  { value: "pending", label: "has yet to confirm" },
  { value: "withdrawn", label: "took it back" },
  { value: "none", label: "never answered" },
];
export const pageTests = [
  { value: "yes", label: "sent a form on" },
  { value: "no", label: "never sent a form on" },
];
export const dateTests = [
  { value: "created", label: "Became a lead" },
  { value: "last_submission", label: "Last sent a form" },
];
