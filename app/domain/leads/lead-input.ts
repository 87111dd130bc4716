import { z } from "zod";
import { emailAddressMessages, parseEmailAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";

const email = z.string().transform((value, context) => {
  const parsed = parseEmailAddress(value);
  if (parsed.ok) return parsed.address;
  context.addIssue({ code: "custom", message: emailAddressMessages[parsed.reason] });
  return z.NEVER;
});

const name = z.string().transform((value) => plainLine(value, 200));

/** Readers of JSON leave this name out, so it would be lost without a word. */
const hasLostName = (given: unknown): boolean =>
  typeof given === "object" && given !== null && Object.hasOwn(given, "__proto__");

const fields = z
  .custom<Record<string, string | number | boolean>>((given) => !hasLostName(given), {
    message: "“__proto__” cannot be the name of a field. Take another one.",
  })
  .pipe(
    z
      .record(
        z.string().min(1).max(100),
        z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).slice(0, 10_000)),
      )
      .refine((all) => Object.keys(all).length <= 100, "Use at most 100 fields."),
  );

const consent = z.object({
  purpose: z.string().regex(/^[a-z0-9_-]{1,40}$/, "Purposes are short words in lower case."),
  wording: z.string().trim().min(1, "Say what the person agreed to: it is the proof.").max(2000),
});

/** A lead entered by staff or a program. */
export const newLeadSchema = z.object({
  email,
  name: name.default(""),
  fields: fields.default({}),
  /** What the person agreed to, told to whoever enters it. */
  consents: z.array(consent).max(10).default([]),
});
export type NewLeadInput = z.input<typeof newLeadSchema>;

/** Fields given replace those of the lead; a field given as empty text is removed. */
export const leadChangesSchema = z.object({
  email: email.optional(),
  name: name.optional(),
  fields: fields.optional(),
});
export type LeadChangesInput = z.input<typeof leadChangesSchema>;
