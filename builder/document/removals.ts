import type { Removal } from "./document-error";
import type { Report } from "./style-rules";

const maxListed = 200;

/** Collects what was left out, each thing once. */
export function newRemovals(): { report: Report; list: Removal[] } {
  const list: Removal[] = [];
  const seen = new Set<string>();
  return {
    list,
    report: (what, why) => {
      const key = `${what}\n${why}`;
      if (seen.has(key) || list.length >= maxListed) return;
      seen.add(key);
      list.push({ what, why });
    },
  };
}
