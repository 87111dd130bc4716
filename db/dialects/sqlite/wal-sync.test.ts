import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connections, connect } from "../../connect.server";
import type { Executor } from "../../schema/executor";

const sourceRoot = path.resolve(import.meta.dirname, "../../..");
let folder = "";
let connections: Connections;

const run = (db: Executor, statement: string) => db.executeQuery(CompiledQuery.raw(statement));
const ask = async (db: Executor, statement: string) =>
  Object.values((await run(db, statement)).rows[0] as Record<string, unknown>)[0];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "foyer-wal-"));
  connections = connect(`sqlite:${path.join(folder, "foyer.db")}`, sourceRoot);
  await run(connections.db, "create table things (n integer primary key)");
});
afterEach(async () => {
  await connections.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a batch on the embedded database", () => {
  it("is stored when it resolves, and leaves everything else as durable as before", async () => {
    const { db, transact } = connections;
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        transact((tx) => run(tx, `insert into things values (${n})`), { isBatch: true }),
      ),
    );
    expect(await ask(connections.reader, "select count(*) from things")).toBe(20);
    // 2 is full: what is not a batch waits for the disk in its commit.
    expect(await ask(db, "pragma synchronous")).toBe(2);
  });

  it("is committed without waiting for the disk in the commit", async () => {
    const { db, transact } = connections;
    const inside = await transact((tx) => ask(tx, "pragma synchronous"), { isBatch: true });
    expect([inside, await ask(db, "pragma synchronous")]).toEqual([1, 2]);
  });

  it("is undone as a whole when it fails, without harm to what comes after it", async () => {
    const { db, transact } = connections;
    const failing = transact(
      async (tx) => {
        await run(tx, "insert into things values (1)");
        throw new Error("no");
      },
      { isBatch: true },
    );
    await expect(failing).rejects.toThrow("no");
    expect(await ask(db, "pragma synchronous")).toBe(2);
    await transact((tx) => run(tx, "insert into things values (2)"), { isBatch: true });
    expect(await ask(db, "select sum(n) from things")).toBe(2);
  });
});
