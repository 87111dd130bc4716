import type { Tone } from "~/components/ui/badge";
import type { ConsentAct, ConsentMethod } from "~/domain/consent/consent";
import type { LeadOrigin } from "~/domain/leads/lead";

export const originWords: Record<LeadOrigin, string> = {
  form: "Form",
  import: "Import",
  api: "API",
  staff: "Entered by hand",
};

export type MailState = "suppressed" | "granted" | "pending" | "withdrawn" | "none";

/** Whether a person may be written to, as lists show it. */
export const mailStates: Record<MailState, { tone: Tone; label: string; words: string }> = {
  granted: { tone: "good", label: "Agreed", words: "Agreed to get mail." },
  pending: { tone: "warn", label: "Not confirmed", words: "Has yet to confirm the address." },
  withdrawn: { tone: "bad", label: "Withdrawn", words: "Took the consent back." },
  suppressed: { tone: "bad", label: "Unsubscribed", words: "Gets no mail any more." },
  none: { tone: "neutral", label: "No consent", words: "Was never asked, or did not agree." },
};

export const purposeWords = (purpose: string): string =>
  ({ mail: "Marketing mail", tracking: "Being recognised" })[purpose] ?? purpose;

export const consentActs: Record<ConsentAct, { label: string; tone: Tone }> = {
  requested: { label: "Asked to confirm", tone: "info" },
  granted: { label: "Agreed", tone: "good" },
  withdrawn: { label: "Withdrawn", tone: "bad" },
  imported: { label: "Imported consent", tone: "info" },
};

export const consentMethods: Record<ConsentMethod, string> = {
  form: "in a form",
  confirmation: "by the confirmation mail",
  preferences: "in the preference centre",
  api: "through the API",
  staff: "noted by staff",
  import: "from a file",
  one_click: "by the unsubscribe button of the mail program",
};
