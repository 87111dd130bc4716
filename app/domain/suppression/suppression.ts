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
}

/** Reasons that only a note of staff beside the person's own wish can undo. */
export const needsNoteToLift = (reason: string): boolean => reason === "complaint";

/** A row keeps a message away when it stands for all marketing or for the message's own topic. */
export const covers = (suppression: { topicId: string }, topicId: string): boolean =>
  suppression.topicId === "" || suppression.topicId === topicId;
