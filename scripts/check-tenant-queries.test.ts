import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkTenantQueries, tenantProblems } from "./check-tenant-queries";

const find = (body: string) =>
  tenantProblems(
    "app/domain/leads/lead-queries.server.ts",
    `export const ask = (db: Executor, workspaceId: string) => ${body};`,
  ).map(({ place, table }) => `${place.split("#")[1]} ${table}`);

describe("the check of tenant queries [account.roles]", () => {
  it("finds nothing wrong in the product", () => {
    expect(checkTenantQueries(path.resolve(import.meta.dirname, "..")).problems).toEqual([]);
  });

  it.each([
    `db.selectFrom("leads").selectAll().where("id", "=", id).execute()`,
    `db.selectFrom("leads").selectAll().execute()`,
    `db.updateTable("leads").set({ workspace_id: workspaceId }).where("id", "=", id)`,
    `db.deleteFrom("leads").where("workspace_id", "!=", workspaceId)`,
    `db.selectFrom("leads").where("id", "in", db.selectFrom("deliveries").where("workspace_id", "=", workspaceId))`,
    `db.selectFrom(table).where("id", "=", id)`,
  ])("refuses %s", (body) => {
    expect(find(body)).toHaveLength(1);
  });

  it("refuses a join that lets another workspace's rows in, and SQL of its own", () => {
    const join = `db.selectFrom("deliveries as d").innerJoin("leads as l", "l.id", "d.lead_id").where("d.workspace_id", "=", workspaceId)`;
    expect(find(join)).toEqual(["ask leads"]);
    const cross = `db.selectFrom("deliveries").crossJoin("leads").where("deliveries.workspace_id", "=", workspaceId)`;
    expect(find(cross)).toEqual(["ask leads"]);
    expect(find(`${cross}.where("leads.workspace_id", "=", workspaceId)`)).toEqual([]);
    expect(find("sql`select * from leads`")).toEqual(["ask SQL of its own"]);
  });

  it.each([
    `db.selectFrom("leads").where("workspace_id", "=", workspaceId).where("id", "=", id)`,
    `db.selectFrom("accounts").where("id", "=", id)`,
    `db.selectFrom("deliveries as d").innerJoin("leads as l", (join) => join.onRef("l.workspace_id", "=", "d.workspace_id").onRef("l.id", "=", "d.lead_id")).where("d.workspace_id", "=", workspaceId)`,
  ])("lets %s pass", (body) => {
    expect(find(body)).toEqual([]);
  });
});
