/**
 * One message to one person. prepared → sending → sent, failed or unknown; prepared → excluded or cancelled.
 * unknown: the connection was lost after the message had begun to flow. It is never repeated by itself.
 */
export const deliveryStates = [
  "prepared",
  "sending",
  "sent",
  "failed",
  "excluded",
  "cancelled",
  "unknown",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** A claimed row belongs to one process for this long; a message on its way for longer. */
export const claimMs = 60_000;
export const sendingMs = 300_000;

/** Of what does not pass by waiting. */
export const maxAttempts = 8;

/** Of what the mail server does not take for now: the first in minutes, then one an hour, for two days. */
export const maxHandOvers = 58;

/** What people read beside the number of those left out. */
export const reasonWords: Record<string, { label: string; short: string }> = {
  suppressed: { label: "Unsubscribed or objected", short: "suppressed" },
  no_basis: { label: "No recorded basis to write", short: "consent" },
  not_confirmed: { label: "Asked to confirm, has not done so", short: "consent" },
  consent_withdrawn: { label: "Withdrew consent", short: "consent" },
  restricted: { label: "Data rests while a dispute lasts", short: "restricted" },
  frequency: { label: "Wants mail less often", short: "frequency" },
  bounced: { label: "Address bounced before", short: "bounce" },
  complained: { label: "Complained before", short: "complaint" },
  no_address: { label: "Has no e-mail address", short: "address" },
  erased: { label: "Was deleted before the message left", short: "deleted" },
  refused: { label: "Refused by the mail server of the person", short: "refused" },
  sender_refused: { label: "Sender refused by the relay", short: "refused" },
  gave_up: { label: "The mail server did not take it for two days", short: "gave up" },
  unrenderable: { label: "Message could not be made", short: "faulty" },
};

export const wordsOfReason = (reason: string): { label: string; short: string } =>
  reasonWords[reason] ?? { label: reason.replaceAll("_", " ") || "Other", short: "other" };
