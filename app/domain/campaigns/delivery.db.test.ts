import { authenticate } from "mailauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import type { ServerDeps } from "~/server/server-deps";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "~/testing/factories/test-campaign";
import { naughtyStrings } from "~/testing/naughty-strings";
import { type SmtpSink, startSmtpSink } from "~/testing/smtp/smtp-sink";
import { dkimKeyText } from "../senders/sending-domain";
import { suppressAddress } from "../suppression/suppress-address.server";
import { countDeliveries } from "./count-deliveries.server";
import { type DeliveryEngine, startDeliveryEngine } from "./delivery-engine.server";
import { getCampaign } from "./get-campaign.server";
import { startDelivery } from "./start-delivery.server";

let sink: SmtpSink;
let instance: TestInstance;
let deps: ServerDeps;
let engine: DeliveryEngine;

beforeAll(async () => {
  sink = await startSmtpSink();
  instance = await openTestInstance({ SMTP_URL: sink.url });
  deps = assembleServerDeps(instance.deps);
  engine = startDeliveryEngine(deps, { transport: deps.transport, gates: deps.gates });
});
afterAll(async () => {
  await engine?.stop();
  await instance?.close();
  await sink?.close();
});

let workspaces = 0;
async function writer() {
  workspaces += 1;
  return makeTestWriter(deps, `writer-${workspaces}`);
}

async function untilSent(workspaceId: string, campaignId: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await getCampaign(deps, workspaceId, campaignId)).state === "sent") return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The campaign was not sent in time");
}

const to = (email: string) => {
  const found = sink.messages.find((message) => message.to.includes(email));
  if (!found) throw new Error(`Nothing arrived for ${email}`);
  return found;
};

const headers = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n"));
const countHeader = (raw: string, name: string) =>
  headers(raw).match(new RegExp(`^${name}:`, "gim"))?.length ?? 0;

