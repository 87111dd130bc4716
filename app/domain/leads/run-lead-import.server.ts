import { CsvUnreadable } from "~/lib/csv-encoding.server";
import { isDisposableDomain } from "~/lib/disposable-domains.server";
import { mailPurpose } from "../consent/consent";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { isDuplicateKey } from "./capture-queries.server";
import { removeImportFile, removeUploadedParts } from "./import-file.server";
import { forgetImportJob } from "./import-leads-job";
import { advanceImport, findImportRow } from "./import-queries.server";
import {
  type ImportOptions,
  type ImportProblem,
  type ImportRef,
  importLimits,
  type LeadImport,
} from "./lead-import";
import { mergeLeads } from "./merge-leads.server";
import { openImportRows, UnfitFile } from "./open-import-rows.server";
import { ageFieldKind, ageFrom } from "./person-age";
import { createRowReader, type ReadRow } from "./read-import-row";
import { keepRejectedRows } from "./rejected-rows.server";

const { batchRows } = importLimits;

interface Row {
  line: number;
  values: readonly string[];
  read: ReadRow;
}

type Progress = LeadImport & { options: ImportOptions };

/** A batch and where in the file it begins. */
interface Batch {
  header: readonly string[];
  rows: readonly Row[];
}

type NeededDeps = Deps & { files: FileStore };

/** Stores one batch and counts it in the same transaction, so that a batch is never stored twice. */
async function storeBatch(
  deps: NeededDeps,
  workspaceId: string,
  progress: Progress,
  { header, rows: batch }: Batch,
): Promise<Progress> {
  const good = batch.flatMap(({ read }) => (read.ok ? [read] : []));
  const left = batch.flatMap(({ line, values, read }) =>
    read.ok ? [] : [{ row: line, kind: read.kind, detail: read.detail, values }],
  );
  const problems = left.map(({ values: _, ...problem }): ImportProblem => problem);
  const at = { workspaceId, importId: progress.id };
  if (left.length > 0) await keepRejectedRows(deps.files, at, progress.rowsDone, { header, rows: left });
  return deps.transact(async (tx) => {
    const merged = await mergeLeads(
      deps,
      tx,
      workspaceId,
      good.map(({ email, name, fields }) => ({
        email,
        name,
        fields,
        origin: "import",
        from: `import:${progress.id}`,
        submissionId: "",
      })),
    );
    const hashes = [...new Set(merged.map((lead) => lead.addressHash))];
    const { basis, wording } = progress.options;
    if (basis !== "none") {
      const leadOf = new Map(merged.map((lead) => [lead.addressHash, lead.leadId]));
      await recordConsents(
        deps,
        tx,
        workspaceId,
        hashes.map((addressHash) => ({
          addressHash,
          leadId: leadOf.get(addressHash) ?? "",
          purpose: mailPurpose,
          act: "imported",
          method: "import",
          basis,
          wording,
        })),
      );
    }
    const suppressed = new Set(
      (await findSuppressions({ db: tx }, workspaceId, hashes)).map((suppression) => suppression.addressHash),
    );
    const next: Progress = {
      ...progress,
      state: "running",
      rowsDone: progress.rowsDone + batch.length,
      created: progress.created + merged.filter((lead) => lead.created).length,
      merged: progress.merged + merged.filter((lead) => !lead.created).length,
      rejected: progress.rejected + problems.length,
      suppressed: progress.suppressed + suppressed.size,
      problems: [...progress.problems, ...problems].slice(0, importLimits.problems),
    };
    if (!(await advanceImport(tx, workspaceId, progress, { ...next, finishedAt: null }))) {
      throw new Error("Another process goes on with this import");
    }
    return next;
  });
}

async function storeWithRetry(...work: Parameters<typeof storeBatch>): Promise<Progress> {
  try {
    return await storeBatch(...work);
  } catch (error) {
    // A form took up the same address meanwhile: the second try finds it.
    if (isDuplicateKey(error)) return storeBatch(...work);
    throw error;
  }
}

/** Ends an import for good. What it left out can be had for some days. */
async function finishImport(
  deps: NeededDeps,
  at: ImportRef,
  progress: Progress,
  state: "done" | "failed",
  problem?: ImportProblem,
): Promise<void> {
  const { workspaceId, importId } = at;
  const now = deps.clock.now();
  await deps.transact(async (tx) => {
    await advanceImport(tx, workspaceId, progress, {
      ...progress,
      rowsTotal: progress.rowsDone,
      state,
      problems: problem ? [...progress.problems, problem] : progress.problems,
      finishedAt: now,
    });
    if (progress.rejected === 0) return;
    const runAt = now + importLimits.keptDays * 86_400_000;
    await enqueueJob(deps, tx, forgetImportJob, { workspaceId, payload: at, uniqueKey: importId, runAt });
  });
  if (progress.rejected > 0) await removeUploadedParts(deps.files, at);
  else await removeImportFile(deps.files, at);
}

/** Goes on where the last try ended. Ends early when the lease is lost. */
export async function runLeadImport(
  deps: NeededDeps,
  at: ImportRef,
  goOn: () => Promise<boolean>,
): Promise<void> {
  const { workspaceId, importId } = at;
  const found = await findImportRow(deps.db, workspaceId, importId);
  if (!found || found.state === "done" || found.state === "failed") return;
  let progress: Progress = found;
  const { minimumAge } = await getWorkspace(deps.db, workspaceId);
  let line = 1;
  let header: readonly string[] = [];
  let batch: Row[] = [];
  const store = async () => {
    if (batch.length > 0)
      progress = await storeWithRetry(deps, workspaceId, progress, { header, rows: batch });
    batch = [];
  };
  try {
    const csv = await openImportRows(deps.files, at, progress.options);
    header = csv.header;
    const readRow = createRowReader(csv.fields, {
      isDisposable: isDisposableDomain,
      minimumAge,
      ageIn(field, value) {
        const kind = ageFieldKind({ name: field, label: field });
        return kind && ageFrom(kind, value, deps.clock.now());
      },
    });
    let skip = progress.rowsDone;
    for await (const row of csv.rows) {
      line = row.line;
      if (skip > 0) {
        skip -= 1;
        continue;
      }
      batch.push({ ...row, read: readRow(row.values) });
      if (batch.length < batchRows) continue;
      await store();
      if (!(await goOn())) return;
    }
    await store();
    await finishImport(deps, at, progress, "done");
  } catch (error) {
    if (error instanceof UnfitFile) {
      const { kind, detail } = error;
      return finishImport(deps, at, progress, "failed", { row: 1, kind, detail });
    }
    if (!(error instanceof CsvUnreadable)) throw error;
    await store();
    const problem = { row: error.line ?? line, kind: "unreadable" as const, detail: error.safeMessage };
    await finishImport(deps, at, progress, "failed", problem);
  }
}
