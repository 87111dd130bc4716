import { rm } from "node:fs/promises";
import path from "node:path";
import type { Deps } from "../deps";
import { listExpiredExports, updateExport } from "./export-queries.server";

/** Removes archives whose week is over; the number removed. */
export async function removeOldExports(deps: Pick<Deps, "db" | "config" | "clock">): Promise<number> {
  const expired = await listExpiredExports(deps.db, deps.clock.now(), 200);
  for (const each of expired) {
    await rm(path.join(deps.config.data.folder, each.file), { force: true });
    await updateExport(deps.db, each.workspaceId, each.id, { state: "expired", file: "" });
  }
  return expired.length;
}
