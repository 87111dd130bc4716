import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ThreadConnection } from "./thread-connection.server";

const sourceRoot = path.resolve(import.meta.dirname, "../../..");
const run = (connection: ThreadConnection, statement: string) =>
  connection.executeQuery(CompiledQuery.raw(statement));
let folder = "";
const open = () => new ThreadConnection(path.join(folder, "foyer.db"), sourceRoot, {});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "foyer-thread-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a connection in a thread that is closed", () => {
  it("answers what it was asked before, and ends nothing but itself", async () => {
    const first = open();
    await run(first, "create table things (n integer primary key)");
    await run(
      first,
      "insert into things with recursive c(n) as (values(1) union all select n + 1 from c where n < 300) select n from c",
    );
    await first.close();
    for (let round = 0; round < 5; round += 1) {
      const connection = open();
      const asked = Array.from({ length: 60 }, () =>
        run(connection, "select count(*) from things a, things b"),
      );
      await connection.close();
      const answers = await Promise.allSettled(asked);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["fulfilled"]));
      await expect(run(connection, "select 1")).rejects.toThrow("has ended");
      await connection.close();
    }
  });
});
