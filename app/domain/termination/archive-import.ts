/** queued → running → done or failed; a failed one left nothing behind. */
export type ArchiveImportState = "queued" | "running" | "done" | "failed";

export interface ArchiveImport {
  id: string;
  workspaceId: string;
  state: ArchiveImportState;
  /** Of the file that was sent. */
  name: string;
  serve: boolean;
  rowsTotal: number;
  rowsDone: number;
  rowsTaken: number;
  pictures: number;
  /** What was kept off or changed, for people. */
  notes: string[];
  /** In words a person can act on. */
  error: string;
  requestedBy: string;
  createdAt: number;
}

export const isUnderWay = ({ state }: Pick<ArchiveImport, "state">): boolean =>
  state === "queued" || state === "running";

/** As much as a browser without script sends within the time that a request has; with script it sends pieces. */
export const mostInOneRequest = 1_000_000_000;
export const pieceBytes = 8_000_000;
