import { type CompiledQuery, type KyselyPlugin, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { insertRow } from "~/testing/insert-row";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { createTransact } from "~db/dialects/sql/transact";
import { deleteLead } from "../leads/delete-leads.server";
import { eraseTraces } from "../privacy/erase-traces.server";
import { emptyPrivacySettings } from "../workspaces/privacy-settings";
import { choicesOf } from "../workspaces/retention-choices";
import { ageSteps } from "./age-step.server";
import { dueMoments } from "./due-people";
import { countDuePeople, endDuePeople } from "./end-due-people.server";
import { periodsOf } from "./retention-period";

const opened = useTestInstance();
const dayMs = 86_400_000;
const young = 300;
const isMysql = process.env.DB === "mysql";
const actor = { kind: "system", reason: "test" } as const;

/** Tables that grow with every visitor, and would make a run slower with each day. */
const growing = [
  ...["submissions", "lead_downloads", "lead_files", "visits", "conversions", "opens", "clicks"],
  ...["deliveries", "leads", "consents", "consent_states", "suppressions", "audit_details"],
];

type Deps = ReturnType<typeof assembleServerDeps>;

/** A workspace with young rows only, and one campaign and one page that are old enough to be looked at. */
async function youngWorkspace(deps: Deps): Promise<string> {
  const workspaceId = await insertTestWorkspace(deps, "plans");
  const own = { workspace_id: workspaceId };
  const campaign = deps.ids.next();
  await insertRow(deps, "campaigns", { ...own, id: campaign, finished_at: 1 });
  const page = deps.ids.next();
  await insertRow(deps, "pages", { ...own, id: page });
  await insertRow(deps, "page_progress", { ...own, page_id: page, sealed_until: deps.clock.now() });
  const emails = Array.from({ length: young }, (_, index) => ({ email: `p${index}@plans.example` }));
  const leads = await insertTestLeads(deps, workspaceId, emails);
  const at = deps.clock.now();
  for (const [index, { id: lead_id, addressHash: address_hash }] of leads.entries()) {
    const row = { ...own, lead_id, address_hash, at, created_at: at, page_id: page };
    for (const table of ["submissions", "lead_downloads", "lead_files", "visits"]) {
      await insertRow(deps, table, row);
    }
    await insertRow(deps, "conversions", { ...row, page_version_id: page, visitor_key: `v${index}` });
    await insertRow(deps, "audit_details", { ...own, entry_id: deps.ids.next() });
    // Of this campaign nobody is named any more, as of each that was looked at before.
    const delivery_id = deps.ids.next();
    await insertRow(deps, "deliveries", { ...own, id: delivery_id, campaign_id: campaign, state: "sent" });
    for (const table of ["opens", "clicks"]) await insertRow(deps, table, { ...row, delivery_id });
  }
  return workspaceId;
}

/** So that the database knows how much there is of what. */
async function takeStock(deps: Deps): Promise<void> {
  if (isMysql) for (const table of growing) await sql`analyze table ${sql.table(table)}`.execute(deps.db);
}

const reads = ["SelectQueryNode"];
const readsAndWrites = [...reads, "UpdateQueryNode", "DeleteQueryNode"];

function watched(deps: Deps, kinds = reads) {
  const seen: CompiledQuery[] = [];
  const watch = (db: Deps["db"]): Deps["db"] => {
    const plugin: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        if (kinds.includes(node.kind)) seen.push(db.getExecutor().compileQuery(node, queryId));
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    return db.withPlugin(plugin);
  };
  const db = watch(deps.db);
  return { seen, deps: { ...deps, db, reader: watch(deps.reader), transact: createTransact(db) } };
}

/** What of the plan reads more of a growing table than is asked for. */
async function tooMuch(db: Deps["db"], query: CompiledQuery): Promise<string[]> {
  const explain = `explain ${isMysql ? "" : "query plan "}${query.sql}`;
  const { rows } = await db.executeQuery({ ...query, sql: explain } as CompiledQuery<
    Record<string, unknown>
  >);
  if (isMysql) {
    return rows
      .filter(({ table, rows: about }) => growing.includes(String(table)) && Number(about) > young / 3)
      .map(({ table, type, key, rows: about }) => `${table}: ${type} by ${key}, about ${about} rows`);
  }
  return rows
    .map(({ detail }) => String(detail))
    .filter((detail) => {
      const [, act, table = ""] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
      return growing.includes(table) && (act === "SCAN" || / \(workspace_id=\?\)$/.test(detail));
    });
}

describe("[retention.schedule] a run over a workspace where nothing is old", () => {
  it("reads by an index that begins with the age, or with whom a row names, and no table as a whole", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await youngWorkspace(deps);
    await takeStock(deps);
    const { seen, deps: watching } = watched(deps);
    const choices = choicesOf(emptyPrivacySettings);
    const periods = periodsOf({ ...choices, submissionMonths: 12, uploadMonths: 12 });
    const found: string[] = [];
    const look = async (what: string) => {
      expect(seen.length, what).toBeGreaterThan(0);
      for (const query of seen.splice(0)) {
        for (const words of await tooMuch(deps.db, query)) found.push(`${what}: ${words}\n  ${query.sql}`);
      }
    };
    for (const { entry, count, end } of ageSteps) {
      const days = periods[entry.spec.retention];
      if (days === undefined || !growing.includes(entry.name)) continue;
      const before = deps.clock.now() - days * dayMs;
      expect(await count(watching, workspaceId, before), entry.name).toBe(0);
      await look(`counting ${entry.name}`);
      expect(await end(watching, workspaceId, before), entry.name).toBe(0);
      await look(`ending ${entry.name}`);
    }
    expect(found).toEqual([]);
  });

  it("erases what others keep of one person without reading what they keep of everybody", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await youngWorkspace(deps);
    await takeStock(deps);
    const { seen, deps: watching } = watched(deps, readsAndWrites);
    const { lead_id: leadId } = await deps.db
      .selectFrom("submissions")
      .select("lead_id")
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    await watching.transact((tx) => eraseTraces(deps, tx, { workspaceId, leadId }));
    expect(seen.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const query of seen) {
      for (const words of await tooMuch(deps.db, query)) found.push(`${words}\n  ${query.sql}`);
    }
    expect(found).toEqual([]);
  });

  it("deletes one person, with what waits in quarantine of them, without reading what everybody sent", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await youngWorkspace(deps);
    const lead = await deps.db
      .selectFrom("leads")
      .select(["id", "email"])
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    const hold = (state: string, email: string) =>
      insertRow(deps, "submissions", {
        ...{ workspace_id: workspaceId, id: deps.ids.next(), lead_id: "", state },
        ...{ fields: JSON.stringify({ work: email }), created_at: deps.clock.now() - dayMs },
      });
    for (const state of ["quarantined", "rejected"])
      for (const email of [lead.email, "other@plans.example"]) await hold(state, email);
    await takeStock(deps);
    const { seen, deps: watching } = watched(deps, readsAndWrites);
    await deleteLead(watching, actor, { workspaceId, leadId: lead.id });
    const left = await deps.db
      .selectFrom("submissions")
      .select("fields")
      .where("workspace_id", "=", workspaceId)
      .where("state", "in", ["quarantined", "rejected"])
      .execute();
    expect(left.map(({ fields }) => fields)).toEqual(Array(2).fill('{"work":"other@plans.example"}'));
    const found: string[] = [];
    for (const query of seen) {
      const words = await tooMuch(deps.db, query);
      found.push(...words.map((each) => `${each}\n  ${query.sql}`));
    }
    expect(found).toEqual([]);
  });

  it("looks at people in windows, and at what tells of each by a key of that person", async () => {
    const deps = assembleServerDeps(opened().deps);
    const workspaceId = await insertTestWorkspace(deps, "windows");
    const emails = Array.from({ length: young }, (_, index) => ({ email: `p${index}@windows.example` }));
    for (const { id: lead_id } of await insertTestLeads(deps, workspaceId, emails)) {
      for (const table of ["deliveries", "lead_downloads"]) {
        await insertRow(deps, table, { workspace_id: workspaceId, lead_id, state: "sent" });
      }
    }
    await takeStock(deps);
    const { seen, deps: watching } = watched(deps);
    const choices = { ...choicesOf(emptyPrivacySettings), peopleMonths: 24, afterOptOut: "mail" } as const;
    const moments = dueMoments(choices, deps.clock.now());
    expect(await countDuePeople(watching, workspaceId, moments)).toEqual({ leads: 0, mail_histories: 0 });
    await endDuePeople(watching, actor, workspaceId, moments);
    expect(seen.length).toBeGreaterThan(3);
    const found: string[] = [];
    for (const query of seen) {
      const words = await tooMuch(deps.db, query);
      // The window itself is a part of the leads that is bounded.
      found.push(...words.filter((each) => !each.startsWith("leads: ")));
    }
    expect(found).toEqual([]);
  });
});
