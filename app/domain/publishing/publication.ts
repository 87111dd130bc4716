import type { Finding } from "../acceptable-use/finding";

interface PublishedOne {
  url: string;
  version: { id: string; number: number };
  /** Warnings and hints; a page with a blocking one is refused. */
  findings: Finding[];
}

export interface PublishedResult extends PublishedOne {
  /** Pages after sending that had never been public and went public in the same act. */
  alsoPublished: (PublishedOne & { pageId: string; title: string })[];
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
  /** The variant of an experiment that it was; empty for the page itself. */
  variantId: string;
}

/** What the edge serves under a path. */
export interface PublishedPage {
  pageId: string;
  versionId: string;
  html: string;
  csp: string;
  etag: string;
  experiment?: PublishedExperiment;
}

export interface PublishedVariant {
  variantId: string;
  versionId: string;
  weight: number;
  html: string;
  csp: string;
  etag: string;
}

/** Frozen variants among which the edge chooses without asking anybody. */
export interface PublishedExperiment {
  id: string;
  /** The champion first. */
  variants: readonly PublishedVariant[];
  /** Visitor keys of today whose place would lead elsewhere now, with the variant they keep. */
  kept: ReadonlyMap<string, string>;
}

/** A change that caches must take notice of. */
export interface EdgeChange {
  id: string;
  kind: string;
  workspaceId: string;
  ref: string;
  at: number;
}
