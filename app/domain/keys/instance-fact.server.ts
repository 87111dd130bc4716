import type { Clock } from "~/lib/clock";
import type { Db } from "~db/schema/executor";
import { findFact, saveFact } from "./key-queries.server";

/** Facts of the whole instance that outlive every process. */
export type InstanceFact =
  /** 1 after a restore without journal, until an operator confirms that nobody who opted out is written to. */
  | "marketing_blocked"
  /** When a backup was put back: what left between the backup and then is unknown here. */
  | "restored_at"
  /** Tells the key apart with which plans were read from Stripe; not the key, and no way to it. */
  | "billing_key"
  /** JSON: since when and why the mail server takes nothing; empty while it does. */
  | "mail_trouble"
  /** JSON: since when and until when what waits in quarantine was noted by the addresses in it. */
  | "held_addresses_noted";

export const readInstanceFact = (deps: { db: Db }, name: InstanceFact): Promise<string | undefined> =>
  findFact(deps.db, name);

export const writeInstanceFact = (
  deps: { db: Db; clock: Clock },
  name: InstanceFact,
  value: string,
): Promise<void> => saveFact(deps.db, name, value, deps.clock.now());
