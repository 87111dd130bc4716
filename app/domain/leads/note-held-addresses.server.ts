import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { readInstanceFact, writeInstanceFact } from "../keys/instance-fact.server";
import { addressHasher } from "../suppression/address-hash.server";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { insertHeldAddresses } from "./held-address-queries.server";
import { addressesIn } from "./held-addresses";
import type { Submission } from "./lead";
import { type HeldPlace, listHeldRows } from "./submission-queries.server";

type NeededDeps = Pick<Deps, "db" | "reader" | "transact" | "clock" | "keys">;
type Held = Pick<Submission, "id" | "fields">;

const atOnce = 500;
/** Longer than a submission takes from its coming to its place in the database, on clocks that differ. */
const stillComingMs = 10 * 60_000;
/** Processes of a version that notes nothing may run beside this one for so long. */
const besideEarlierMs = 86_400_000;

/** Notes under keyed hashes whose addresses stand in what is held: a person's is found by them alone. */
export async function noteHeld(
  deps: Pick<Deps, "keys">,
  tx: Executor,
  workspaceId: string,
  held: readonly Held[],
): Promise<void> {
  const found = held.flatMap(({ id, fields }) => addressesIn(fields).map((address) => ({ id, address })));
  if (found.length === 0) return;
  const hashOf = await addressHasher(deps, tx, workspaceId);
  await insertHeldAddresses(
    tx,
    found.map(({ id, address }) => ({
      workspace_id: workspaceId,
      address_hash: hashOf(address),
      submission_id: id,
    })),
  );
}

/** What came since a moment without being noted: before this version, from one beside it, or with an archive. */
export async function noteHeldSince(
  deps: Pick<Deps, "reader" | "transact" | "keys">,
  workspaceId: string,
  since: number,
): Promise<void> {
  for (let after: HeldPlace | undefined; ; ) {
    const held = await listHeldRows(deps.reader, workspaceId, { after, limit: atOnce, rejected: true });
    const young = held.filter(({ createdAt }) => createdAt >= since);
    if (young.length > 0)
      await deps.transact((tx) => noteHeld(deps, tx, workspaceId, young), { isBatch: true });
    after = held.at(-1);
    if (young.length < atOnce) return;
  }
}

interface Noted {
  began: number;
  /** What came before is noted, in all workspaces. */
  until: number;
}

async function readNoted(deps: Pick<Deps, "db">): Promise<Noted | undefined> {
  const text = await readInstanceFact(deps, "held_addresses_noted");
  return text ? JSON.parse(text) : undefined;
}

/** From when on something may be held that is not noted; undefined once nothing can be. */
export async function firstUnnoted(deps: Pick<Deps, "db">): Promise<number | undefined> {
  const noted = await readNoted(deps);
  if (!noted) return 0;
  return noted.until > noted.began + besideEarlierMs ? undefined : noted.until;
}

/** Recurring: after an upgrade notes what is held, and for a day what processes of the version before it still take. */
export async function noteHeldAddresses(deps: NeededDeps): Promise<void> {
  const since = await firstUnnoted(deps);
  if (since === undefined) return;
  const now = deps.clock.now();
  const began = (await readNoted(deps))?.began ?? now;
  for (let after = ""; ; ) {
    const workspaces = await listAllWorkspaces(deps, { after, limit: 200 });
    for (const { id } of workspaces) await noteHeldSince(deps, id, since);
    if (workspaces.length < 200) break;
    after = workspaces.at(-1)?.id ?? "";
  }
  const noted: Noted = { began, until: now - stillComingMs };
  await writeInstanceFact(deps, "held_addresses_noted", JSON.stringify(noted));
}
