import { rm } from "node:fs/promises";
import path from "node:path";
import type { Deps } from "../deps";
import { listOldOutboxRows, removeOutboxRow } from "./outbox-queries.server";

const keptMs = 30 * 86_400_000;

/** Removes kept messages of a month ago, file before row, so that a crash leaves nothing that nobody knows of. */
export async function removeOldOutbox(deps: Pick<Deps, "db" | "clock" | "config">): Promise<number> {
  const rows = await listOldOutboxRows(deps.db, deps.clock.now() - keptMs, 1000);
  for (const row of rows) {
    await rm(path.join(deps.config.data.folder, row.file), { force: true });
    await removeOutboxRow(deps.db, row.workspace_id, row.id);
  }
  return rows.length;
}
