import type { LeadSource } from "./lead";

export interface GivenConsent {
  purpose: string;
  /** The label of the box, as the visitor read it. */
  wording: string;
}

/** A file that lies in the store already, under this id. */
export interface CapturedFile {
  id: string;
  field: string;
  name: string;
  contentType: string;
  size: number;
}

/** A checked submission, ready to be stored. */
export interface CaptureItem {
  workspaceId: string;
  formId: string;
  pageId: string;
  pageVersionId: string;
  fields: Record<string, string>;
  /** Empty without an address. */
  email: string;
  name: string;
  source: LeadSource;
  language: string;
  /** Truncated. */
  ip: string;
  visitId: string;
  dedupeKey: string;
  /** Reason to wait in quarantine; empty to be accepted. */
  quarantine: string;
  consents: readonly GivenConsent[];
  files?: readonly CapturedFile[];
  /** What the form promised is to be sent by mail. */
  wantsDownload?: boolean;
  /** Set when consents wait for the mailbox: who asks, and where answers go. */
  confirmation?: { name: string; replyTo: string };
}

export interface CaptureResult {
  submissionId: string;
  leadId: string;
  /** The same was sent within ten minutes; these are the first ids. */
  repeated: boolean;
  /** A mail asks the mailbox to confirm. */
  confirming: boolean;
}

export const repeatWindowMs = 10 * 60_000;
