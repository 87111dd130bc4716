import type { Deps } from "../deps";
import type { Lead } from "./lead";
import { listLeadRowsOfAddresses } from "./lead-queries.server";

/** Leads by the hashes of their addresses. Give at most a thousand at once. */
export async function findLeadsOfAddresses(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Map<string, Lead>> {
  const leads = await listLeadRowsOfAddresses(deps.db, workspaceId, addressHashes);
  return new Map(leads.map((lead) => [lead.addressHash, lead]));
}
