import type { Deps } from "../deps";
import type { Lead } from "./lead";
import { listLeadRows } from "./lead-queries.server";

/** Those of the leads that exist, in the order of the ids. */
export async function findLeads(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  leadIds: readonly string[],
): Promise<Lead[]> {
  const rows = await listLeadRows(deps.db, workspaceId, leadIds);
  const byId = new Map(rows.map((lead) => [lead.id, lead]));
  return leadIds.flatMap((id) => byId.get(id) ?? []);
}
