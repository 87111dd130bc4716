import type { Finding } from "../acceptable-use/finding";

export interface PublishedResult {
  url: string;
  version: { id: string; number: number };
  /** Warnings and hints; a page with a blocking one is refused. */
  findings: Finding[];
}

export interface VersionSummary {
  id: string;
  pageId: string;
  number: number;
  title: string;
  path: string;
  publishedBy: string;
  publishedAt: number;
  isLive: boolean;
}

/** What the edge serves under a path. */
export interface PublishedPage {
  pageId: string;
  versionId: string;
  html: string;
  csp: string;
  etag: string;
}

/** A change that caches must take notice of. */
export interface EdgeChange {
  id: string;
  kind: string;
  workspaceId: string;
  ref: string;
  at: number;
}
