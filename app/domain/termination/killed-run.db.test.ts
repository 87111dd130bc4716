import path from "node:path";
import type { KyselyPlugin } from "kysely";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { insertRow } from "~/testing/insert-row";
import { createTransact } from "~db/dialects/sql/transact";
import { createAccount } from "../accounts/create-account.server";
import { openFileStore } from "../files/file-store.server";
import { createWorkspace } from "../workspaces/create-workspace.server";
import { chooseRetention } from "../workspaces/update-workspace.server";
import { applyRetention } from "./apply-retention.server";

const opened = useTestInstance();
const day = 86_400_000;
const actor = { kind: "system", reason: "test" } as const;
const people = 120;

function instance() {
  const { deps, folder } = opened();
  return { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) };
}
type Deps = ReturnType<typeof instance>;

/** A process that is killed before its nth write: nothing it asks for afterwards happens either. */
function dyingAt(deps: Deps, writes: number): Deps {
  let left = writes;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (node.kind !== "SelectQueryNode") left -= 1;
      if (left < 0) throw new Error("killed");
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db = deps.db.withPlugin(plugin);
  return { ...deps, db, reader: deps.reader.withPlugin(plugin), transact: createTransact(db) };
}

const tables = ["leads", "lead_downloads", "opens", "deliveries", "audit_details"] as const;
/** Rows that still name somebody, by table. */
async function named(workspaceId: string): Promise<Record<string, number>> {
  const { db } = instance();
  const key = { leads: "id", lead_downloads: "id", opens: "delivery_id", deliveries: "lead_id" } as const;
  const found: Record<string, number> = {};
  for (const table of tables) {
    if (table === "audit_details") continue;
    const rows = db.selectFrom(table).select("workspace_id").where("workspace_id", "=", workspaceId);
    found[table] = (await rows.where(key[table], "!=", "").execute()).length;
  }
  return found;
}

const entries = async (workspaceId: string, action: string) =>
  (
    await instance()
      .db.selectFrom("audit_entries")
      .select("target_id")
      .where("workspace_id", "=", workspaceId)
      .where("action", "=", action)
      .execute()
  ).map((row) => row.target_id);

/** Everything of it is old: people who came by a form, what they fetched, and a campaign they opened. */
async function oldWorkspace(slug: string, chosen: boolean) {
  const deps = instance();
  const email = `owner@${slug}.example`;
  const { accountId } = await createAccount(deps, actor, {
    email,
    password: "quiet river under it",
    name: slug,
  });
  const owner = { kind: "account", accountId } as const;
  const { id } = await createWorkspace(deps, owner, { ownerAccountId: accountId, name: slug, slug });
  if (chosen) await chooseRetention(deps, actor, { workspaceId: id, choices: { submissionMonths: 6 } });
  const emails = Array.from({ length: people }, (_, index) => ({ email: `p${index}@${slug}.example` }));
  const leads = await insertTestLeads(deps, id, emails, { mail: false });
  await deps.db.updateTable("leads").set({ origin: "form" }).where("workspace_id", "=", id).execute();
  const own = { workspace_id: id };
  const at = deps.clock.now();
  const campaign = deps.ids.next();
  await insertRow(deps, "campaigns", { ...own, id: campaign, finished_at: at });
  for (const { id: lead_id } of leads) {
    const delivery = { id: deps.ids.next(), campaign_id: campaign, lead_id, state: "sent", sent_at: at };
    await insertRow(deps, "deliveries", { ...own, ...delivery });
    await insertRow(deps, "opens", { ...own, delivery_id: delivery.id, at });
    await insertRow(deps, "lead_downloads", { ...own, lead_id, created_at: at, machine: 1 });
  }
  return { id, email, leads };
}

describe("[retention.schedule] a run that is killed", () => {
  it("anywhere is finished by the next one, and nobody goes, or is counted, twice", async () => {
    const deps = instance();
    const { id, leads } = await oldWorkspace("killed", true);
    deps.clock.advance(420 * day);
    const before = await named(id);
    expect(before).toEqual({ leads: people, lead_downloads: people, opens: people, deliveries: people });
    let previous = before;
    let kills = 0;
    for (let writes = 0; ; writes = Math.ceil(writes * 1.6) + 1) {
      const dead = dyingAt(deps, writes);
      const end = await applyRetention(dead, actor).then(
        () => "finished" as const,
        (error: Error) => error.message,
      );
      const now = await named(id);
      for (const [table, rows] of Object.entries(now)) expect(rows).toBeLessThanOrEqual(previous[table] ?? 0);
      previous = now;
      if (end === "finished") break;
      expect(end).toContain("killed");
      kills += 1;
    }
    expect(kills, "places where it died").toBeGreaterThan(5);
    expect(await named(id)).toEqual({ leads: 0, lead_downloads: 0, opens: 0, deliveries: 0 });
    const counted = deps.db.selectFrom("deliveries").select("id").where("workspace_id", "=", id);
    expect(await counted.where("state", "=", "sent").execute(), "figures stay").toHaveLength(people);
    const deleted = await entries(id, "lead:delete");
    expect(deleted.sort()).toEqual(leads.map((lead) => lead.id).sort());
    const erased = await deps.db
      .selectFrom("outbox_events")
      .select("id")
      .where("type", "=", "lead.erased")
      .where("workspace_id", "=", id)
      .execute();
    expect(erased, "each is erased elsewhere once").toHaveLength(people);
  });

  it("before, while or after it tells the owners sends them one letter, whole, and no one goes before", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("letter", false);
    deps.clock.advance(420 * day);
    const letters = () =>
      deps.db.selectFrom("mail_messages").select("id").where("to_address", "=", email).execute();
    for (let writes = 0; ; writes += 1) {
      const end = await applyRetention(dyingAt(deps, writes), actor).catch((error: Error) => error.message);
      const announced = await entries(id, "retention:announce");
      expect((await letters()).length, "with its audit entry, or not at all").toBe(announced.length);
      expect(announced.length).toBeLessThanOrEqual(1);
      if (typeof end !== "string") break;
    }
    expect(await letters()).toHaveLength(1);
    expect((await named(id)).leads).toBe(people);
    deps.clock.advance(14 * day);
    await applyRetention(deps, actor);
    expect((await named(id)).leads).toBe(0);
    expect(await letters()).toHaveLength(1);
  });
});
