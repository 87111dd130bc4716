/** queued → running → done → expired; running → failed. */
export type ExportState = "queued" | "running" | "done" | "failed" | "expired";

export interface Export {
  id: string;
  workspaceId: string;
  state: ExportState;
  rowsTotal: number;
  rowsDone: number;
  /** Below the data folder; empty until done. */
  file: string;
  size: number;
  sha256: string;
  /** In words a person can act on. */
  error: string;
  createdAt: number;
  finishedAt: number | undefined;
  expiresAt: number | undefined;
}

/** An archive can be fetched for a week. */
export const exportKeptMs = 7 * 86_400_000;

/** 0 to 1. */
export function exportProgress(given: Pick<Export, "state" | "rowsDone" | "rowsTotal">): number {
  if (given.state === "done" || given.state === "expired") return 1;
  return given.rowsTotal === 0 ? 0 : Math.min(0.99, given.rowsDone / given.rowsTotal);
}
