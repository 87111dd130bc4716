import { csvChunks } from "~/lib/csv.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { FileStore } from "../files/file-store.server";
import { findImportRow } from "./import-queries.server";
import {
  type ImportProblem,
  type ImportRef,
  importLimits,
  importProblemWords,
  type LeadImport,
} from "./lead-import";

export interface RejectedRow extends ImportProblem {
  values: readonly string[];
}

interface RejectedBatch {
  header: readonly string[];
  rows: readonly RejectedRow[];
}

/** Batches begin at the same rows whenever an import is gone on with, so that none is kept twice. */
const batchKey = ({ workspaceId, importId }: ImportRef, firstRow: number) =>
  `${workspaceId}/${importId}/rejected-${String(firstRow).padStart(9, "0")}`;

export const keepRejectedRows = (files: FileStore, at: ImportRef, firstRow: number, batch: RejectedBatch) =>
  files.put(batchKey(at, firstRow), Buffer.from(JSON.stringify(batch)));

async function* readBatches(
  files: FileStore,
  at: ImportRef,
  rowsDone: number,
): AsyncGenerator<RejectedBatch> {
  for (let row = 0; row < rowsDone; row += importLimits.batchRows) {
    const bytes = await files.get(batchKey(at, row));
    if (bytes) yield JSON.parse(bytes.toString("utf8")) as RejectedBatch;
  }
}

/** Until when the rows that an import left out can be had as a file; undefined when there are none any more. */
export function rejectedRowsUntil({ rejected, finishedAt }: LeadImport, now: number): number | undefined {
  const until = (finishedAt ?? 0) + importLimits.keptDays * 86_400_000;
  return rejected > 0 && finishedAt !== undefined && now < until ? until : undefined;
}

/** The rows that were left out as they came, with line and reason beside them: to be mended and imported again. */
export async function exportRejectedRows(
  deps: Deps & { files: FileStore },
  actor: Actor,
  at: ImportRef,
): Promise<AsyncGenerator<string>> {
  const { workspaceId, importId } = at;
  const found = await findImportRow(deps.db, workspaceId, importId);
  if (!found) throw new DomainError("not_found", "import_not_found", "There is no such import.");
  const batches = readBatches(deps.files, at, found.rowsDone);
  const first = rejectedRowsUntil(found, deps.clock.now()) === undefined ? undefined : await batches.next();
  if (!first || first.done) {
    throw new DomainError(
      "gone",
      "rejected_rows_gone",
      `Rows that were left out are kept for ${importLimits.keptDays} days. These are gone, or there were none.`,
    );
  }
  await deps.transact((tx) =>
    recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "lead:export-rejected",
      targetKind: "import",
      targetId: importId,
      detail: { rows: found.rejected },
    }),
  );
  async function* rows(begun: RejectedBatch) {
    const lineOf = ({ row, kind, detail, values }: RejectedRow) => [
      ...begun.header.map((_, index) => values[index] ?? ""),
      row,
      [importProblemWords[kind], detail].filter(Boolean).join(" "),
    ];
    yield* begun.rows.map(lineOf);
    for await (const batch of batches) yield* batch.rows.map(lineOf);
  }
  return csvChunks([...first.value.header, "foyer_line", "foyer_reason"], rows(first.value));
}
