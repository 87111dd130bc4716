import { type CsvReading, readCsv } from "~/lib/csv.server";
import { CsvUnreadable } from "~/lib/csv-encoding.server";
import { isDisposableDomain } from "~/lib/disposable-domains.server";
import { mailPurpose } from "../consent/consent";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { isDuplicateKey } from "./capture-queries.server";
import { readImportFile, removeImportFile } from "./import-file.server";
import { advanceImport, findImportRow } from "./import-queries.server";
import { type ImportOptions, type ImportProblem, importLimits, type LeadImport } from "./lead-import";
import { mergeLeads } from "./merge-leads.server";
import { ageFieldKind, ageFrom } from "./person-age";
import { createRowReader, type ReadRow } from "./read-import-row";

const batchRows = 500;

interface Row {
  line: number;
  read: ReadRow;
}

type Progress = LeadImport & { options: ImportOptions };
type NeededDeps = Deps & { files: FileStore };

/** Stores one batch and counts it in the same transaction, so that a batch is never stored twice. */
async function storeBatch(
  deps: NeededDeps,
  workspaceId: string,
  progress: Progress,
  batch: readonly Row[],
): Promise<Progress> {
  const good = batch.flatMap(({ read }) => (read.ok ? [read] : []));
  const problems = batch.flatMap(({ line, read }): ImportProblem[] =>
    read.ok ? [] : [{ row: line, kind: read.kind, detail: read.detail }],
  );
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

/** Goes on where the last try ended. Ends early when the lease is lost. */
export async function runLeadImport(
  deps: NeededDeps,
  at: { workspaceId: string; importId: string },
  goOn: () => Promise<boolean>,
): Promise<void> {
  const { workspaceId, importId } = at;
  const found = await findImportRow(deps.db, workspaceId, importId);
  if (!found || found.state === "done" || found.state === "failed") return;
  let progress: Progress = found;
  const finish = async (state: "done" | "failed", problem?: ImportProblem) => {
    const problems = problem ? [...progress.problems, problem] : progress.problems;
    await advanceImport(deps.db, workspaceId, progress, {
      ...progress,
      rowsTotal: progress.rowsDone,
      state,
      problems,
      finishedAt: deps.clock.now(),
    });
    await removeImportFile(deps.files, at);
  };

  const { minimumAge } = await getWorkspace(deps.db, workspaceId);
  let line = 1;
  let batch: Row[] = [];
  try {
    const csv: CsvReading = await readCsv(readImportFile(deps.files, at));
    const readRow = createRowReader(csv.header, progress.options, {
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
      batch.push({ line: row.line, read: readRow(row.values) });
      if (batch.length < batchRows) continue;
      progress = await storeWithRetry(deps, workspaceId, progress, batch);
      batch = [];
      if (!(await goOn())) return;
    }
    if (batch.length > 0) progress = await storeWithRetry(deps, workspaceId, progress, batch);
    await finish("done");
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    if (batch.length > 0) progress = await storeWithRetry(deps, workspaceId, progress, batch);
    await finish("failed", { row: error.line ?? line, kind: "unreadable", detail: error.safeMessage });
  }
}
