import { z } from "zod";
import { parseEmailAddress } from "~/lib/email-address";
import { plainLine } from "~/lib/plain-text";
import { type StoredRetention, storedRetentionSchema, usualRetention } from "./retention-choices";

/** What people are told at every form and in every mail: who holds their data, why, for how long. */
export interface PrivacySettings {
  controller: string;
  /** E-mail address for questions about one's data. */
  contact: string;
  postalAddress: string;
  purposes: string[];
  /** People are deleted so many months after they were last heard from; 0: until they ask, or somebody deletes them. */
  retentionMonths: number;
  retentionText: string;
  /** Periods of the other classes of data; changed by `chooseRetention` only. */
  retention: StoredRetention;
  /** Further words; may be empty. */
  text: string;
}

export const emptyPrivacySettings: PrivacySettings = {
  controller: "",
  contact: "",
  postalAddress: "",
  purposes: [],
  retentionMonths: 0,
  retentionText: "",
  retention: usualRetention,
  text: "",
};

const line = (max: number) => z.string().transform((value) => plainLine(value, max));

/** Line breaks stay: an address is written in lines. */
const lines = (max: number) =>
  z
    .string()
    .max(max, "This is too long.")
    .transform((value) =>
      value
        .split(/\r\n|\r|\n/)
        .map((each) => plainLine(each, 200))
        .filter(Boolean)
        .join("\n"),
    );

export const privacySettingsSchema = z.object({
  controller: line(200).pipe(z.string().min(1, "Say who holds the data: a person or a company.")),
  contact: z.string().transform((value, context) => {
    const parsed = parseEmailAddress(value);
    if (parsed.ok) return parsed.address;
    context.addIssue({ code: "custom", message: "Give an e-mail address that people can write to." });
    return z.NEVER;
  }),
  postalAddress: lines(500).pipe(
    z.string().min(8, "Give the full postal address. Law asks for it in every mail."),
  ),
  purposes: z
    .array(line(200))
    .transform((all) => [...new Set(all.filter(Boolean))])
    .pipe(z.array(z.string()).min(1, "Name at least one purpose.").max(10, "Name at most ten purposes.")),
  retentionMonths: z.coerce
    .number("Give a number of months.")
    .int("Give whole months.")
    .min(0, "At least none.")
    .max(120, "At most 120 months."),
  retentionText: line(300),
  text: lines(2000),
});

const stored = z.object({
  controller: z.string().catch(""),
  contact: z.string().catch(""),
  postalAddress: z.string().catch(""),
  purposes: z.array(z.string()).catch([]),
  retentionMonths: z.number().int().min(0).max(120).catch(0),
  retentionText: z.string().catch(""),
  retention: storedRetentionSchema,
  text: z.string().catch(""),
});

/** Settings without periods of their own carry this number without anybody having chosen it. */
const filledInMonths = 24;

/** Reads what the database holds; what is missing stays empty. */
export function readPrivacySettings(json: string): PrivacySettings {
  try {
    const given = JSON.parse(json || "{}");
    const settings = stored.parse(given);
    const filledIn = given.retention === undefined && settings.retentionMonths === filledInMonths;
    return filledIn ? { ...settings, retentionMonths: 0 } : settings;
  } catch {
    return emptyPrivacySettings;
  }
}

/** Names of the fields a notice cannot be made without. */
export function missingPrivacySettings(settings: PrivacySettings): string[] {
  const missing: string[] = [];
  if (!settings.controller) missing.push("controller");
  if (!settings.contact) missing.push("contact");
  if (!settings.postalAddress) missing.push("postalAddress");
  if (settings.purposes.length === 0) missing.push("purposes");
  return missing;
}

function periodWords({ retentionMonths, retention }: PrivacySettings): string {
  if (retentionMonths === 0) {
    return `We keep your data until you ask us to delete it. If you did not agree to mail from us, we delete it ${retention.enquiryMonths} months after we last heard from you.`;
  }
  const people = `We keep your data for ${retentionMonths} months after we last heard from you`;
  const shorter =
    retention.enquiryMonths < retentionMonths
      ? ` (${retention.enquiryMonths} months if you did not agree to mail from us)`
      : "";
  return `${people}${shorter}, or until you ask us to delete it.`;
}

export const retentionWords = (settings: PrivacySettings): string =>
  settings.retentionText || periodWords(settings);
