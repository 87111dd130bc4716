import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { exportKeptMs } from "./export";
import { findExportRow, updateExport } from "./export-queries.server";
import { writeArchive } from "./write-archive.server";

/** How often the row says how far the work is. */
const tellEveryMs = 500;

/** Makes the archive that was ordered. Safe to run again: it starts anew and replaces what was left. */
export async function runExport(
  deps: Deps & { files: FileStore },
  input: { workspaceId: string; exportId: string },
  renew: () => Promise<boolean> = async () => true,
): Promise<void> {
  const { workspaceId, exportId } = input;
  const ordered = await findExportRow(deps.db, workspaceId, exportId);
  if (!ordered || ordered.state === "done" || ordered.state === "expired") return;
  const name = `exports/${workspaceId}-${exportId}.zip`;
  const target = path.join(deps.config.data.folder, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await updateExport(deps.db, workspaceId, exportId, { state: "running", rows_done: 0, error: "" });
  let told = 0;
  try {
    const made = await writeArchive(deps, {
      workspaceId,
      target,
      async onProgress({ rowsDone, rowsTotal }) {
        const now = deps.clock.now();
        if (now - told < tellEveryMs && told > 0) return;
        told = now;
        if (!(await renew())) throw new Error("Another process has taken over this export");
        await updateExport(deps.db, workspaceId, exportId, { rows_done: rowsDone, rows_total: rowsTotal });
      },
    });
    const now = deps.clock.now();
    await updateExport(deps.db, workspaceId, exportId, {
      state: "done",
      rows_done: made.rowsDone,
      rows_total: made.rowsTotal,
      file: name,
      size: made.size,
      sha256: made.sha256,
      finished_at: now,
      expires_at: now + exportKeptMs,
    });
  } catch (error) {
    const full = /ENOSPC/.test(String((error as { code?: string }).code));
    const words = full
      ? "The disk of this server is full. Nothing of your data is affected; ask the operator to make room."
      : "The archive could not be finished. Nothing of your data is affected; it is tried again by itself.";
    await updateExport(deps.db, workspaceId, exportId, { state: "failed", error: words });
    throw error;
  }
}
