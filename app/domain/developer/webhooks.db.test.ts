import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publicId } from "~/lib/ids";
import { reactions } from "~/server/reactions.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";
import { dispatchEvents } from "../events/dispatch-events.server";
import { recordEvent } from "../events/record-event.server";
import { createLead } from "../leads/create-lead.server";
import { createWebhookEndpoint } from "./create-webhook-endpoint.server";
import { deliverWebhooks, removeOldDeliveries } from "./deliver-webhooks.server";
import { getWebhookEndpoint, listWebhookDeliveries } from "./list-webhook-endpoints.server";
import { readWebhookMessage } from "./read-webhook-message.server";
import { retryWebhookDelivery, testWebhookEndpoint } from "./try-webhook.server";
import { rotateWebhookSecret, updateWebhookEndpoint } from "./update-webhook-endpoint.server";

interface Received {
  headers: http.IncomingHttpHeaders;
  body: string;
}

const app = useTestApp({ WEBHOOK_PRIVATE_TARGETS: "on" });
const received: Received[] = [];
let status = 204;
let receiver: http.Server;
let url = "";
let site: TestSite;
let count = 0;

beforeAll(async () => {
  receiver = http.createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      reply.writeHead(status, { location: "http://127.0.0.1:1/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(() => void receiver.close());
beforeEach(async () => {
  count += 1;
  received.length = 0;
  status = 204;
  site = await makeTestSite(app().deps, { slug: `hooks-${count}` });
});

const make = (events: ("lead.captured" | "lead.deleted")[] = []) =>
  createWebhookEndpoint(app().deps, site.owner, { workspaceId: site.workspaceId, url, events });
const log = async (endpointId: string) =>
  (await listWebhookDeliveries(app().deps, site.workspaceId, endpointId, { limit: 50 })).rows;

/** A lead arrives, and its news is taken. */
async function capture(email: string): Promise<string> {
  const { deps } = app();
  const { lead } = await createLead(deps, site.owner, { workspaceId: site.workspaceId, email, name: "Ann" });
  await deps.transact((tx) =>
    recordEvent(deps, tx, site.workspaceId, "leads.captured", {
      captured: [{ leadId: lead.id, submissionId: deps.ids.next() }],
    }),
  );
  await dispatchEvents(deps, reactions(deps));
  return lead.id;
}

function signaturesOf(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(expected);
}

describe("a webhook endpoint", () => {
  it("is told of a lead once, signed as Standard Webhooks says", async () => {
    const { deps } = app();
    const { id, secret } = await make(["lead.captured"]);
    const leadId = await capture("ann@example.org");
    await deliverWebhooks(deps);
    await deliverWebhooks(deps);
    expect(received).toHaveLength(1);
    const [message] = received as [Received];
    expect(JSON.parse(message.body)).toEqual({
      type: "lead.captured",
      timestamp: expect.any(String),
      data: {
        lead_id: `lead_${leadId}`,
        submission_id: expect.stringMatching(/^sub_/),
        lead: { email: "ann@example.org", name: "Ann", fields: {} },
      },
    });
    expect(signaturesOf(secret, message)).toBe(true);
    expect(Math.abs(Number(message.headers["webhook-timestamp"]) - deps.clock.now() / 1000)).toBeLessThan(2);
    expect(await log(id)).toMatchObject([{ state: "delivered", attempts: 1, status: 204, error: "" }]);
    const rows = await deps.db.selectFrom("webhook_endpoints").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice(8));
  });

  it("is told one by one of leads that were stored together", async () => {
    const { deps } = app();
    await make(["lead.captured"]);
    const captured = [1, 2, 3].map(() => ({ leadId: deps.ids.next(), submissionId: deps.ids.next() }));
    await deps.transact((tx) => recordEvent(deps, tx, site.workspaceId, "leads.captured", { captured }));
    await dispatchEvents(deps, reactions(deps));
    for (let run = 0; run < 3; run += 1) await deliverWebhooks(deps);
    expect(received.map(({ body }) => JSON.parse(body).data.lead_id).sort()).toEqual(
      captured.map(({ leadId }) => `lead_${leadId}`).sort(),
    );
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(3);
  });

  it("hears nothing that it did not ask for, and nothing of other workspaces", async () => {
    await make(["lead.deleted"]);
    const other = site;
    site = await makeTestSite(app().deps, { slug: `hooks-other-${count}` });
    await capture("bo@example.org");
    site = other;
    await capture("cy@example.org");
    await deliverWebhooks(app().deps);
    expect(received).toEqual([]);
  });

  it("sends nobody who was erased meanwhile", async () => {
    await make();
    const leadId = await capture("gone@example.org");
    await app().deps.db.deleteFrom("leads").where("id", "=", leadId).execute();
    await deliverWebhooks(app().deps);
    expect(received[0]?.body).not.toContain("gone@example.org");
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ data: { lead: null } });
  });

  it("that fails is tried again later with the same id, rests meanwhile, and is given up after ten tries", async () => {
    const { deps } = app();
    const { id } = await make();
    status = 500;
    await capture("one@example.org");
    await capture("two@example.org");
    await deliverWebhooks(deps);
    expect(received).toHaveLength(1);
    await deliverWebhooks(deps);
    expect(received).toHaveLength(1);
    const waiting = await log(id);
    expect(waiting.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    status = 200;
    deps.clock.advance(31_000);
    await deliverWebhooks(deps);
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
    expect((await getWebhookEndpoint(deps, site.workspaceId, id)).failingSince).toBeUndefined();

    status = 503;
    await capture("never@example.org");
    for (let tries = 0; tries < 12; tries += 1) {
      await deliverWebhooks(deps);
      deps.clock.advance(25 * 3_600_000);
      if (tries % 3 === 2) {
        const enabled = { workspaceId: site.workspaceId, endpointId: id, changes: { enabled: true } };
        await updateWebhookEndpoint(deps, site.owner, enabled);
      }
    }
    const [dead] = await log(id);
    expect(dead).toMatchObject({ state: "failed", attempts: 10, status: 503 });
    status = 200;
    const named = { workspaceId: site.workspaceId, endpointId: id, deliveryId: dead?.id ?? "" };
    expect(await retryWebhookDelivery(deps, named)).toMatchObject({ state: "waiting", attempts: 0 });
    await deliverWebhooks(deps);
    expect((await log(id))[0]).toMatchObject({ state: "delivered" });
    const taken = received.length;
    expect(await retryWebhookDelivery(deps, named)).toMatchObject({ state: "waiting" });
    await deliverWebhooks(deps);
    expect(received.slice(taken).map(({ headers }) => headers["webhook-id"])).toEqual([
      publicId("message", named.deliveryId),
    ]);
    const { body } = await readWebhookMessage(deps, named);
    expect(body).toBe(received.at(-1)?.body);
    const elsewhere = { ...named, endpointId: (await make()).id };
    await expect(readWebhookMessage(deps, elsewhere)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("that says 410, or answers nothing for five days, is switched off", async () => {
    const { deps } = app();
    const { id } = await make();
    status = 410;
    await capture("gone@example.org");
    await deliverWebhooks(deps);
    expect((await getWebhookEndpoint(deps, site.workspaceId, id)).state).toBe("disabled");
    await capture("later@example.org");
    await deliverWebhooks(deps);
    expect(received).toHaveLength(1);

    const { id: silent } = await make();
    status = 500;
    await capture("slow@example.org");
    await deliverWebhooks(deps);
    deps.clock.advance(6 * 24 * 3_600_000);
    await deliverWebhooks(deps);
    expect((await getWebhookEndpoint(deps, site.workspaceId, silent)).state).toBe("disabled");
  });

  it("follows no redirect and can be tried by hand", async () => {
    const { id, secret } = await make();
    status = 302;
    const named = { workspaceId: site.workspaceId, endpointId: id };
    expect(await testWebhookEndpoint(app().deps, named)).toMatchObject({
      state: "failed",
      attempts: 1,
      status: 302,
    });
    status = 200;
    expect(await testWebhookEndpoint(app().deps, named)).toMatchObject({ state: "delivered", status: 200 });
    expect(JSON.parse(received.at(-1)?.body ?? "")).toMatchObject({ type: "endpoint.test" });
    expect(signaturesOf(secret, received.at(-1) as Received)).toBe(true);
  });

  it("changes its secret with a day in which both sign", async () => {
    const { deps } = app();
    const { id, secret: old } = await make();
    const named = { workspaceId: site.workspaceId, endpointId: id };
    const { secret } = await rotateWebhookSecret(deps, site.owner, named);
    await testWebhookEndpoint(deps, named);
    expect([
      signaturesOf(old, received[0] as Received),
      signaturesOf(secret, received[0] as Received),
    ]).toEqual([true, true]);
    deps.clock.advance(86_400_001);
    await testWebhookEndpoint(deps, named);
    expect([
      signaturesOf(old, received[1] as Received),
      signaturesOf(secret, received[1] as Received),
    ]).toEqual([false, true]);
  });

  it("keeps its log for 30 days", async () => {
    const { id } = await make();
    await testWebhookEndpoint(app().deps, { workspaceId: site.workspaceId, endpointId: id });
    app().deps.clock.advance(31 * 86_400_000);
    await removeOldDeliveries(app().deps);
    expect(await log(id)).toEqual([]);
  });
});
