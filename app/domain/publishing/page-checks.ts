import type { Finding } from "../acceptable-use/finding";
import type { PageHint } from "../pages/page-hint";

export interface PageChecks {
  /** What publishing the page as saved would find; one that blocks stops it. */
  findings: Finding[];
  /** What would make it better. */
  hints: PageHint[];
  htmlBytes: number;
}
