import type { Expression, SqlBool } from "kysely";
import type { Deps } from "../deps";
import { deleteDownloadRows, listOldDownloads } from "./lead-file-queries.server";
import { noteHeard } from "./note-heard.server";

const atOnce = 500;

/**
 * Notes of what people fetched before a moment go, of those that `only` lets go, in steps that hold nobody up; when each person
 * last fetched something is kept first. The number removed.
 */
export async function forgetDownloads(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> {
  for (let total = 0, after = ""; ; ) {
    const rows = await listOldDownloads(deps.db, workspaceId, before, { after, limit: atOnce, only });
    const heard = new Map<string, number>();
    for (const { lead_id: leadId, machine, created_at: at } of rows) {
      if (machine === 0) heard.set(leadId, Math.max(at, heard.get(leadId) ?? 0));
    }
    await noteHeard(deps.db, workspaceId, heard);
    await deleteDownloadRows(
      deps.db,
      workspaceId,
      rows.map(({ id }) => id),
    );
    total += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < atOnce) return total;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
