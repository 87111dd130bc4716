import { z } from "zod";
import { foldText } from "~/lib/fold-text";
import { valueNamed } from "~/lib/named-values";
import { plainLine } from "~/lib/plain-text";
import { dateIn, numberIn } from "../leads/lead-field";

const id = z
  .string({ error: "Choose one from the list." })
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, "Choose one from the list.");
const day = z.iso.date({ error: "Give the day as year-month-day." });

const isOrder = (is: string): boolean => is === "at_least" || is === "at_most";

const fieldRule = z
  .object({
    kind: z.literal("field"),
    /** `email`, `name`, or the name of a form field. */
    field: z.string({ error: "Name a field." }).trim().min(1, "Name a field.").max(100),
    is: z.enum(["equals", "contains", "starts_with", "at_least", "at_most", "set", "empty"], {
      error: "Choose how it is compared.",
    }),
    value: z.string().trim().max(200).default(""),
  })
  .refine(({ is, value }) => value !== "" || is === "set" || is === "empty", {
    error: "Say what the field is compared with.",
    path: ["value"],
  })
  .refine(({ is, value }) => !isOrder(is) || numberIn(value) !== undefined || dateIn(value) !== undefined, {
    error: "Compare with a number, or with a day as year-month-day.",
    path: ["value"],
  });
const consentRule = z.object({
  kind: z.literal("consent"),
  purpose: z.string({ error: "Choose a purpose." }).regex(/^[a-z0-9_-]{1,40}$/, "Choose a purpose."),
  state: z.enum(["granted", "pending", "withdrawn", "none"], { error: "Choose an answer." }),
});
const formRule = z.object({ kind: z.literal("form"), form: id, sent: z.boolean().default(true) });
const pageRule = z.object({ kind: z.literal("page"), page: id, sent: z.boolean().default(true) });
const dateRule = z
  .object({
    kind: z.literal("date"),
    of: z.enum(["created", "last_submission"], { error: "Choose which day counts." }),
    /** Days of the workspace's zone, both included; either may be left out. */
    from: day.optional(),
    to: day.optional(),
    /** Instead of both: within so many days before now. */
    days: z
      .number({ error: "Give a whole number of days." })
      .int("Give a whole number of days.")
      .min(1, "Use at least one day.")
      .max(3650, "Use at most 3650 days.")
      .optional(),
  })
  .refine(({ from, to, days }) => from ?? to ?? days, {
    error: "Give the first day, the last day or a number of days.",
    path: ["from"],
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    error: "The last day comes before the first.",
    path: ["to"],
  });
const originRule = z.object({
  kind: z.literal("origin"),
  origin: z.enum(["form", "import", "api", "staff"], { error: "Choose where they came from." }),
});

export const maxRules = 20;

export const segmentRule = z.discriminatedUnion("kind", [
  fieldRule,
  consentRule,
  formRule,
  pageRule,
  dateRule,
  originRule,
]);

export const segmentFilter = z.object({
  match: z.enum(["all", "any"]).default("all"),
  rules: z.array(segmentRule).max(maxRules, `Use at most ${maxRules} rules.`).default([]),
});

export type SegmentFilter = z.infer<typeof segmentFilter>;
export type SegmentRule = z.infer<typeof segmentRule>;
export type FieldRule = z.infer<typeof fieldRule>;
/** What the database decides by itself. */
export type IndexedRule = Exclude<SegmentRule, { kind: "field" }>;

export const segmentSchema = z.object({
  name: z
    .string()
    .transform((value) => plainLine(value, 120))
    .pipe(z.string().min(1, "Give the segment a name.")),
  filter: segmentFilter,
});
export type SegmentInput = z.input<typeof segmentSchema>;

export interface Segment {
  id: string;
  name: string;
  filter: SegmentFilter;
  createdAt: number;
  updatedAt: number;
}

/** Numbers with numbers, days with days; what is neither cannot be compared. */
function orderOf(value: string, wanted: string): number | undefined {
  const [number, limit] = [numberIn(value), numberIn(wanted)];
  if (number !== undefined && limit !== undefined) return number - limit;
  const [day, last] = [dateIn(value), dateIn(wanted)];
  if (day === undefined || last === undefined) return undefined;
  return day < last ? -1 : day > last ? 1 : 0;
}

/** Decides a field rule on a lead, without regard to case, accents and width. */
export function fieldRuleHolds(
  rule: FieldRule,
  lead: { email: string; name: string; fields: Record<string, string> },
): boolean {
  const given = valueNamed(lead.fields, rule.field);
  const own = rule.field === "email" ? lead.email : rule.field === "name" ? lead.name : given;
  const value = foldText(own ?? "");
  const wanted = foldText(rule.value);
  switch (rule.is) {
    case "set":
      return value !== "";
    case "empty":
      return value === "";
    case "equals":
      return value === wanted;
    case "contains":
      return value.includes(wanted);
    case "starts_with":
      return value.startsWith(wanted);
    case "at_least":
      return (orderOf(own ?? "", rule.value) ?? -1) >= 0;
    case "at_most":
      return (orderOf(own ?? "", rule.value) ?? 1) <= 0;
  }
}

export const everybody: SegmentFilter = { match: "all", rules: [] };

/** In place of a filter that cannot be read: nobody is written to by mistake. */
export const nobody: SegmentFilter = { match: "any", rules: [] };
