import type { Config } from "~/config.server";
import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Journal } from "~/lib/journal.server";
import type { Log } from "~/lib/log.server";
import type { Urls } from "~/lib/urls";
import type { Transact } from "~db/dialects/sql/transact";
import type { Db } from "~db/schema/executor";
import type { KeyRing } from "./keys/key-ring.server";

/** What every use case may ask for. Main makes it once; tests make their own. */
export interface Deps {
  /** Writes and point reads. Inside `transact` use only the transaction. */
  readonly db: Db;
  /** Exports, reports and counts. */
  readonly reader: Db;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly config: Config;
  readonly keys: KeyRing;
  readonly urls: Urls;
  readonly journal: Journal;
  /** Names this process in leases. */
  readonly processId: string;
}