describe("a campaign", () => {
  it("reaches everybody once, and the states add up at every instant [email.contact]", async () => {
    const own = await writer();
    const people = Array.from({ length: 120 }, (_, index) => ({ email: `p${index}@many.example` }));
    const leads = await insertTestLeads(deps, own.workspaceId, people);
    for (const lead of leads.slice(0, 7)) {
      await suppressAddress(deps, system, {
        workspaceId: own.workspaceId,
        addressHash: lead.addressHash,
        reason: "unsubscribe",
        source: "page",
      });
    }
    await insertTestLeads(deps, own.workspaceId, [{ email: "nobasis@many.example" }], { mail: false });
    const { id: campaignId } = await makeTestCampaign(deps, own);
    const started = await startDelivery(deps, system, { workspaceId: own.workspaceId, campaignId });
    expect(started).toMatchObject({ candidates: 121, excluded: { suppressed: 7, no_basis: 1 } });
    for (let looks = 0; looks < 10; looks += 1) {
      const { candidates, states } = await countDeliveries(deps, own.workspaceId, campaignId);
      expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(candidates);
      expect((await getCampaign(deps, own.workspaceId, campaignId)).candidates).toBe(121);
      expect(candidates).toBe(121);
    }
    await untilSent(own.workspaceId, campaignId);
    const counts = await countDeliveries(deps, own.workspaceId, campaignId);
    expect(counts.states).toMatchObject({ sent: 113, excluded: 8, prepared: 0, sending: 0, unknown: 0 });
    const got = [...sink.countByRecipient()].filter(([address]) => address.endsWith("@many.example"));
    expect(got).toHaveLength(113);
    expect(got.every(([, times]) => times === 1)).toBe(true);
    const again = await startDelivery(deps, system, { workspaceId: own.workspaceId, campaignId });
    expect(again).toMatchObject({ state: "sent", states: { sent: 113 } });
  });

  it("carries each list header once, signed, with a text part and the postal address [email.optout]", async () => {
    const own = await writer();
    await insertTestLeads(deps, own.workspaceId, [
      { email: "dora@single.example", name: "Dora", fields: { City: "Köln" } },
    ]);
    const { id: campaignId } = await makeTestCampaign(deps, own);
    await startDelivery(deps, system, { workspaceId: own.workspaceId, campaignId });
    await untilSent(own.workspaceId, campaignId);
    const { raw, from } = to("dora@single.example");
    expect(from).toBe("news@harbour.example");
    expect(countHeader(raw, "List-Unsubscribe")).toBe(1);
    expect(countHeader(raw, "List-Unsubscribe-Post")).toBe(1);
    expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/u\/[\w-]{1,120}>\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(raw).toMatch(/^Feedback-ID: \w+:\w+:campaign:foyer\r$/m);
    const mail = await sink.parse(to("dora@single.example"));
    const delivery = await deps.db
      .selectFrom("deliveries")
      .select("id")
      .where("campaign_id", "=", campaignId)
      .executeTakeFirstOrThrow();
    expect(mail.messageId).toBe(`<${delivery.id.toLowerCase()}@harbour.example>`);
    expect(mail.subject).toBe("Hello Dora");
    expect(mail.text).toContain("Hello Dora, your city is Köln.");
    expect(mail.text).toContain("20457 Hamburg");
    expect(mail.html).toContain("20457 Hamburg");
    expect(mail.html).toContain("https://shop.example/offer?who=Dora");
    expect(mail.html).not.toMatch(/\/o\/|\/c\//);

    const domain = await deps.db
      .selectFrom("sending_domains")
      .selectAll()
      .where("workspace_id", "=", own.workspaceId)
      .executeTakeFirstOrThrow();
    const verdict = await authenticate(Buffer.from(raw, "utf8"), {
      ip: "192.0.2.1",
      helo: "mail.harbour.example",
      sender: "news@harbour.example",
      resolver: async (name: string, type: string) => {
        if (type === "TXT" && name === `${domain.selector}._domainkey.harbour.example`) {
          return [[`v=DKIM1; k=rsa; p=${dkimKeyText(domain.dkim_public)}`]];
        }
        throw Object.assign(new Error("no such record"), { code: "ENOTFOUND" });
      },
    });
    const [signature] = verdict.dkim.results;
    expect(signature?.status).toMatchObject({ result: "pass" });
    const { signingHeaders } = signature as unknown as { signingHeaders: { keys: string } };
    const signed = signingHeaders.keys.toLowerCase();
    expect(signed).toContain("list-unsubscribe:");
    expect(signed).toContain("list-unsubscribe-post");
  });

  it("tracks who agreed, and nobody who refused or was never asked [email.beacon]", async () => {
    const own = await writer();
    await insertTestLeads(deps, own.workspaceId, [{ email: "yes@track.example" }], { tracking: true });
    await insertTestLeads(deps, own.workspaceId, [{ email: "no@track.example" }], { tracking: false });
    await insertTestLeads(deps, own.workspaceId, [{ email: "unasked@track.example" }]);
    const { id: campaignId } = await makeTestCampaign(deps, own);
    await startDelivery(deps, system, { workspaceId: own.workspaceId, campaignId });
    await untilSent(own.workspaceId, campaignId);
    const html = async (email: string) => (await sink.parse(to(email))).html || "";
    expect(await html("yes@track.example")).toMatch(/<img src="http:\/\/localhost:3000\/o\/[\w-]+\.gif"/);
    expect(await html("yes@track.example")).not.toContain("https://shop.example");
    for (const email of ["no@track.example", "unasked@track.example"]) {
      expect(await html(email)).not.toMatch(/\/o\/|\/c\//);
      expect(await html(email)).toContain("https://shop.example/terms");
    }
  });

  it("takes every hostile name as text, in subject, HTML, text and headers", async () => {
    const own = await writer();
    const people = naughtyStrings.map((name, index) => ({
      email: `n${index}@naughty.example`,
      name: name.slice(0, 200),
    }));
    people.push({ email: "crlf@naughty.example", name: "A\r\nBcc: victim@example.org\r\n\r\nbody" });
    people.push({ email: "slot@naughty.example", name: "{{unsubscribe_url}}{{@link:0}}" });
    await insertTestLeads(deps, own.workspaceId, people);
    const { id: campaignId } = await makeTestCampaign(deps, own);
    await startDelivery(deps, system, { workspaceId: own.workspaceId, campaignId });
    await untilSent(own.workspaceId, campaignId);
    const arrived = sink.messages.filter((message) => message.to[0]?.endsWith("@naughty.example"));
    expect(arrived).toHaveLength(people.length);
    for (const message of arrived) {
      expect(message.to).toHaveLength(1);
      expect(countHeader(message.raw, "Bcc")).toBe(0);
      expect(countHeader(message.raw, "Subject")).toBe(1);
      expect(countHeader(message.raw, "List-Unsubscribe")).toBe(1);
      const mail = await sink.parse(message);
      expect(mail.html).not.toMatch(/<(?:script|iframe|svg|img|input|a href="(?!https?:))/i);
      expect(mail.html || "").toContain("<p>Hello ");
    }
  });
});
