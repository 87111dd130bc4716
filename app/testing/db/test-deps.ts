import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, inject } from "vitest";
import { readConfig } from "~/config.server";
import type { Deps } from "~/domain/deps";
import { openKeyRing } from "~/domain/keys/key-ring.server";
import { createIds } from "~/lib/ids";
import { openJournals } from "~/lib/journal-database.server";
import { createLog } from "~/lib/log.server";
import { createUrls } from "~/lib/urls";
import { connect } from "~db/connect.server";
import { createFakeClock, type FakeClock } from "../fake-clock";
import { lendDatabase } from "./lent-database";

export type TestDeps = Deps & { clock: FakeClock };

export interface TestInstance {
  deps: TestDeps;
  folder: string;
  close(): Promise<void>;
}

export const sourceRoot = path.resolve(import.meta.dirname, "../../..");

let databases = 0;

/** The address of a database of its own, with nothing in it yet. */
export async function newDatabaseUrl(folder: string): Promise<string> {
  if (process.env.DB !== "mysql") return `sqlite:${path.join(folder, "foyer.db")}`;
  databases += 1;
  const server = inject("mariadbUrl");
  const name = `t_${process.pid}_${Date.now().toString(36)}_${databases}`;
  const connection = await createConnection(server);
  await connection.query(`create database ${name} character set utf8mb4`);
  await connection.end();
  return `${server}${name}`;
}

/** A migrated database with everything a use case asks for, on SQLite or MariaDB as the project of the run says. */
export async function openTestInstance(env: Record<string, string> = {}): Promise<TestInstance> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-test-"));
  const lent = await lendDatabase(folder);
  const config = readConfig(
    {
      DATABASE_URL: lent.url,
      FOYER_DATA: folder,
      FOYER_SECRET: "a-secret-for-tests-of-32-characters-or-more",
      LOG_LEVEL: "silent",
      ...env,
    },
    sourceRoot,
  );
  const clock = createFakeClock();
  const ids = createIds(clock);
  const connections = connect(config.database.url, sourceRoot);
  await lent.prepare(connections.db);
  const keys = await openKeyRing({ db: connections.db, clock, secret: config.secret ?? "" });
  const journal = openJournals(path.join(folder, "journal"), config.data.journalUrl);
  const deps: TestDeps = {
    db: connections.db,
    reader: connections.reader,
    transact: connections.transact,
    clock,
    ids,
    log: createLog("silent"),
    config,
    keys,
    urls: createUrls(config.origins),
    journal,
    processId: "test-process",
  };
  return {
    deps,
    folder,
    async close() {
      await connections.close();
      await journal.close();
      lent.giveBack();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One instance for a test file: `const instance = useTestInstance()`, then `instance().deps` inside tests. */
export function useTestInstance(env: Record<string, string> = {}): () => TestInstance {
  let instance: TestInstance | undefined;
  beforeAll(async () => {
    instance = await openTestInstance(env);
  }, 60_000);
  afterAll(async () => {
    await instance?.close();
  });
  return () => {
    if (!instance) throw new Error("The instance is made before the first test");
    return instance;
  };
}
