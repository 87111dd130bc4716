/** Why nobody may be written to under this address any more. */
export type SuppressionReason =
  | "unsubscribe"
  | "complaint"
  | "bounce"
  | "objection"
  | "staff"
  | "import"
  | "erasure";

/** Where the news came from. */
export type SuppressionSource =
  | "one_click"
  | "page"
  | "preferences"
  | "api"
  | "staff"
  | "import"
  | "provider"
  | "privacy";

export interface Suppression {
  addressHash: string;
  /** Empty: all marketing. */
  topicId: string;
  reason: SuppressionReason;
  source: SuppressionSource;
  createdAt: number;
  liftedAt: number | undefined;
  /** After a complaint: when staff noted that the person asked for mail again. */
  notedAt: number | undefined;
}

/** What may be said of an address by staff or by another system. */
export const givenReasons = [
  "unsubscribe",
  "complaint",
  "bounce",
  "objection",
  "staff",
] as const satisfies readonly SuppressionReason[];

/** Of one list. */
export const mostAddresses = 50_000;

/** Reasons that only a note of staff beside the person's own wish can undo. */
export const needsNoteToLift = (reason: string): boolean => reason === "complaint";

/** Nothing is written over what stands, but for a complaint over what is less grave. */
export const standsAsItIs = (
  present: { reason: string; lifted_at: number | null },
  reason: string,
): boolean => present.lifted_at === null && (!needsNoteToLift(reason) || needsNoteToLift(present.reason));

/** A row keeps a message away when it stands for all marketing or for the message's own topic. */
export const covers = (suppression: { topicId: string }, topicId: string): boolean =>
  suppression.topicId === "" || suppression.topicId === topicId;
