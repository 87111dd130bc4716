import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { everyHash } from "../suppression/address-hash.server";
import { listHeldWith } from "./held-address-queries.server";
import { deleteHeldRows } from "./submission-queries.server";

const atOnce = 500;

/** Doubtful submissions belong to no lead yet: found by the addresses in them. */
export async function deleteHeldOf(
  deps: Pick<Deps, "keys">,
  tx: Executor,
  workspaceId: string,
  emails: readonly string[],
): Promise<void> {
  const keys = await deps.keys.everyOfWorkspace(tx, workspaceId, "suppression");
  const hashes = emails.flatMap((email) => (email ? everyHash(keys, email) : []));
  const ids = await listHeldWith(tx, workspaceId, hashes);
  for (let at = 0; at < ids.length; at += atOnce)
    await deleteHeldRows(tx, workspaceId, ids.slice(at, at + atOnce));
}
