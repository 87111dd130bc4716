import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { countDeliveries } from "~/domain/campaigns/count-deliveries.server";
import { prepareDeliveries } from "~/domain/campaigns/prepare-deliveries.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "~/testing/factories/test-campaign";
import { useTestApp } from "~/testing/http/test-app";

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const app = useTestApp({
  SENDGRID_WEBHOOK_KEY: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
});

let made = 0;
async function campaign(people: readonly string[], state = "sent") {
  const { deps } = app();
  made += 1;
  const own = await makeTestWriter(deps, `events-${made}`);
  const { workspaceId } = own;
  await insertTestLeads(
    deps,
    workspaceId,
    people.map((name) => ({ email: `${name}@events.example` })),
  );
  const { id: campaignId } = await makeTestCampaign(deps, own);
  await startDelivery(deps, system, { workspaceId, campaignId });
  await prepareDeliveries(deps, { workspaceId, campaignId, goOn: async () => true });
  await deps.db
    .updateTable("deliveries")
    .set({ state, sent_at: deps.clock.now() })
    .where("workspace_id", "=", workspaceId)
    .execute();
  const rows = await deps.db
    .selectFrom("deliveries")
    .select(["id", "email"])
    .where("workspace_id", "=", workspaceId)
    .execute();
  const event = (name: string, more: Record<string, unknown>) => ({
    email: `${name}@events.example`,
    timestamp: Math.floor(deps.clock.now() / 1000),
    sg_event_id: `${name}-1`,
    foyer_workspace: workspaceId,
    foyer_delivery: rows.find((row) => row.email.startsWith(`${name}@`))?.id,
    ...more,
  });
  const counts = () => countDeliveries(deps, workspaceId, campaignId);
  const stopped = async () =>
    (
      await deps.db
        .selectFrom("suppressions")
        .select("reason")
        .where("workspace_id", "=", workspaceId)
        .execute()
    )
      .map(({ reason }) => reason)
      .sort();
  return { event, counts, stopped };
}

function post(events: unknown, change: Record<string, string> = {}, at = app().deps.clock.now()) {
  const payload = typeof events === "string" ? events : JSON.stringify(events);
  const seconds = String(Math.floor(at / 1000));
  return app().app.inject({
    method: "POST",
    url: "/inbound/sendgrid",
    headers: {
      host: "localhost:3000",
      "content-type": "application/json",
      "x-twilio-email-event-webhook-timestamp": seconds,
      "x-twilio-email-event-webhook-signature": sign(
        "sha256",
        Buffer.from(seconds + payload),
        privateKey,
      ).toString("base64"),
      ...change,
    },
    payload,
  });
}

describe("events of SendGrid", () => {
  it("show on the campaign and stop mail to who is gone, complained or wants no more, however often they come [email.optout]", async () => {
    const { event, counts, stopped } = await campaign(["ann", "bob", "cy", "dee", "eve"]);
    const batch = [
      event("ann", { event: "delivered" }),
      event("bob", { event: "bounce", type: "bounce", status: "5.1.1" }),
      event("cy", { event: "spamreport" }),
      event("dee", { event: "group_unsubscribe" }),
      event("eve", { event: "bounce", type: "blocked", status: "4.7.1" }),
      { event: "open", timestamp: 1 },
      "nonsense",
    ];
    for (let times = 0; times < 2; times += 1) expect((await post(batch)).statusCode).toBe(204);
    expect((await counts()).marks).toMatchObject({
      delivered: 1,
      bounced: 2,
      complained: 1,
      unsubscribed: 1,
    });
    expect(await stopped()).toEqual(["bounce", "complaint", "unsubscribe"]);
    await post([event("bob", { event: "delivered" })]);
    expect((await counts()).marks).toMatchObject({ delivered: 1, bounced: 2 });
  });

  it("settle a message of which nothing was known", async () => {
    const { event, counts } = await campaign(["ann"], "unknown");
    await post([event("ann", { event: "delivered" })]);
    expect((await counts()).states).toMatchObject({ unknown: 0, sent: 1 });
  });

  it("without a right and fresh signature, or of foreign messages, change nothing", async () => {
    const { event, counts, stopped } = await campaign(["ann"]);
    const batch = [event("ann", { event: "spamreport" })];
    const signature = "x-twilio-email-event-webhook-signature";
    for (const wrong of ["", "AAAA", Buffer.from("forged").toString("base64")]) {
      expect((await post(batch, { [signature]: wrong })).statusCode).toBe(403);
    }
    const { clock } = app().deps;
    expect((await post(batch, {}, clock.now() - 11 * 60_000)).statusCode).toBe(403);
    expect((await post(batch, { "x-twilio-email-event-webhook-timestamp": "1" })).statusCode).toBe(403);
    expect((await post("{broken")).statusCode).toBe(400);
    const other = await campaign(["zoe"]);
    const mixed = {
      ...event("ann", { event: "spamreport" }),
      foyer_delivery: other.event("zoe", {}).foyer_delivery,
    };
    expect((await post([mixed])).statusCode).toBe(204);
    expect((await counts()).marks.complained).toBe(0);
    expect([...(await stopped()), ...(await other.stopped())]).toEqual([]);
  });
});

describe("events of Stripe", () => {
  it("are answered honestly where no payments are taken", async () => {
    const answer = await app().app.inject({
      method: "POST",
      url: "/inbound/stripe",
      headers: { host: "localhost:3000" },
      payload: "{}",
    });
    expect([answer.statusCode, answer.json().code]).toEqual([404, "not_configured"]);
  });
});
