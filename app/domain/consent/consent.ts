export type ConsentAct = "requested" | "granted" | "withdrawn" | "imported";
export type ConsentState = "pending" | "granted" | "withdrawn";
export type ConsentBasis = "consent" | "legitimate_interest";
export type ConsentMethod =
  | "form"
  | "confirmation"
  | "preferences"
  | "api"
  | "staff"
  | "import"
  | "one_click";

/** Marketing mail, and tying opens, clicks and visits to the person. Others are named by consent boxes. */
export const mailPurpose = "mail";
export const trackingPurpose = "tracking";

const purposeShape = /^[a-z0-9_-]{1,40}$/;
export const isPurpose = (purpose: string): boolean => purposeShape.test(purpose);

/** One act of giving or withdrawing, with what proves it. */
export interface ConsentEvidence {
  addressHash: string;
  purpose: string;
  act: ConsentAct;
  method: ConsentMethod;
  /** What the person read; empty for withdrawals. */
  wording?: string;
  locale?: string;
  leadId?: string;
  formId?: string;
  pageVersionId?: string;
  submissionId?: string;
  /** Already truncated. */
  ip?: string;
  /** Default: consent. */
  basis?: ConsentBasis;
  /** When it was said, milliseconds; now when absent. */
  at?: number;
}

/** The state after an act; undefined when the act changes nothing. */
export function stateAfter(act: ConsentAct, present: ConsentState | undefined): ConsentState | undefined {
  switch (act) {
    case "granted":
    case "withdrawn":
      return act;
    case "requested":
      return present === "granted" ? undefined : "pending";
    case "imported":
      return present === undefined ? "granted" : undefined;
  }
}

export interface ConsentStateRow {
  addressHash: string;
  purpose: string;
  state: ConsentState;
  basis: ConsentBasis;
  updatedAt: number;
}

export interface ConsentRow extends Required<Omit<ConsentEvidence, "basis">> {
  id: string;
  at: number;
}

/** What the person said to being recognised: undefined means never asked. */
export type TrackingChoice = "granted" | "refused";
