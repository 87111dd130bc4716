import { type CompiledQuery, type KyselyPlugin, sql } from "kysely";
import type { assembleServerDeps } from "~/server/assemble.server";
import { createTransact } from "~db/dialects/sql/transact";
import { insertTestLeads } from "../factories/test-campaign";
import { insertRow } from "../insert-row";
import { insertTestWorkspace } from "../insert-workspace";

type Deps = ReturnType<typeof assembleServerDeps>;

const isMysql = process.env.DB === "mysql";
/** People of a workspace, each with a row or more in every growing table. */
export const peopleOfGrown = 300;

/** Tables that grow with every visitor, and would make a run slower with each day. */
export const growing = [
  ...["submissions", "lead_downloads", "lead_files", "visits", "conversions", "opens", "clicks"],
  ...["deliveries", "leads", "consents", "consent_states", "suppressions", "audit_details", "held_addresses"],
];

/** A workspace with young rows only, and one campaign and one page that are old enough to be looked at. */
export async function makeGrownWorkspace(deps: Deps, word = "plans"): Promise<string> {
  const workspaceId = await insertTestWorkspace(deps, word);
  const own = { workspace_id: workspaceId };
  const campaign = deps.ids.next();
  await insertRow(deps, "campaigns", { ...own, id: campaign, finished_at: 1 });
  const page = deps.ids.next();
  await insertRow(deps, "pages", { ...own, id: page });
  await insertRow(deps, "page_progress", { ...own, page_id: page, sealed_until: deps.clock.now() });
  const emails = Array.from({ length: peopleOfGrown }, (_, index) => ({
    email: `p${index}@${word}.example`,
  }));
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
export async function takeStock(deps: Deps): Promise<void> {
  if (isMysql) for (const table of growing) await sql`analyze table ${sql.table(table)}`.execute(deps.db);
}

const reads = ["SelectQueryNode"];
export const readsAndWrites = [...reads, "UpdateQueryNode", "DeleteQueryNode"];

/** The same dependencies, and every query that they are asked. */
export function watchQueries(deps: Deps, kinds = reads) {
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
export async function readsTooMuch(db: Deps["db"], query: CompiledQuery): Promise<string[]> {
  const explain = `explain ${isMysql ? "" : "query plan "}${query.sql}`;
  const { rows } = await db.executeQuery({ ...query, sql: explain } as CompiledQuery<
    Record<string, unknown>
  >);
  if (isMysql) {
    return rows
      .filter(
        ({ table, rows: about }) => growing.includes(String(table)) && Number(about) > peopleOfGrown / 3,
      )
      .map(({ table, type, key, rows: about }) => `${table}: ${type} by ${key}, about ${about} rows`);
  }
  return rows
    .map(({ detail }) => String(detail))
    .filter((detail) => {
      const [, act, table = ""] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
      return growing.includes(table) && (act === "SCAN" || / \(workspace_id=\?\)$/.test(detail));
    });
}
