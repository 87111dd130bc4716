import type { Deps } from "../deps";
import { addressHasher } from "../suppression/address-hash.server";
import type { ConsentRow, ConsentStateRow } from "./consent";
import { listConsentRows, listConsentStates } from "./consent-queries.server";

/** Present answers and the evidence of an address, newest first. */
export async function listConsentsOfAddress(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  addressHash: string,
): Promise<{ states: ConsentStateRow[]; evidence: ConsentRow[] }> {
  const states = await listConsentStates(deps.db, workspaceId, [addressHash]);
  return { states, evidence: await listConsentRows(deps.db, workspaceId, addressHash, { limit: 200 }) };
}

/** The same by address and by the page; `cursor` is the id of the last one seen. */
export async function listConsents(
  deps: Pick<Deps, "db" | "keys">,
  workspaceId: string,
  { email, cursor, limit }: { email: string; cursor?: string; limit: number },
): Promise<{ states: ConsentStateRow[]; evidence: ConsentRow[]; nextCursor: string | undefined }> {
  const hash = (await addressHasher(deps, deps.db, workspaceId))(email);
  const found = await listConsentRows(deps.db, workspaceId, hash, { before: cursor, limit: limit + 1 });
  const evidence = found.slice(0, limit);
  const states = await listConsentStates(deps.db, workspaceId, [hash]);
  return { states, evidence, nextCursor: found.length > limit ? evidence.at(-1)?.id : undefined };
}
