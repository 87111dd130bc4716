import { createServer, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import type { ServerDeps } from "~/server/server-deps";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { insertTestLeads, makeTestCampaign, makeTestWriter, system } from "~/testing/factories/test-campaign";
import { type SmtpSink, startSmtpSink } from "~/testing/smtp/smtp-sink";
import { createSmtpTransport } from "../mail/smtp-transport.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { countDeliveries } from "./count-deliveries.server";
import { decideUnknown } from "./decide-unknown.server";
import { type DeliveryEngine, startDeliveryEngine } from "./delivery-engine.server";
import { findPause } from "./find-pause.server";
import { getCampaign } from "./get-campaign.server";
import { listFailed } from "./list-failed.server";
import { pauseDelivery } from "./pause-delivery.server";
import { resumeDelivery } from "./resume-delivery.server";
import { retryFailed } from "./retry-failed.server";
import { startDelivery } from "./start-delivery.server";
import { stopDelivery } from "./stop-delivery.server";

let instance: TestInstance;
let deps: ServerDeps & { clock: TestInstance["deps"]["clock"] };
beforeAll(async () => {
  instance = await openTestInstance({ SMTP_CONNECTIONS: "2" });
  deps = { ...assembleServerDeps(instance.deps), clock: instance.deps.clock };
});
afterAll(() => instance?.close());

let closers: (() => Promise<unknown>)[] = [];
let engines: DeliveryEngine[] = [];
afterEach(async () => {
  for (const engine of engines) await engine.stop();
  for (const close of closers) await close();
  closers = [];
  engines = [];
  // What a failed test left half sent must not reach the next one's mail server.
  await deps.db.updateTable("campaigns").set({ state: "stopped", finished_at: 1 }).execute();
});

async function openSink(port?: number): Promise<SmtpSink> {
  const sink = await startSmtpSink({ port });
  closers.push(() => sink.close());
  return sink;
}

function run(smtpUrl: string): DeliveryEngine {
  const transport = createSmtpTransport(smtpUrl, deps.config.origins.app);
  const engine = startDeliveryEngine(deps, { transport, gates: deps.gates });
  engines.push(engine);
  return engine;
}

let campaigns = 0;
async function prepare(people: number) {
  campaigns += 1;
  const own = await makeTestWriter(deps, `writer-${campaigns}`);
  const { workspaceId } = own;
  const leads = await insertTestLeads(
    deps,
    workspaceId,
    Array.from({ length: people }, (_, index) => ({ email: `p${index}@trouble.example` })),
  );
  const { id: campaignId } = await makeTestCampaign(deps, own);
  await startDelivery(deps, system, { workspaceId, campaignId });
  const counts = () => countDeliveries(deps, workspaceId, campaignId);
  const state = async () => (await getCampaign(deps, workspaceId, campaignId)).state;
  const ids = async () => {
    const rows = deps.db.selectFrom("deliveries").select("id").where("campaign_id", "=", campaignId);
    return (await rows.orderBy("id").execute()).map(({ id }) => id);
  };
  return { workspaceId, campaignId, leads, counts, state, ids };
}

async function until(done: () => Promise<boolean>, ms = 25_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await done())) {
    if (Date.now() > end) throw new Error("It did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const stopped = (workspaceId: string, id: string) =>
  deps.db
    .updateTable("campaigns")
    .set({ state: "stopped" })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();

const settled = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Speaks SMTP until the message has flowed, then does with the connection what the test says. */
async function startRudeServer(afterData: (socket: Socket, message: string) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    socket.write("220 rude\r\n");
    let buffer = "";
    let inData = false;
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1");
      for (let end = buffer.indexOf("\r\n"); end >= 0 && !inData; end = buffer.indexOf("\r\n")) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        inData = /^DATA/i.test(line);
        socket.write(inData ? "354 go on\r\n" : /^EHLO/i.test(line) ? "250 rude\r\n" : "250 ok\r\n");
      }
      const end = inData ? buffer.indexOf("\r\n.\r\n") : -1;
      if (end < 0) return;
      const message = buffer.slice(0, end);
      buffer = buffer.slice(end + 5);
      inData = false;
      afterData(socket, message);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

describe("while a campaign is sent", () => {
  it("somebody who unsubscribes after the audience was frozen gets nothing [email.unsubscribe]", async () => {
    const sink = await openSink();
    const { workspaceId, leads, counts, state } = await prepare(6);
    const [first] = leads;
    await suppressAddress(deps, system, {
      workspaceId,
      addressHash: first?.addressHash ?? "",
      reason: "unsubscribe",
      source: "one_click",
    });
    run(sink.url);
    await until(async () => (await state()) === "sent");
    expect(await counts()).toMatchObject({
      candidates: 6,
      states: { sent: 5, excluded: 1 },
      excluded: { suppressed: 1 },
    });
    expect(sink.countByRecipient().has("p0@trouble.example")).toBe(false);
  });

  it("a withdrawn consent keeps the message back at the last moment [email.unsolicited]", async () => {
    const sink = await openSink();
    const { workspaceId, leads, counts, state } = await prepare(3);
    await deps.db
      .updateTable("consent_states")
      .set({ state: "withdrawn" })
      .where("workspace_id", "=", workspaceId)
      .where("address_hash", "=", leads[1]?.addressHash ?? "")
      .execute();
    run(sink.url);
    await until(async () => (await state()) === "sent");
    expect((await counts()).excluded).toEqual({ consent_withdrawn: 1 });
    expect(sink.messages).toHaveLength(2);
  });

  it("a suspension stops it within two seconds, holds the rest, and a person lets it go on [aup.suspend]", async () => {
    const sink = await openSink();
    sink.onMessage = () => settled(60);
    const { workspaceId, campaignId, counts, state } = await prepare(80);
    run(sink.url);
    await sink.waitFor(10);
    const move = (standing: "suspended" | "good") =>
      deps.transact((tx) => changeStanding(deps, tx, system, { workspaceId, standing, reason: "test" }));
    await move("suspended");
    await settled(1900);
    const after = sink.messages.length;
    await settled(700);
    expect(sink.messages).toHaveLength(after);
    expect(after).toBeLessThan(80);
    expect(await state()).toBe("paused");
    expect((await counts()).states.prepared).toBe(80 - after);
    await expect(resumeDelivery(deps, system, { workspaceId, campaignId })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await move("good");
    await resumeDelivery(deps, system, { workspaceId, campaignId });
    await until(async () => (await state()) === "sent");
    expect([...sink.countByRecipient().values()].every((times) => times === 1)).toBe(true);
    expect(sink.messages).toHaveLength(80);
  }, 90_000);

  it("stopping cancels what has not left, for good", async () => {
    const sink = await openSink();
    sink.onMessage = () => settled(60);
    const { workspaceId, campaignId, counts } = await prepare(80);
    run(sink.url);
    await sink.waitFor(5);
    await stopDelivery(deps, system, { workspaceId, campaignId });
    await settled(500);
    const { state, candidates, states } = await counts();
    expect(state).toBe("stopped");
    expect(states.sent).toBe(sink.messages.length);
    expect(states.sent + states.cancelled).toBe(candidates);
    expect((await startDelivery(deps, system, { workspaceId, campaignId })).state).toBe("stopped");
    await expect(
      decideUnknown(deps, system, { workspaceId, campaignId, choice: "again" }),
    ).rejects.toMatchObject({
      code: "campaign_not_running",
    });
  });

  it("a refusal for good counts as failed and is not written to again; a busy server is tried later", async () => {
    const sink = await openSink();
    let busy = true;
    sink.onMessage = ({ to }) => {
      const refuse = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
      if (to[0] === "p0@trouble.example") throw refuse(550, "5.1.1 no such mailbox");
      if (to[0] === "p1@trouble.example" && busy) throw refuse(451, "4.3.0 busy");
    };
    const { workspaceId, leads, counts, state } = await prepare(4);
    run(sink.url);
    await until(async () => (await counts()).states.sent === 2);
    await until(async () => (await counts()).states.failed === 1);
    expect(await state()).toBe("sending");
    busy = false;
    deps.clock.advance(10_000);
    await until(async () => (await state()) === "sent");
    expect(await counts()).toMatchObject({ states: { sent: 3, failed: 1 }, failed: { refused: 1 } });
    const [bounce] = await findSuppressions(deps, workspaceId, [leads[0]?.addressHash ?? ""]);
    expect(bounce).toMatchObject({ reason: "bounce", source: "provider" });
  });

  it("a mail server that refuses the sender costs nobody the message: the campaign waits until a person lets it go on", async () => {
    const sink = await openSink();
    const refused = "5.7.1 Sender address rejected: not owned by user";
    sink.onSender = () => {
      throw Object.assign(new Error(refused), { responseCode: 553 });
    };
    const { workspaceId, campaignId, counts, state } = await prepare(30);
    run(sink.url);
    await until(async () => (await state()) === "paused");
    await until(async () => (await counts()).states.prepared === 30);
    expect(await counts()).toMatchObject({ candidates: 30, states: { failed: 0, sent: 0 } });
    const pause = await findPause(deps, workspaceId, await getCampaign(deps, workspaceId, campaignId));
    expect(pause?.senderRefused).toContain(refused);
    sink.onSender = undefined;
    await resumeDelivery(deps, system, { workspaceId, campaignId });
    await until(async () => (await state()) === "sent");
    expect([...sink.countByRecipient().values()]).toEqual(Array(30).fill(1));
    expect(await counts()).toMatchObject({ states: { sent: 30 } });
  });

  it("a connection lost after the message has flowed leaves unknown, never a repeat; a person decides", async () => {
    const taken: string[] = [];
    let rude = true;
    const url = await startRudeServer((socket, message) => {
      taken.push(message);
      if (rude) socket.destroy();
      else socket.write("250 kept\r\n");
    });
    const { workspaceId, campaignId, counts, state, ids } = await prepare(3);
    run(url);
    await until(async () => (await state()) === "sent");
    expect(await counts()).toMatchObject({ states: { unknown: 3, sent: 0 }, undecided: 3 });
    await settled(600);
    expect(taken).toHaveLength(3);
    rude = false;
    const [one = ""] = await ids();
    const decide = (choice: "again" | "leave", deliveryIds?: string[]) =>
      decideUnknown(deps, system, { workspaceId, campaignId, choice, deliveryIds });
    expect(await decide("again", [one])).toBe(1);
    await until(async () => (await state()) === "sent" && (await counts()).states.sent === 1);
    expect(taken).toHaveLength(4);
    expect(await decide("leave")).toBe(2);
    expect(await counts()).toMatchObject({ states: { sent: 1, unknown: 2 }, undecided: 0 });
    expect(await decide("again")).toBe(0);
  });

  it("what a dead process had on its way becomes unknown, and what it had claimed is sent once", async () => {
    const sink = await openSink();
    const { counts, state, ids } = await prepare(10);
    const all = await ids();
    const dead = { lease_owner: "dead-process", lease_epoch: 1, lease_until: deps.clock.now() + 50_000 };
    const abandon = (some: string[], changes: typeof dead & { state?: string }) =>
      deps.db.updateTable("deliveries").set(changes).where("id", "in", some).execute();
    await abandon(all.slice(0, 2), { ...dead, state: "sending" });
    await abandon(all.slice(2, 6), dead);
    run(sink.url);
    // A server alone on its database knows at once; one of several waits for the leases to end.
    if (process.env.DB === "mysql") {
      await until(async () => (await counts()).states.sent === 4);
      deps.clock.advance(60_000);
    }
    await until(async () => (await state()) === "sent");
    expect(await counts()).toMatchObject({ candidates: 10, states: { sent: 8, unknown: 2 } });
    expect([...sink.countByRecipient().values()]).toEqual(Array(8).fill(1));
  });

  it("names whom the mail server refused and what it said; a person has them tried again, but for who is gone", async () => {
    const sink = await openSink();
    const refuse = (text: string) => Object.assign(new Error(text), { responseCode: 550 });
    sink.onMessage = ({ to }) => {
      if (to[0] === "p0@trouble.example") throw refuse("5.1.1 no such mailbox");
      if (to[0] === "p1@trouble.example") throw refuse("5.7.26 not authenticated");
    };
    const { workspaceId, campaignId, counts, state } = await prepare(4);
    run(sink.url);
    await until(async () => (await state()) === "sent");
    const { rows, nextCursor } = await listFailed(deps, workspaceId, campaignId, { limit: 1 });
    const rest = await listFailed(deps, workspaceId, campaignId, { limit: 9, cursor: nextCursor ?? "" });
    const said = new Map([...rows, ...rest.rows].map(({ email, detail }) => [email, detail]));
    expect(said.get("p0@trouble.example")).toContain("no such mailbox");
    expect(said.get("p1@trouble.example")).toContain("not authenticated");
    sink.onMessage = undefined;
    expect(await retryFailed(deps, system, { workspaceId, campaignId })).toBe(2);
    await until(async () => (await state()) === "sent");
    expect(await counts()).toMatchObject({
      states: { sent: 3, failed: 0, excluded: 1 },
      excluded: { bounced: 1 },
    });
    expect(sink.countByRecipient().get("p1@trouble.example")).toBe(1);
    expect(sink.countByRecipient().has("p0@trouble.example")).toBe(false);
    await stopped(workspaceId, campaignId);
    await expect(retryFailed(deps, system, { workspaceId, campaignId })).rejects.toMatchObject({
      code: "campaign_not_running",
    });
  });

  it("a mail server that takes nobody for hours loses nobody and is asked more and more slowly", async () => {
    const sink = await openSink();
    let asked = 0;
    sink.onMessage = () => {
      asked += 1;
      throw Object.assign(new Error("4.7.1 too many messages, try again later"), { responseCode: 451 });
    };
    const { counts, state } = await prepare(40);
    run(sink.url);
    await until(async () => asked >= 6);
    await settled(1000);
    expect(asked).toBeLessThan(20);
    for (let hour = 0; hour < 12; hour += 1) {
      deps.clock.advance(3_600_000);
      await settled(30);
    }
    expect(await counts()).toMatchObject({ states: { failed: 0, prepared: 40 } });
    sink.onMessage = undefined;
    deps.clock.advance(2 * 3_600_000);
    await until(async () => (await state()) === "sent", 60_000);
    expect([...sink.countByRecipient().values()]).toEqual(Array(40).fill(1));
  }, 90_000);

  it("a person pauses it and lets it go on: nobody gets it meanwhile, and then everybody once", async () => {
    const sink = await openSink();
    sink.onMessage = () => settled(60);
    const { workspaceId, campaignId, leads, counts, state } = await prepare(40);
    const ref = { workspaceId, campaignId };
    const member = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "owner" } as const;
    run(sink.url);
    await sink.waitFor(5);
    await pauseDelivery(deps, member, ref);
    await settled(500);
    const before = sink.messages.length;
    expect(before).toBeLessThan(40);
    const pause = async () => findPause(deps, workspaceId, await getCampaign(deps, workspaceId, campaignId));
    expect(await pause()).toMatchObject({ byPerson: true, holds: undefined });
    await suppressAddress(deps, system, {
      workspaceId,
      addressHash: leads.find(({ email }) => !sink.countByRecipient().has(email))?.addressHash ?? "",
      reason: "unsubscribe",
      source: "one_click",
    });
    await settled(500);
    expect(sink.messages).toHaveLength(before);
    await resumeDelivery(deps, member, ref);
    await until(async () => (await state()) === "sent");
    expect(sink.messages).toHaveLength(39);
    expect([...sink.countByRecipient().values()].every((times) => times === 1)).toBe(true);
    expect(await counts()).toMatchObject({ states: { sent: 39, excluded: 1 } });
    expect(await pause()).toBeUndefined();
    await expect(pauseDelivery(deps, member, ref)).rejects.toMatchObject({ code: "campaign_not_running" });
  }, 90_000);

  it("a mail server that is away loses nobody", async () => {
    const sink = await openSink();
    const { port } = sink;
    const { counts, state } = await prepare(5);
    await sink.close();
    closers = [];
    run(sink.url);
    await settled(1500);
    expect((await counts()).states.prepared).toBe(5);
    const back = await openSink(port);
    await until(async () => (await state()) === "sent");
    expect(back.messages).toHaveLength(5);
  });
});
