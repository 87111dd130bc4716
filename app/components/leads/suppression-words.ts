import type { Tone } from "~/components/ui/badge";
import type { SuppressionReason, SuppressionSource } from "~/domain/suppression/suppression";

/** Why an address gets no marketing. */
export const reasonWords: Record<SuppressionReason, { tone: Tone; label: string }> = {
  unsubscribe: { tone: "neutral", label: "Unsubscribed" },
  complaint: { tone: "bad", label: "Complained" },
  bounce: { tone: "warn", label: "Bounced" },
  objection: { tone: "neutral", label: "Objected" },
  staff: { tone: "neutral", label: "Entered by hand" },
  import: { tone: "neutral", label: "Imported" },
  erasure: { tone: "info", label: "Erased" },
};

/** Where the news came from. */
export const suppressionSources: Record<SuppressionSource, string> = {
  one_click: "One click in a mail program",
  page: "Unsubscribe page",
  preferences: "Preference centre",
  api: "API",
  staff: "Your team",
  import: "An archive or a restored backup",
  provider: "The mail provider",
  privacy: "A privacy request",
};
