import path from "node:path";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { recordAudit } from "../audit/record-audit.server";
import { sealAudit } from "../audit/seal-audit.server";
import { verifyAudit } from "../audit/verify-audit.server";
import { countMarks } from "../campaigns/count-queries.server";
import { openFileStore } from "../files/file-store.server";
import { reportOpens } from "../tracking/report-opens.server";
import { applyRetention } from "./apply-retention.server";
import { countRetention } from "./count-retention.server";

const opened = useTestInstance();
const instance = () => {
  const { deps, folder } = opened();
  return { deps: { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) } };
};
const day = 86_400_000;
const actor = { kind: "system", reason: "test" } as const;

/** A campaign that ended: one open and two clicks of each of its people. */
async function insertSentCampaign(workspaceId: string, people: number) {
  const { deps } = instance();
  const { db, ids, clock } = deps;
  const at = clock.now();
  const campaignId = ids.next();
  await db
    .insertInto("campaigns")
    .values({
      workspace_id: workspaceId,
      id: campaignId,
      name: "News",
      subject: "News",
      preheader: "",
      sender_id: "",
      topic_id: "",
      segment_id: "",
      document: "{}",
      revision: 1,
      state: "sent",
      version_id: "",
      candidates: people,
      audience_cursor: "",
      send_at: null,
      created_at: at,
      updated_at: at,
      started_at: at,
      finished_at: at,
      paused_by: "",
    })
    .execute();
  for (let index = 0; index < people; index += 1) {
    const deliveryId = ids.next();
    const own = { workspace_id: workspaceId, campaign_id: campaignId };
    await db
      .insertInto("deliveries")
      .values({
        ...own,
        id: deliveryId,
        lead_id: ids.next(),
        email: `p${index}@example.org`,
        address_hash: "ab".repeat(16),
        state: index === 0 ? "unknown" : "sent",
        reason: "",
        tracked: 1,
        detail: "250 ok",
        lease_owner: "",
        lease_until: 0,
        lease_epoch: 0,
        attempts: 1,
        run_at: at,
        sent_at: at,
        delivered_at: at,
        opened_human_at: at,
        clicked_at: at,
      })
      .execute();
    const seen = { ...own, delivery_id: deliveryId, kind: "human", at: at + 1000, user_agent: "Firefox" };
    await db
      .insertInto("opens")
      .values({ ...seen, id: ids.next() })
      .execute();
    await db
      .insertInto("clicks")
      .values([0, 1].map((link) => ({ ...seen, id: ids.next(), link })))
      .execute();
  }
  return { campaignId, at };
}

const named = async (workspaceId: string) => {
  const { db } = instance().deps;
  const count = async (table: "opens" | "clicks" | "deliveries", column: "delivery_id" | "lead_id") => {
    const rows = await db.selectFrom(table).selectAll().where("workspace_id", "=", workspaceId).execute();
    return rows.filter((row) => (row as Record<string, unknown>)[column] !== "").length;
  };
  return {
    opens: await count("opens", "delivery_id"),
    clicks: await count("clicks", "delivery_id"),
    deliveries: await count("deliveries", "lead_id"),
  };
};

describe("[retention.schedule] what is older than its class allows", () => {
  it("names nobody any more, while the figures of campaigns stay", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "old-news");
    const old = await insertSentCampaign(workspaceId, 3);
    deps.clock.advance(300 * day);
    await insertSentCampaign(workspaceId, 2);
    const figures = async () => ({
      marks: await countMarks(deps.db, workspaceId, old.campaignId),
      seen: await reportOpens(deps, { workspaceId, campaignId: old.campaignId, from: old.at, hours: 72 }),
    });
    const before = await figures();
    expect(before.marks).toMatchObject({ openedHuman: 3, clicked: 3 });

    deps.clock.advance(95 * day);
    expect(await countRetention(deps)).toEqual([]);
    expect((await applyRetention(deps, actor)).done).toEqual({});
    deps.clock.advance(2 * day);
    expect(await countRetention(deps)).toMatchObject([
      { table: "opens", retention: "messages", rows: 3 },
      { table: "clicks", retention: "messages", rows: 6 },
      { table: "deliveries", retention: "messages", rows: 2 },
    ]);
    const steps: number[] = [];
    const run = await applyRetention(deps, actor, ({ workspaces }) => steps.push(workspaces));
    expect(run).toEqual({ workspaces: 1, held: 0, done: { opens: 3, clicks: 6, deliveries: 2 } });
    expect(steps).toEqual([1]);

    // Nobody knows what became of one message: that is decided by a person first.
    expect(await named(workspaceId)).toEqual({ opens: 2, clicks: 4, deliveries: 3 });
    expect(await figures()).toEqual(before);
    expect(await countRetention(deps)).toEqual([]);
    const told = await deps.db
      .selectFrom("audit_entries")
      .innerJoin("audit_details", "audit_details.entry_id", "audit_entries.id")
      .select(["action", "detail"])
      .where("audit_entries.workspace_id", "=", workspaceId)
      .execute();
    expect(told).toEqual([
      { action: "retention:apply", detail: JSON.stringify({ opens: 3, clicks: 6, deliveries: 2 }) },
    ]);
    expect((await applyRetention(deps, actor)).done).toEqual({});
  });

  it("goes in steps when there is much of it", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "much-news");
    const { campaignId, at } = await insertSentCampaign(workspaceId, 1);
    const row = { workspace_id: workspaceId, campaign_id: campaignId, kind: "machine", at, user_agent: "x" };
    for (let batch = 0; batch < 6; batch += 1) {
      const rows = Array.from({ length: 200 }, () => ({
        ...row,
        id: deps.ids.next(),
        delivery_id: deps.ids.next(),
      }));
      await deps.db.insertInto("opens").values(rows).execute();
    }
    deps.clock.advance(397 * day);
    expect((await applyRetention(deps, actor)).done.opens).toBeGreaterThan(1200);
    expect((await named(workspaceId)).opens).toBe(0);
  });

  it("stays where a legal hold asks for it [retention.hold]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "held-news");
    await insertSentCampaign(workspaceId, 1);
    const hold = { workspace_id: workspaceId, id: deps.ids.next(), reason: "A court asked." };
    await deps.db
      .insertInto("legal_holds")
      .values({ ...hold, created_at: 1, released_at: null })
      .execute();
    deps.clock.advance(397 * day);
    expect(await applyRetention(deps, actor)).toMatchObject({ held: 1 });
    expect((await named(workspaceId)).opens).toBe(1);
    await deps.db.updateTable("legal_holds").set({ released_at: 2 }).execute();
    expect((await applyRetention(deps, actor)).done).toMatchObject({ opens: 1, clicks: 2 });
  });

  it("goes from the details of the audit log, whose chain still holds [account.audit]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "told-news");
    await recordAudit(deps, deps.db, {
      workspaceId,
      actor,
      action: "page:publish",
      targetKind: "page",
      targetId: "x",
      detail: { path: "/" },
    });
    await sealAudit(deps);
    deps.clock.advance(397 * day);
    expect((await applyRetention(deps, actor)).done).toMatchObject({ audit_details: expect.any(Number) });
    const told = await deps.db
      .selectFrom("audit_details")
      .select("detail")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(told.map(({ detail }) => detail)).toEqual(['{"audit_details":1}']);
    const entries = await deps.db
      .selectFrom("audit_entries")
      .select("action")
      .where("workspace_id", "=", workspaceId)
      .where("action", "=", "page:publish")
      .execute();
    expect(entries).toHaveLength(1);
    await sealAudit(deps);
    expect((await verifyAudit(deps)).problems).toEqual([]);
  });
});
