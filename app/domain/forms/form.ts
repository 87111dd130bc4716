import type { FormDefinition } from "~builder/document/form-definition";

/** A form of a page, as published: what a submission is checked against. */
export interface LiveForm {
  workspaceId: string;
  id: string;
  pageId: string;
  name: string;
  /** Of the page: BCP 47. */
  language: string;
  /** Empty while the page is not published. */
  liveVersionId: string;
}

export interface FormVersion {
  pageVersionId: string;
  definition: FormDefinition;
}

export interface FormSummary {
  id: string;
  pageId: string;
  name: string;
  live: boolean;
}
