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

/** As much as a browser sends within the time that a request has; larger ones come by the command line. */
export const mostArchiveBytes = 1024 ** 3;
