import type { Finding } from "../acceptable-use/finding";
import type { PageHint } from "../pages/page-hint";

/** Everything the check panel says: findings, which may stop publishing, and hints, which never do. */
export interface CheckNote {
  id: string;
  area: PageHint["area"] | "use";
  weight: "block" | "warn" | "tip";
  message: string;
  remedy: string;
  /** The exact field, label or excerpt. */
  evidence?: string;
  /** Where in the document, or the key of a form: the editor jumps there. */
  path?: string;
  /** Where else it is put right: in the page's settings, its look, or the workspace's privacy notice. */
  fix?: "settings" | "look" | "privacy";
}

export interface NextPageChecks {
  pageId: string;
  title: string;
  path: string;
  /** Without tips. */
  notes: CheckNote[];
}

export interface PageChecks {
  /** What publishing the page as saved would find; one that blocks stops it. */
  findings: Finding[];
  /** Findings and hints, worst first. */
  notes: CheckNote[];
  /** Pages after sending that have never been public: they go public in the same act, or stop it. */
  next: NextPageChecks[];
  /** Bytes of the page with its pictures and fonts. */
  bytes: number;
  /** When a slow phone shows it: an estimate. */
  seconds: number;
}
