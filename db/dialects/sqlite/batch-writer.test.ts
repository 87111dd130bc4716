import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connections, connect } from "../../connect.server";
import type { Executor } from "../../schema/executor";
import { likelyEmpty } from "../sql/likely-empty";
import { rowsQuery } from "../sql/rows-query";

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

describe("a batch that takes a query for one that finds nothing", () => {
  const rows = (...numbers: number[]) => rowsQuery("insert into things values (?)", 1, numbers);
  const guess = (statement: string) => likelyEmpty(CompiledQuery.raw(statement));

  /** Stores the numbers unless they are there; tells how often it was run. */
  async function store(...numbers: number[]): Promise<number> {
    let runs = 0;
    await connections.transact(
      async (tx) => {
        runs += 1;
        const known = await tx.executeQuery(guess(`select n from things where n in (${numbers.join(",")})`));
        const taken = new Set(known.rows.map((row) => (row as { n: number }).n));
        await tx.executeQuery(rows(...numbers.filter((n) => !taken.has(n))));
      },
      { isBatch: true },
    );
    return runs;
  }

  it("is run once where that is so, and twice where it was not, with the same end", async () => {
    expect(await store(1, 2)).toBe(1);
    expect(await store(2, 3)).toBe(2);
    expect(await ask(connections.db, "select group_concat(n) from things")).toBe("1,2,3");
  });

  it("waits for answers for a while after a wrong guess, then guesses again", async () => {
    await store(1);
    expect(await store(1, 2)).toBe(2);
    expect(await store(2, 3)).toBe(1);
    for (let n = 10; n < 30; n += 1) await store(n);
    expect(await store(3, 4)).toBe(2);
  });

  it("is run again where a statement changed something that was taken to change nothing", async () => {
    await store(1);
    const seen: bigint[] = [];
    await connections.transact(
      async (tx) => {
        const { numAffectedRows } = await tx.executeQuery(guess("update things set n = n + 10"));
        seen.push(numAffectedRows ?? -1n);
      },
      { isBatch: true },
    );
    expect(seen).toEqual([0n, 1n]);
    expect(await ask(connections.db, "select n from things")).toBe(11);
  });

  it("stores nothing when a statement fails that nobody waited for, nor what came after it", async () => {
    const failing = connections.transact(
      async (tx) => {
        await tx.executeQuery(rows(5, 5));
        await tx.executeQuery(rows(6));
      },
      { isBatch: true },
    );
    await expect(failing).rejects.toThrow(/UNIQUE constraint failed/);
    expect(await ask(connections.db, "select count(*) from things")).toBe(0);
    await store(7);
    expect(await ask(connections.db, "select n from things")).toBe(7);
  });

  it("tells its own fault when it gives up after a statement failed unseen", async () => {
    const failing = connections.transact(
      async (tx) => {
        await tx.executeQuery(rows(5, 5));
        throw new Error("given up");
      },
      { isBatch: true },
    );
    await expect(failing).rejects.toThrow("given up");
    await store(8);
    expect(await ask(connections.db, "select n from things")).toBe(8);
  });
});

describe("batches beside other writing", () => {
  it("take turns with it: neither fails for the other, and nothing is lost", async () => {
    const { db, transact } = connections;
    const writes = Array.from({ length: 60 }, (_, n) => {
      const statement = `insert into things values (${n})`;
      if (n % 3 === 0) return run(db, statement);
      if (n % 3 === 1) return db.transaction().execute((tx) => run(tx, statement));
      return transact((tx) => run(tx, statement), { isBatch: true });
    });
    await Promise.all(writes);
    expect(await ask(db, "select count(*) from things")).toBe(60);
  });

  it("let others read what is committed while one is under way", async () => {
    const { db, transact } = connections;
    await run(db, "insert into things values (1)");
    const seen = await transact(
      async (tx) => {
        await run(tx, "insert into things values (2)");
        return ask(db, "select count(*) from things");
      },
      { isBatch: true },
    );
    expect([seen, await ask(db, "select count(*) from things")]).toEqual([1, 2]);
  });

  it("give the turn back when a transaction of the main thread fails or its database is read only", async () => {
    const { db, transact } = connections;
    const failing = db.transaction().execute((tx) => run(tx, "insert into nowhere values (1)"));
    await expect(failing).rejects.toThrow("no such table");
    await expect(run(db, "insert into nowhere values (1)")).rejects.toThrow("no such table");
    await transact((tx) => run(tx, "insert into things values (3)"), { isBatch: true });
    expect(await ask(db, "select count(*) from things")).toBe(1);
  });

  it("leave rows that are inserted together outside a transaction all stored or none", async () => {
    const { db } = connections;
    const insert = (...numbers: number[]) =>
      db.executeQuery(rowsQuery("insert into things values (?)", 1, numbers));
    await expect(insert(1, 2, 1)).rejects.toThrow(/UNIQUE constraint failed/);
    expect(await ask(db, "select count(*) from things")).toBe(0);
    await insert(1, 2, 3);
    expect(await ask(db, "select count(*) from things")).toBe(3);
  });

  it("tell what the database said of a statement, and how many rows it changed", async () => {
    const { transact } = connections;
    const twice = transact((tx) => run(tx, "insert into things values (1), (1)"), { isBatch: true });
    await expect(twice).rejects.toThrow(/UNIQUE constraint failed/);
    const changed = await transact((tx) => run(tx, "insert into things values (1), (2)"), { isBatch: true });
    expect(changed.numAffectedRows).toBe(2n);
  });
});
