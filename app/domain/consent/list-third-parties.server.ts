import type { Deps } from "../deps";
import type { ThirdParty } from "./third-party";
import { listThirdPartyRows } from "./third-party-queries.server";

export const listThirdParties = (deps: Pick<Deps, "db">, workspaceId: string): Promise<ThirdParty[]> =>
  listThirdPartyRows(deps.db, workspaceId);

/** Those that pages of one site may load. */
export async function listSiteThirdParties(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId: string,
): Promise<ThirdParty[]> {
  const all = await listThirdPartyRows(deps.db, workspaceId);
  return all.filter((party) => party.siteId === "" || party.siteId === siteId);
}
