import SMTPConnection from "nodemailer/lib/smtp-connection";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countDeliveries } from "~/domain/campaigns/count-deliveries.server";
import { startDeliveryEngine } from "~/domain/campaigns/delivery-engine.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { readReturnLocalPart, returnLocalPart } from "~/domain/campaigns/return-address.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { createTopic } from "~/domain/consent/create-topic.server";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "~/testing/factories/test-campaign";
import { type SmtpSink, startSmtpSink } from "~/testing/smtp/smtp-sink";
import { assembleServerDeps } from "./assemble.server";
import { type BounceListener, openBounceListener } from "./bounce-listener.server";
import type { ServerDeps } from "./server-deps";

let sink: SmtpSink;
let instance: TestInstance;
let deps: ServerDeps;
let listener: BounceListener;
let made = 0;

beforeAll(async () => {
  sink = await startSmtpSink();
  instance = await openTestInstance({ SMTP_URL: sink.url, BOUNCE_LISTEN: "127.0.0.1:0/bounces.example" });
  deps = assembleServerDeps(instance.deps);
  listener = (await openBounceListener(deps)) as BounceListener;
});
afterAll(async () => {
  await listener?.close();
  await instance?.close();
  await sink?.close();
});

/** A campaign that went out; what the relay saw of it. */
async function sent(options: { topic?: boolean } = {}) {
  made += 1;
  const own = await makeTestWriter(deps, `bounces-${made}`);
  const { workspaceId } = own;
  const email = `p${made}@people.example`;
  await insertTestLeads(deps, workspaceId, [{ email }]);
  const topicId = options.topic
    ? (await createTopic(deps, system, { workspaceId, name: "News", description: "" })).id
    : "";
  const { id: campaignId } = await makeTestCampaign(deps, own, { topicId });
  await startDelivery(deps, system, { workspaceId, campaignId });
  const engine = startDeliveryEngine(deps, { transport: deps.transport, gates: deps.gates });
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await getCampaign(deps, workspaceId, campaignId)).state === "sent") break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await engine.stop();
  const message = sink.messages.find(({ to }) => to.includes(email));
  const [, unsubscribe = ""] =
    /^List-Unsubscribe: <http[^>]+>, <mailto:([^>?]+)/m.exec(message?.raw ?? "") ?? [];
  return {
    from: message?.from ?? "",
    unsubscribe,
    topicId,
    marks: async () => (await countDeliveries(deps, workspaceId, campaignId)).marks,
    stopped: () =>
      deps.db
        .selectFrom("suppressions")
        .select(["reason", "topic_id"])
        .where("workspace_id", "=", workspaceId)
        .execute(),
  };
}

function deliver(to: string, raw: string, from = ""): Promise<string> {
  const connection = new SMTPConnection({ host: "127.0.0.1", port: listener.port, ignoreTLS: true });
  return new Promise((resolve, reject) => {
    connection.on("error", reject);
    connection.connect(() =>
      connection.send({ from, to: [to] }, raw, (error, info) => {
        connection.quit();
        resolve(error ? `refused ${error.responseCode}` : (info.response ?? ""));
      }),
    );
  });
}

const report = (status: string) =>
  `From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: ${status}\r\n\r\n--x--\r\n`;

describe("a return address", () => {
  it("names one delivery, survives capitals, fits a local part, and cannot be made by others", () => {
    const named = { kind: "bounce", workspaceId: deps.ids.next(), deliveryId: deps.ids.next() } as const;
    const local = returnLocalPart(deps, named);
    expect(local.length).toBeLessThanOrEqual(64);
    expect(readReturnLocalPart(deps, local.toUpperCase())).toEqual(named);
    expect(readReturnLocalPart(deps, `u${local.slice(1)}`)).toBeUndefined();
    for (const wrong of ["", "b", "postmaster", `${local}a`, local.slice(0, -1), local.replace(/.$/, "1")]) {
      expect(readReturnLocalPart(deps, wrong), wrong).toBeUndefined();
    }
  });
});

describe("the bounce listener", () => {
  it("notes a bounce that comes back to the address of its message, and the person is not written to again", async () => {
    const { from, marks, stopped } = await sent();
    expect(from).toMatch(/^b[a-z2-7]{61}@bounces\.example$/);
    expect(await deliver(from, report("5.1.1"))).toContain("Noted");
    expect(await deliver(from, report("5.1.1"))).toContain("Noted");
    expect((await marks()).bounced).toBe(1);
    expect(await stopped()).toMatchObject([{ reason: "bounce", topic_id: "" }]);
  });

  it("notes a full mailbox without giving the address up, and takes no out-of-office note for a bounce", async () => {
    const full = await sent();
    await deliver(full.from, report("5.2.2"));
    expect([(await full.marks()).bounced, await full.stopped()]).toEqual([1, []]);
    const away = await sent();
    await deliver(
      away.from,
      "From: p@people.example\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nBack soon.",
    );
    expect((await away.marks()).bounced).toBe(0);
  });

  it("unsubscribes whoever writes to the address in List-Unsubscribe: from the topic, where there is one [email.optout]", async () => {
    const all = await sent();
    await deliver(
      all.unsubscribe,
      "From: p@people.example\r\nSubject: unsubscribe\r\n\r\n",
      "p@people.example",
    );
    expect(await all.stopped()).toMatchObject([{ reason: "unsubscribe", topic_id: "" }]);
    expect((await all.marks()).unsubscribed).toBe(1);
    const topic = await sent({ topic: true });
    await deliver(topic.unsubscribe, "Subject: unsubscribe\r\n\r\n");
    expect(await topic.stopped()).toMatchObject([{ topic_id: topic.topicId }]);
  });

  it("is no relay: other addresses, other domains and forged ones are refused", async () => {
    const { from } = await sent();
    const local = from.split("@")[0] ?? "";
    for (const to of [
      "postmaster@bounces.example",
      `${local}@elsewhere.example`,
      `${local.replace(/..$/, "aa")}@bounces.example`,
    ]) {
      expect(await deliver(to, report("5.1.1")), to).toBe("refused 550");
    }
  });
});
