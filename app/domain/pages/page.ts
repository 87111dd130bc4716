import { z } from "zod";
import type { PageDocument } from "~builder/document/page-document";
import { parsePagePath } from "./page-path";

export type PageState = "draft" | "live" | "changed" | "removed";

/** A page without its document, as lists show it. */
export interface PageSummary {
  id: string;
  workspaceId: string;
  siteId: string;
  /** The page that this is a variant of, in an experiment; empty for a page of its own. */
  variantOf: string;
  path: string;
  title: string;
  description: string;
  language: string;
  revision: number;
  state: PageState;
  /** The version being served; empty when none is. */
  liveVersionId: string;
  createdAt: number;
  updatedAt: number;
  removedAt: number | undefined;
}

export interface Page extends PageSummary {
  document: PageDocument;
}

export interface PageRevision {
  revision: number;
  savedBy: string;
  savedAt: number;
}

export const keptRevisions = 50;
export const restorableMs = 30 * 24 * 3_600_000;

export function pageState(row: {
  removedAt: number | undefined;
  liveVersionId: string;
  liveRevision: number;
  revision: number;
}): PageState {
  if (row.removedAt !== undefined) return "removed";
  if (!row.liveVersionId) return "draft";
  return row.liveRevision === row.revision ? "live" : "changed";
}

const path = z.string().transform((given, context) => {
  const result = parsePagePath(given);
  if (result.ok) return result.path;
  context.addIssue({ code: "custom", message: result.message });
  return z.NEVER;
});

export const pageSettings = z.object({
  path,
  title: z
    .string()
    .trim()
    .min(1, "Give the page a title.")
    .max(200, "Use at most 200 characters for the title."),
  description: z.string().trim().max(500, "Use at most 500 characters for the description."),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Use a language tag such as en or pt-BR.")
    .max(12),
});
export type PageSettings = z.infer<typeof pageSettings>;
