import type { Expression, SqlBool } from "kysely";
import type { Deps } from "../deps";
import { inSteps } from "../jobs/in-steps.server";
import { deleteDownloadRows, listOldDownloads } from "./lead-file-queries.server";
import { noteHeard } from "./note-heard.server";

/**
 * Notes of what people fetched before a moment go, of those that `only` lets go, in steps that hold nobody up; when each person
 * last fetched something is kept first. The number removed.
 */
export const forgetDownloads = (
  deps: Pick<Deps, "transact">,
  workspaceId: string,
  before: number,
  only: Expression<SqlBool>,
): Promise<number> =>
  inSteps(deps, async (tx, page) => {
    const rows = await listOldDownloads(tx, workspaceId, before, { ...page, only });
    const heard = new Map<string, number>();
    for (const { lead_id: leadId, machine, created_at: at } of rows) {
      if (machine === 0) heard.set(leadId, Math.max(at, heard.get(leadId) ?? 0));
    }
    await noteHeard(tx, workspaceId, heard);
    await deleteDownloadRows(
      tx,
      workspaceId,
      rows.map(({ id }) => id),
    );
    return { done: rows.length, last: rows.at(-1)?.id };
  });
