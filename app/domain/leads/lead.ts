export type LeadOrigin = "form" | "import" | "api" | "staff";

export interface Lead {
  id: string;
  workspaceId: string;
  /** As typed; empty for a submission without address. */
  email: string;
  addressHash: string;
  name: string;
  fields: Record<string, string>;
  /** Where each field came from: `form:ID`, `import:ID`, `api`, `staff`. */
  fieldSources: Record<string, string>;
  origin: LeadOrigin;
  submissions: number;
  /** Changes with every change: for If-Match. */
  revision: number;
  createdAt: number;
  updatedAt: number;
  lastSubmissionAt: number | undefined;
}

/** Where a visitor came from. */
export interface LeadSource {
  referrer?: string;
  utm_source?: string;
  utm_medium?: string;
  utm_campaign?: string;
  utm_term?: string;
  utm_content?: string;
  language?: string;
}

export type SubmissionState = "accepted" | "quarantined" | "rejected";

export interface Submission {
  id: string;
  leadId: string;
  formId: string;
  pageId: string;
  pageVersionId: string;
  fields: Record<string, string>;
  source: LeadSource;
  ip: string;
  state: SubmissionState;
  quarantineReason: string;
  visitId: string;
  createdAt: number;
}

export interface LeadMerge {
  id: string;
  submissionId: string;
  /** Values before, by field. */
  changes: Record<string, string>;
  createdAt: number;
}

/** Why a submission waits in quarantine, for people. */
export const quarantineReasons: Record<string, string> = {
  trap: "A field that people cannot see was filled in.",
  flood: "Many arrived at once, and this one shows signs of a program.",
  address: "Many came from one network address in a short time.",
  captcha: "The service that tells people from programs took the sender for a program.",
  signs: "Several signs point to a program.",
  token:
    "It says it comes from a page of yours, and the page's seal in it was changed or belongs to another form.",
};
