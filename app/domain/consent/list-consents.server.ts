import type { Deps } from "../deps";
import { addressHasher } from "../suppression/address-hash.server";
import type { ConsentRow, ConsentStateRow } from "./consent";
import { listConsentRows, listConsentStates } from "./consent-queries.server";

/** Present answers and all evidence of an address, newest first. */
export async function listConsentsOfAddress(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  addressHash: string,
): Promise<{ states: ConsentStateRow[]; evidence: ConsentRow[] }> {
  const states = await listConsentStates(deps.db, workspaceId, [addressHash]);
  return { states, evidence: await listConsentRows(deps.db, workspaceId, addressHash, 200) };
}

export async function listConsents(deps: Pick<Deps, "db" | "keys">, workspaceId: string, email: string) {
  const hash = (await addressHasher(deps, deps.db, workspaceId))(email);
  return listConsentsOfAddress(deps, workspaceId, hash);
}
