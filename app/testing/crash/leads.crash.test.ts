import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServerProcess, startServerProcess } from "../process/server-process";
import { type HostedForm, type LeadLoad, moreLeads, readHostedForm, send, startLeadLoad } from "./lead-load";
import { type DatabaseKind, type LiveDatabase, openLiveDatabase } from "./live-database";
import { makeLiveWorkspace } from "./live-workspace";
import { between, pause, seededRandom } from "./seeded-random";

const kinds: DatabaseKind[] = ["sqlite", "mariadb"];
const kills = 6;

describe.each(kinds)("leads that arrive while things break, on %s", (kind) => {
  let database: LiveDatabase;
  let server: ServerProcess;
  let running: LeadLoad | undefined;

  const arriving = (form: HostedForm, people: string): LeadLoad => {
    running = startLeadLoad(form, 24, people);
    return running;
  };

  beforeAll(async () => {
    database = await openLiveDatabase(kind);
    server = await startServerProcess({ ...database.env, TRUSTED_PROXIES: "127.0.0.1/32" });
    await makeLiveWorkspace(server.env, "bakery");
  });
  afterAll(async () => {
    await running?.stop();
    await server?.remove();
    await database?.remove();
  });

  /** Every acknowledged person is there with the ids of the answer, and nobody is there twice. */
  async function expectAllKept(
    people: string,
    acknowledged: ReadonlyMap<string, { id: string; leadId: string }>,
  ) {
    const leads = await database.query(`select id, email from leads where email like '%@${people}'`);
    const submissions = await database.query(
      `select s.id, l.email from submissions s join leads l on l.workspace_id = s.workspace_id and l.id = s.lead_id
       where l.email like '%@${people}'`,
    );
    const leadOf = new Map(leads.map((row) => [String(row.email), String(row.id)]));
    const submissionOf = new Map(submissions.map((row) => [String(row.email), String(row.id)]));
    const lost = [...acknowledged].filter(
      ([email, said]) =>
        !said.leadId.endsWith(leadOf.get(email) ?? "-") || !said.id.endsWith(submissionOf.get(email) ?? "-"),
    );
    expect(lost).toEqual([]);
    expect(leadOf.size, "one lead for each person").toBe(leads.length);
    expect(submissionOf.size, "one submission for each person").toBe(submissions.length);
    const proofs = await database.count(
      `select count(*) c from leads l where l.email like '%@${people}' and not exists (select 1 from consents c
       where c.workspace_id = l.workspace_id and c.lead_id = l.id and c.purpose = 'mail' and c.act = 'granted')`,
    );
    expect(proofs, "leads without the proof of their consent").toBe(0);
  }

  it(`[leads.capture] keeps every acknowledged lead through ${kills} kills of the server`, async () => {
    const random = seededRandom(kind === "sqlite" ? 11 : 12);
    const load = arriving(await readHostedForm(server.port, "bakery"), "killed.example");
    for (let kill = 0; kill < kills; kill += 1) {
      await moreLeads(load, 10);
      await pause(between(random, 0, 500));
      await server.kill();
      await server.restart();
    }
    await moreLeads(load, 10);
    await load.stop();
    await load.repeatUnanswered();
    expect([...load.statuses.keys()].filter((status) => status !== 201 && status !== 503)).toEqual([]);
    await expectAllKept("killed.example", load.acknowledged);
  });

  // An embedded database cannot be away while its server lives.
  if (kind === "sqlite") return;

  it("[leads.capture] says 503 while the database is killed, keeps what it acknowledged, and goes on when it is back", async () => {
    const random = seededRandom(13);
    const form = await readHostedForm(server.port, "bakery");
    const load = arriving(form, "outage.example");
    for (let outage = 0; outage < 3; outage += 1) {
      await pause(between(random, 0, 600));
      await database.kill?.();
      await pause(between(random, 200, 600));
      const page = await send(new Agent(), { ...form, action: "/" }, "GET");
      expect(page.status, "published pages are served while the database is away").toBe(200);
      await database.restart?.();
      await moreLeads(load, 20);
    }
    await load.stop();
    await load.repeatUnanswered();
    expect(load.statuses.get(503), "refusals while the database was away").toBeGreaterThan(0);
    expect([...load.statuses.keys()].filter((status) => status !== 201 && status !== 503)).toEqual([]);
    expect([...load.retryAfter].every((seconds) => Number(seconds) > 0)).toBe(true);
    await expectAllKept("outage.example", load.acknowledged);
  });
});
