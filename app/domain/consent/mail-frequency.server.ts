import type { Executor } from "~db/schema/executor";
import { findFrequencies, saveFrequency } from "./frequency-queries.server";

/** How many days lie at least between two marketing messages to an address; 0 without a choice. */
export const findMailFrequency = async (
  db: Executor,
  workspaceId: string,
  addressHash: string,
): Promise<number> => (await findFrequencies(db, workspaceId, [addressHash])).get(addressHash) ?? 0;

/** Those of the addresses that chose, with their days. */
export const findMailFrequencies = (
  db: Executor,
  workspaceId: string,
  addressHashes: readonly string[],
): Promise<Map<string, number>> => findFrequencies(db, workspaceId, addressHashes);

export const chooseMailFrequency = (
  db: Executor,
  workspaceId: string,
  addressHash: string,
  chosen: { everyDays: number; at: number },
): Promise<void> => saveFrequency(db, workspaceId, addressHash, chosen);
