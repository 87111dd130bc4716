import path from "node:path";
import { describe, expect, it } from "vitest";
import { type TableEntry, tableEntry } from "../db/data-map";
import { c } from "../db/schema/define";
import { checkDataMap, compareTable, problemsOfStore, problemsOfTable } from "./check-data-map";

const entry = (change: Partial<TableEntry["spec"]>): TableEntry => ({
  name: "things",
  context: "test",
  spec: {
    scope: "tenant",
    purpose: "test",
    basis: "contract",
    retention: "workspace",
    exported: true,
    columns: { workspace_id: c.id(), id: c.id() },
    primaryKey: ["workspace_id", "id"],
    ...change,
  },
});

describe("the data map", () => {
  it("agrees with a freshly migrated database [trust.purpose]", async () => {
    expect(await checkDataMap(path.resolve(import.meta.dirname, ".."))).toEqual([]);
  });

  it("refuses a tenant table whose key does not start with the workspace", () => {
    expect(problemsOfTable(entry({ primaryKey: ["id"] }))).toEqual([
      "things: key (id) does not start with workspace_id",
    ]);
  });

  it("refuses a personal column that leads to nobody", () => {
    const columns = { workspace_id: c.id(), id: c.id(), phone: c.text(40).personal() };
    expect(problemsOfTable(entry({ columns }))).toEqual([
      "things: phone is personal, but nothing says whose it is",
    ]);
    expect(problemsOfTable(entry({ columns, basis: "none_personal", retention: "work" }))).toHaveLength(1);
  });

  it("notices a column that only the database has, and one that it lacks", () => {
    const found = [
      { name: "workspace_id", notnull: 1, pk: 1 },
      { name: "extra", notnull: 1, pk: 0 },
    ];
    expect(compareTable(entry({}), found)).toEqual([
      "things.id: defined, but missing in the database",
      "things.extra: in the database, but not in the data map",
      "things: primary key differs",
    ]);
  });

  it("refuses a store without eraser or expiry", () => {
    expect(problemsOfStore({ name: "drawer", holds: "things" })).toHaveLength(1);
    expect(problemsOfStore({ name: "drawer", holds: "things", expiryDays: 31 })).toHaveLength(1);
    expect(tableEntry("leads").spec.subject?.erase).toBe("delete");
  });
});
