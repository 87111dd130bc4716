import { z } from "zod";
import type { PageDocument } from "~builder/document/page-document";

/** A part of a page that is kept once and shown on many pages. */
export interface SavedSection {
  id: string;
  workspaceId: string;
  name: string;
  document: PageDocument;
  /** Counts saves. */
  revision: number;
  updatedAt: number;
  removedAt: number | undefined;
}

export interface SectionUse {
  sectionId: string;
  pageId: string;
  title: string;
  path: string;
  inDraft: boolean;
  /** Revision that visitors see; 0 when they see none of it. */
  liveRevision: number;
}

/** Visitors still see an earlier state of the section on this page. */
export const isOutOfDate = (use: Pick<SectionUse, "liveRevision">, section: { revision: number }): boolean =>
  use.liveRevision > 0 && use.liveRevision < section.revision;

export const maxSections = 200;

export const sectionName = z
  .string()
  .trim()
  .min(1, "Give the section a name.")
  .max(80, "Use at most 80 characters for the name.");
