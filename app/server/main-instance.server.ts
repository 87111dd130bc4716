import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "~/config.server";
import type { Deps } from "~/domain/deps";
import { DomainError } from "~/domain/domain-error";
import { openKeyRing } from "~/domain/keys/key-ring.server";
import { systemClock } from "~/lib/clock";
import { createIds } from "~/lib/ids";
import { openJournals } from "~/lib/journal-database.server";
import { createLog } from "~/lib/log.server";
import { createUrls } from "~/lib/urls";
import { connect } from "~db/connect.server";
import { lockEmbeddedDatabase } from "~db/dialects/sqlite/server-lock.server";
import { databaseNow, isEmptyDatabase, migrate, pendingMigrations } from "~db/migrate";

export interface Instance {
  deps: Deps;
  /** The database was empty before this start. */
  isNew: boolean;
  pendingMigrations(): Promise<string[]>;
  /** Rejects where nothing could be written now. */
  proveWritable(): Promise<void>;
  /** How far this machine's clock is from the database's, in milliseconds. */
  clockSkewMs(): Promise<number>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A server locks an embedded database for itself; a short command does not. */
  exclusive: boolean;
  /** Apply what is missing: by itself on an embedded or an empty database, else only when asked. */
  migrate: "when-safe" | "always" | "never";
  onStep?: (name: string, done: number, of: number) => void;
  /** Another process migrates, or was killed while it did. */
  onWait?: (words: string) => void;
}

const waiting =
  "Another process prepares the database, or was stopped while it did: waiting for it, up to two minutes";

const embeddedFile = (config: Config): string => path.resolve(config.database.url.slice("sqlite:".length));

/** A database that is there already was made with a secret; another one would only hide that it is gone. */
function requireNewDatabase(config: Config, secretFile: string): void {
  const file = config.database.embedded ? embeddedFile(config) : "";
  if (!file || !existsSync(file) || statSync(file).size === 0) return;
  throw new DomainError(
    "invalid",
    "secret_missing",
    `${secretFile} is missing: the keys in ${file} cannot be read without it. Put it back, or give it as FOYER_SECRET. Nothing was changed.`,
  );
}

/** The secret that was given, else the one in the data folder, which is made together with a new database. */
export function secretOf(config: Config): string {
  if (config.secret) return config.secret;
  const file = path.join(config.data.folder, "secret");
  if (!existsSync(file)) {
    requireNewDatabase(config, file);
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
  const connections = connect(config.database.url, config.data.sourceRoot, {
    isGuest: !options.exclusive,
  });
  const { db } = connections;
  let unlock: (() => void) | undefined;
  try {
    if (options.exclusive && config.database.embedded) {
      unlock = lockEmbeddedDatabase(embeddedFile(config));
      if (!unlock) {
        throw new DomainError(
          "conflict",
          "database_in_use",
          "Another Foyer server uses this embedded database. Stop it first, or use MySQL for several processes.",
        );
      }
    }
    const isNew = await isEmptyDatabase(db);
    const mayMigrate = options.migrate === "always" || config.database.embedded || isNew;
    if (options.migrate !== "never" && mayMigrate) {
      await migrate(db, {
        owner: processId,
        onStep: options.onStep,
        onWait: () => options.onWait?.(waiting),
      });
    }
    const keys = await openKeyRing({ db, clock, secret });
    const journal = openJournals(path.join(config.data.folder, "journal"), config.data.journalUrl);
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
      proveWritable: () => db.transaction().execute(async () => undefined),
      async clockSkewMs() {
        const before = clock.now();
        const there = await databaseNow(db, config.database.embedded);
        // What the question itself took is no difference between clocks.
        return Math.max(0, before - there, there - clock.now());
      },
      async close() {
        await journal.close();
        await connections.close();
        unlock?.();
      },
    };
  } catch (error) {
    await connections.close();
    unlock?.();
    throw error;
  }
}
