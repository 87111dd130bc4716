import { plainLine } from "~/lib/plain-text";
import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { FileStore } from "../files/file-store.server";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { removeImportFile, storeImportFile } from "./import-file.server";
import { forgetDraftJob, importLeadsJob } from "./import-leads-job";
import { findImportRow, insertImport, listImportRows } from "./import-queries.server";
import {
  type ImportOptions,
  type ImportOptionsInput,
  type ImportRef,
  importLimits,
  importOptions,
  type LeadImport,
} from "./lead-import";
import { readInput } from "./read-input";

export interface NewLeadImport {
  workspaceId: string;
  /** Name of the file as uploaded. */
  file: string;
  source: AsyncIterable<Uint8Array>;
  options?: ImportOptionsInput;
}

type NeededDeps = Deps & { files: FileStore };

function refuseTooLarge(bytes: number): void {
  if (bytes <= importLimits.bytes) return;
  const limit = importLimits.bytes / 1024 / 1024;
  throw new DomainError(
    "invalid",
    "import_too_large",
    `The file has more than ${limit} MB. Split it and import the parts.`,
  );
}

/** Stores the file, then the import with what `queue` does about it, or neither. */
async function keepImport(
  deps: NeededDeps,
  input: Omit<NewLeadImport, "options">,
  { state, options }: { state: "draft" | "queued"; options: ImportOptions },
  queue: (tx: Executor, at: ImportRef, bytes: number) => Promise<unknown>,
): Promise<LeadImport> {
  const { workspaceId } = input;
  const importId = deps.ids.next();
  const at = { workspaceId, importId };
  try {
    const { bytes, lines } = await storeImportFile(deps.files, at, input.source, refuseTooLarge);
    if (bytes === 0) {
      throw new DomainError(
        "invalid",
        "import_empty",
        "The file is empty. Choose a CSV file with a first row of headings.",
        {
          fields: { file: "The file is empty." },
        },
      );
    }
    await deps.transact(async (tx) => {
      await insertImport(tx, workspaceId, {
        ...{ id: importId, state, options },
        file: plainLine(input.file, 200),
        rowsTotal: Math.max(1, lines),
        now: deps.clock.now(),
      });
      await queue(tx, at, bytes);
    });
  } catch (error) {
    await removeImportFile(deps.files, at);
    throw error;
  }
  return getLeadImport(deps, workspaceId, importId);
}

/** Queues the work on a file that is kept, in the caller's transaction. */
export async function queueImport(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Executor,
  actor: Actor,
  { workspaceId, importId }: ImportRef,
  detail: Record<string, unknown>,
): Promise<void> {
  const payload = { workspaceId, importId };
  await enqueueJob(deps, tx, importLeadsJob, { workspaceId, payload, uniqueKey: importId });
  await recordAudit(deps, tx, {
    ...{ workspaceId, actor, detail },
    action: "lead:import",
    targetKind: "import",
    targetId: importId,
  });
}

/** Keeps the file and queues the work. A CSV file whose first row names the columns. */
export async function startLeadImport(
  deps: NeededDeps,
  actor: Actor,
  input: NewLeadImport,
): Promise<LeadImport> {
  const options = readInput(importOptions, input.options ?? {}, "import_invalid");
  return keepImport(deps, input, { state: "queued", options }, (tx, at, bytes) =>
    queueImport(deps, tx, actor, at, { basis: options.basis, bytes }),
  );
}

/** Keeps the file for a day, in which somebody says what its columns hold and begins it. */
export const uploadLeadImport = (
  deps: NeededDeps,
  input: Omit<NewLeadImport, "options">,
): Promise<LeadImport> =>
  keepImport(deps, input, { state: "draft", options: importOptions.parse({}) }, (tx, at) =>
    enqueueJob(deps, tx, forgetDraftJob, {
      ...{ workspaceId: at.workspaceId, payload: at, uniqueKey: at.importId },
      runAt: deps.clock.now() + importLimits.draftHours * 3_600_000,
    }),
  );

export async function getLeadImport(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  importId: string,
): Promise<LeadImport> {
  const found = await findImportRow(deps.db, workspaceId, importId);
  if (!found) throw new DomainError("not_found", "import_not_found", "There is no such import.");
  const { options: _, ...shown } = found;
  return shown;
}

/** Newest first. */
export async function listLeadImports(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: LeadImport[]; nextCursor: string | undefined }> {
  const found = await listImportRows(deps.db, workspaceId, {
    before: page.cursor ?? "",
    limit: page.limit + 1,
  });
  const rows = found.slice(0, page.limit);
  return { rows, nextCursor: found.length > page.limit ? rows.at(-1)?.id : undefined };
}
