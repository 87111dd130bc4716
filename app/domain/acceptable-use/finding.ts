export type FindingSeverity = "block" | "warn" | "info";

/** What a check found, in words that the customer can act on. The same shape stands in the API and in the journal. */
export interface Finding {
  rule: string;
  severity: FindingSeverity;
  message: string;
  /** The exact field, label or excerpt. */
  evidence: string;
  remedy: string;
}

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === "block");

const order: Record<FindingSeverity, number> = { block: 0, warn: 1, info: 2 };

/** Worst first, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [`${finding.rule}\n${finding.evidence}`, finding]));
  return [...seen.values()].sort((a, b) => order[a.severity] - order[b.severity]);
}
