import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "~/config.server";
import type { Deps } from "~/domain/deps";
import { DomainError } from "~/domain/domain-error";
import { releaseNamedLease } from "~/domain/jobs/release-named-lease.server";
import { takeNamedLease } from "~/domain/jobs/take-named-lease.server";
import { openKeyRing } from "~/domain/keys/key-ring.server";
import { systemClock } from "~/lib/clock";
import { createIds } from "~/lib/ids";
import { openJournal } from "~/lib/journal.server";
import { createLog } from "~/lib/log.server";
import { createUrls } from "~/lib/urls";
import { connect } from "~db/connect.server";
import { databaseNow, isEmptyDatabase, migrate, pendingMigrations } from "~db/migrate";

export interface Instance {
  deps: Deps;
  /** The database was empty before this start. */
  isNew: boolean;
  pendingMigrations(): Promise<string[]>;
  /** How far this machine's clock is from the database's, in milliseconds. */
  clockSkewMs(): Promise<number>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A server takes the lease of an embedded database; a short command does not. */
  exclusive: boolean;
  /** Apply what is missing: by itself on an embedded or an empty database, else only when asked. */
  migrate: "when-safe" | "always" | "never";
  onStep?: (name: string, done: number, of: number) => void;
}

const serverLease = "embedded-server";
const serverLeaseMs = 15_000;

function secretOf(config: Config): string {
  if (config.secret) return config.secret;
  const file = path.join(config.data.folder, "secret");
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}

/** Opens database, key ring and journal. The only place that opens a database. */
export async function openInstance(config: Config, options: OpenOptions): Promise<Instance> {
  mkdirSync(config.data.folder, { recursive: true, mode: 0o700 });
  const secret = secretOf(config);
  const log = createLog(config.logLevel);
  const clock = systemClock;
  const ids = createIds(clock);
  const processId = `${process.pid}-${randomBytes(6).toString("hex")}`;
  const connections = connect(config.database.url, config.data.sourceRoot);
  const { db } = connections;
  let renewing: NodeJS.Timeout | undefined;
  try {
    const isNew = await isEmptyDatabase(db);
    const mayMigrate = options.migrate === "always" || config.database.embedded || isNew;
    if (options.migrate !== "never" && mayMigrate) {
      await migrate(db, { owner: processId, onStep: options.onStep });
    }
    if (options.exclusive && config.database.embedded) {
      const lease = await takeNamedLease(db, serverLease, processId, clock.now(), serverLeaseMs);
      if (lease === undefined) {
        throw new DomainError(
          "conflict",
          "database_in_use",
          "Another Foyer server uses this embedded database. Stop it first, or use MySQL for several processes. After a crash, wait 15 seconds.",
        );
      }
      renewing = setInterval(() => {
        takeNamedLease(db, serverLease, processId, clock.now(), serverLeaseMs).catch((error) =>
          log.error({ err: error }, "could not renew the lease of the embedded database"),
        );
      }, serverLeaseMs / 3);
      renewing.unref();
    }
    const keys = await openKeyRing({ db, clock, ids, secret });
    const journal = openJournal(path.join(config.data.folder, "journal"));
    const deps: Deps = {
      db,
      reader: connections.reader,
      transact: connections.transact,
      clock,
      ids,
      log,
      config,
      keys,
      urls: createUrls(config.origins),
      journal,
      processId,
    };
    return {
      deps,
      isNew,
      pendingMigrations: () => pendingMigrations(db),
      clockSkewMs: async () => Math.abs((await databaseNow(db, config.database.embedded)) - clock.now()),
      async close() {
        clearInterval(renewing);
        if (renewing) await releaseNamedLease(db, serverLease, processId).catch(() => undefined);
        journal.close();
        await connections.close();
      },
    };
  } catch (error) {
    clearInterval(renewing);
    await connections.close();
    throw error;
  }
}
