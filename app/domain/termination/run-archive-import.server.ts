import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { FileStore } from "../files/file-store.server";
import { listThoseWhoMay } from "../workspaces/list-members.server";
import { type ArchiveImport, isUnderWay } from "./archive-import";
import { findImportRow, updateArchiveImport } from "./archive-import-queries.server";
import { importArchive } from "./import-archive.server";
import { archivePath, removeReceived, requireReceived } from "./received-archive.server";

type ImportDeps = Deps & { files: FileStore };

/** How often the row says how far the work is. */
const tellEveryMs = 500;

/** Whoever ordered it, with the role they have now. */
async function findOrderer(deps: Deps, { workspaceId, requestedBy }: ArchiveImport) {
  const all = await listThoseWhoMay(deps.db, workspaceId, "workspace:manage");
  const found = all.find(({ accountId }) => accountId === requestedBy);
  if (found) return { kind: "member", accountId: requestedBy, workspaceId, role: found.role } as const;
  throw new DomainError(
    "forbidden",
    "import_orderer_gone",
    "Whoever sent the archive may no longer manage this workspace. Nothing was imported; send it again.",
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof DomainError) return error.safeMessage;
  return (error as { code?: string }).code === "ENOSPC"
    ? "The disk of this server is full. Nothing was imported; ask the operator to make room, then send the archive again."
    : "Something went wrong on our side. Nothing was imported. Send the archive again; if it happens again, ask the operator.";
}

/** Does what was ordered, from its beginning also after a process was killed in the middle of it. */
export async function runArchiveImport(
  deps: ImportDeps,
  input: { workspaceId: string; importId: string },
): Promise<void> {
  const ordered = await findImportRow(deps.db, input.workspaceId, input.importId);
  if (!ordered || !isUnderWay(ordered)) return;
  const { workspaceId, serve, state } = ordered;
  const file = archivePath(deps, ordered);
  let told = 0;
  let far = { rows_done: 0, rows_total: 0 };
  let telling = Promise.resolve<unknown>(undefined);
  try {
    await requireReceived(file);
    await updateArchiveImport(deps.db, ordered, { state: "running", rows_done: 0 });
    const report = await importArchive(deps, await findOrderer(deps, ordered), {
      ...{ workspaceId, file, serve, startsOver: state === "running" },
      onProgress({ rowsDone, rowsTotal }) {
        far = { rows_done: rowsDone, rows_total: rowsTotal };
        const now = deps.clock.now();
        if (told > 0 && now - told < tellEveryMs) return;
        told = now;
        telling = telling.then(() => updateArchiveImport(deps.db, ordered, far)).catch(() => undefined);
      },
    });
    await telling;
    await updateArchiveImport(deps.db, ordered, {
      ...far,
      state: "done",
      rows_taken: report.rows,
      pictures: report.assets,
      notes: JSON.stringify(report.notes),
      finished_at: deps.clock.now(),
    });
  } catch (error) {
    // Of a process that was killed; its turn ends by itself, and the job comes again.
    if (error instanceof DomainError && error.code === "import_running") throw error;
    await telling;
    const changes = { state: "failed", error: wordsOf(error).slice(0, 1000), finished_at: deps.clock.now() };
    await updateArchiveImport(deps.db, ordered, changes);
    if (!(error instanceof DomainError)) deps.log.error({ err: error }, "an import of an archive failed");
  }
  await removeReceived(file);
}
