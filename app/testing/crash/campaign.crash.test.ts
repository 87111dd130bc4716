import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRetryable } from "~db/dialects/sql/errors";
import { type ServerProcess, startServerProcess } from "../process/server-process";
import { type SmtpSink, startSmtpSink } from "../smtp/smtp-sink";
import { lookAtCampaign, watchCampaign } from "./campaign-watch";
import { type DatabaseKind, type LiveDatabase, openLiveDatabase } from "./live-database";
import { type LiveWorkspace, makeLiveWorkspace, makeRecipients, startCampaign } from "./live-workspace";
import { between, pause, seededRandom } from "./seeded-random";

const connections = 4;
const recipients = 2000;
/** So long without any change means that nobody works on the campaign any more. */
const standstillMs = 30_000;

/** Where each run breaks: thirty moments on each database. */
const plans: { kind: DatabaseKind; seed: number; serverKills: number; databaseKills: number }[] = [
  { kind: "sqlite", seed: 101, serverKills: 30, databaseKills: 0 },
  { kind: "mariadb", seed: 202, serverKills: 16, databaseKills: 14 },
];

describe.each(plans)("a campaign that is sent while things break, on $kind", (plan) => {
  let database: LiveDatabase;
  let sink: SmtpSink;
  let server: ServerProcess;
  let workspace: LiveWorkspace;

  beforeAll(async () => {
    database = await openLiveDatabase(plan.kind);
    sink = await startSmtpSink({ keepRaw: false });
    const random = seededRandom(plan.seed + 1);
    sink.onMessage = () => pause(between(random, 8, 40));
    server = await startServerProcess({
      ...database.env,
      SMTP_URL: sink.url,
      SMTP_CONNECTIONS: String(connections),
      SENDER_VERIFICATION: "off",
    });
    workspace = await makeLiveWorkspace(server.env, "bakery");
    await makeRecipients(server.env, workspace.id, recipients);
  });
  afterAll(async () => {
    await server?.remove();
    await sink?.close();
    await database?.remove();
  });

  it(`[email.contact] writes to nobody twice and loses nobody in ${plan.serverKills + plan.databaseKills} kills`, async () => {
    const random = seededRandom(plan.seed);
    const campaignId = await startCampaign(server, workspace);
    const watch = watchCampaign(database, campaignId, connections);
    const what = [
      ...Array.from({ length: plan.serverKills }, () => "server"),
      ...Array.from({ length: plan.databaseKills }, () => "database"),
    ].sort(() => random() - 0.5);
    let killsOfServer = 0;
    let interrupted = 0;
    for (const victim of what) {
      await pause(between(random, 40, 320));
      if (victim === "server") {
        await server.kill();
        killsOfServer += 1;
        const moment = await lookAtCampaign(database, campaignId);
        if (moment.byState.prepared) interrupted += 1;
        const onTheirWay = Math.max(0, ...moment.sendingByOwner.values());
        expect(onTheirWay, "on their way when the server was killed").toBeLessThanOrEqual(connections);
        await server.restart();
      } else {
        await database.kill?.();
        await pause(between(random, 0, 300));
        await database.restart?.();
      }
    }
    expect(interrupted, "kills that came while messages were waiting").toBeGreaterThanOrEqual(
      Math.ceil(killsOfServer * 0.8),
    );
    await finish(campaignId);
    await watch.stop();
    const end = await lookAtCampaign(database, campaignId);
    const { sent = 0, unknown = 0 } = end.byState;
    expect(end).toMatchObject({ state: "sent", candidates: recipients });
    expect(sent + unknown).toBe(recipients);
    expect(unknown).toBeLessThanOrEqual(connections * what.length);

    const got = sink.countByRecipient();
    expect([...got].filter(([, times]) => times > 1)).toEqual([]);
    const rows = await database.query(
      `select email, state from deliveries where campaign_id = '${campaignId}'`,
    );
    expect(rows.filter(({ state, email }) => state === "sent" && !got.has(String(email)))).toEqual([]);
    const known = new Set(rows.map(({ email }) => String(email)));
    expect([...got.keys()].filter((email) => !known.has(email))).toEqual([]);
    expect(watch.wrong).toEqual([]);
    expect(watch.looks).toBeGreaterThan(50);
  });

  /** Waits for the end, however slow the machine. Leases of killed processes are brought to their end instead of waiting minutes for it. */
  async function finish(campaignId: string): Promise<void> {
    let seen = "";
    let changedAt = Date.now();
    for (;;) {
      const { state, byState } = await lookAtCampaign(database, campaignId);
      if (state === "sent" && !byState.sending && !byState.prepared) return;
      const now = `${state} ${JSON.stringify(byState)}`;
      if (now !== seen) changedAt = Date.now();
      seen = now;
      if (Date.now() - changedAt > standstillMs) {
        const campaigns = await database.query("select state, version_id, finished_at from campaigns");
        const waiting = await database.query(
          "select state, lease_owner, count(*) n, min(run_at) due, max(lease_until) until from deliveries group by 1, 2",
        );
        throw new Error(
          `Nothing happens: ${now}\n${JSON.stringify({ campaigns, waiting, pid: server.pid, now: Date.now() })}\n${server.output()}`,
        );
      }
      if (database.kind === "mariadb") {
        const ended = database.query(
          `update deliveries set lease_until = 1 where campaign_id = '${campaignId}' and lease_until > 1
           and lease_owner not like '${server.pid}-%'`,
        );
        // The server takes messages meanwhile: what could not be locked is ended in the next round.
        await ended.catch((error) => {
          if (!isRetryable(error)) throw error;
        });
      }
      await pause(300);
    }
  }
});
