import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connections, connect } from "../../connect.server";
import type { Executor } from "../../schema/executor";
import { DatabaseLockedError } from "../sql/errors";
import { rowsQuery } from "../sql/rows-query";

const sourceRoot = path.resolve(import.meta.dirname, "../../..");
const run = (db: Executor, statement: string) => db.executeQuery(CompiledQuery.raw(statement));
let folder = "";
let connections: Connections;
let other: InstanceType<typeof DatabaseSync>;

async function open(patienceMs: number): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), "foyer-lock-"));
  const file = path.join(folder, "foyer.db");
  connections = connect(`sqlite:${file}`, sourceRoot, { patienceMs });
  await run(connections.db, "create table things (n integer primary key)");
  other = new DatabaseSync(file);
}
const lock = () => other.exec("begin immediate");
const unlock = () => other.exec("rollback");
const stored = async () => {
  const { rows } = await run(connections.db, "select group_concat(n) as all_of_them from things");
  return (rows[0] as { all_of_them: string }).all_of_them;
};

/** One of each way to write. */
const ways: [string, (n: number) => Promise<unknown>][] = [
  ["a statement", (n) => run(connections.db, `insert into things values (${n})`)],
  ["rows", (n) => connections.db.executeQuery(rowsQuery("insert into things values (?)", 1, [n]))],
  ["a transaction", (n) => connections.transact((tx) => run(tx, `insert into things values (${n})`))],
  [
    "a batch",
    (n) => connections.transact((tx) => run(tx, `insert into things values (${n})`), { isBatch: true }),
  ],
];
/** Turns of the event loop: none comes while the main thread stands still. */
async function turnsUntil(done: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  done.then(end, end);
  while (!isDone) {
    turns += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return turns;
}

afterEach(async () => {
  other.close();
  await connections.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a file that another program has locked for a moment", () => {
  beforeEach(() => open(30_000));

  it.each(ways)(
    "is written by %s once it is free, and the main thread goes on meanwhile",
    async (_name, write) => {
      lock();
      const written = write(1);
      setTimeout(unlock, 100);
      expect(await turnsUntil(written)).toBeGreaterThan(3);
      await written;
      expect(await stored()).toBe("1");
    },
  );

  it("is read meanwhile", async () => {
    lock();
    const writing = run(connections.db, "insert into things values (1)");
    expect(await stored()).toBeNull();
    unlock();
    await writing;
  });

  it("is written by all who waited", async () => {
    lock();
    const all = Array.from({ length: 20 }, (_, n) => ways[n % ways.length]?.[1](n));
    setTimeout(unlock, 50);
    await Promise.all(all);
    expect(await stored()).toBe(Array.from({ length: 20 }, (_, n) => n).join(","));
  });
});

describe("a file that another program does not let go", () => {
  beforeEach(() => open(60));

  it.each(ways)("refuses %s without storing it, and takes it when it is free", async (_name, write) => {
    lock();
    await expect(write(1)).rejects.toThrow(DatabaseLockedError);
    unlock();
    await write(2);
    expect(await stored()).toBe("2");
  });

  it("has all who wait refused when the first of them is, and those who come later at once", async () => {
    lock();
    const all = Array.from({ length: 40 }, (_, n) => ways[n % ways.length]?.[1](n));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    const late = run(connections.db, "insert into things values (50)");
    await expect(late).rejects.toThrow(DatabaseLockedError);
    unlock();
    expect(await stored()).toBeNull();
  });

  it("undoes nothing of a transaction that has the lock", async () => {
    await connections.transact(async (tx) => {
      await run(tx, "insert into things values (1)");
      expect(() => other.exec("pragma busy_timeout=0; begin immediate")).toThrow("locked");
    });
    expect(await stored()).toBe("1");
  });
});
