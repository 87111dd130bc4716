import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceRoot, startServerProcess } from "../process/server-process";
import { type AgedWorkspace, makeAgedWorkspaces } from "./aged-workspaces";
import { type DatabaseKind, type LiveDatabase, openLiveDatabase } from "./live-database";
import { between, pause, seededRandom } from "./seeded-random";

const people = 300;
/** A run takes a second to begin: more kills would find nothing else. */
const plans: { kind: DatabaseKind; seed: number; kills: number }[] = [
  { kind: "sqlite", seed: 31, kills: 3 },
  { kind: "mariadb", seed: 32, kills: 2 },
];

describe.each(plans)("a retention run that is killed, on $kind", ({ kind, seed, kills }) => {
  let database: LiveDatabase;
  let env: Record<string, string>;
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-aged-"));
  let workspaces: Record<"told" | "untold" | "held", AgedWorkspace>;

  beforeAll(async () => {
    database = await openLiveDatabase(kind);
    env = { FOYER_DATA: folder, SMTP_URL: "smtp://127.0.0.1:9", LOG_LEVEL: "error", ...database.env };
    workspaces = await makeAgedWorkspaces(env, people);
  });
  afterAll(async () => {
    await database?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = (rest: string) => database.count(`select count(*) c from ${rest}`);
  const of = ({ id }: AgedWorkspace) => `workspace_id = '${id}'`;
  const filesOf = ({ id }: AgedWorkspace) => readdirSync(path.join(folder, "files", id)).length;

  async function whatIsThere(workspace: AgedWorkspace) {
    const rows = await database.query(`select id from leads where ${of(workspace)} order by id`);
    return {
      people: rows.map((row) => String(row.id)),
      visits: await count(`visits where ${of(workspace)}`),
      files: await count(`lead_files where ${of(workspace)}`),
      bytes: filesOf(workspace),
    };
  }
  /** How many batches are still to come, as far as rows tell. */
  const batchesLeft = async () =>
    (await count(`visits where ${of(workspaces.told)}`)) / 500 +
    (await count(`leads where ${of(workspaces.told)}`)) / 50;

  const foyer = (...words: string[]): ChildProcess =>
    spawn(process.execPath, [path.join(sourceRoot, "scripts/foyer.mjs"), ...words], {
      cwd: sourceRoot,
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TZ: "UTC",
        ...env,
      },
      stdio: "ignore",
    });
  const ended = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
      else child.once("exit", resolve);
    });

  /** kill -9 as soon as it came that far; whether it was still running. */
  async function killWhen(isSo: () => Promise<boolean>, afterMs: number): Promise<boolean> {
    const child = foyer("retention", "run");
    const isOver = () => child.exitCode !== null;
    while (!isOver() && !(await isSo())) await pause(1);
    await pause(afterMs);
    child.kill("SIGKILL");
    return (await ended(child)) === null;
  }

  it("[retention.schedule] is ended by the next one: who may stay stays, all else goes, letters and entries are there once", async () => {
    const { told, untold, held } = workspaces;
    const before = { untold: await whatIsThere(untold), held: await whatIsThere(held) };
    const letters = () => count("mail_messages where subject <> ''");
    const random = seededRandom(seed);
    const all = await batchesLeft();
    const points = Array.from({ length: kills - 1 }, () => between(random, 1, Math.floor(all) - 1));
    let killed = (await killWhen(async () => (await letters()) > 0, 0)) ? 1 : 0;
    for (const point of points.sort((a, b) => b - a)) {
      const start = await batchesLeft();
      const isSo = async () => {
        const left = await batchesLeft();
        return left < start && left <= point;
      };
      if (await killWhen(isSo, between(random, 0, 8))) killed += 1;
    }
    expect(killed, "runs that were killed").toBeGreaterThanOrEqual(kills - 1);
    expect(await ended(foyer("retention", "run"))).toBe(0);

    const rest = told.resting.length;
    const stays = { people: told.resting, visits: rest, files: rest, bytes: rest };
    expect(await whatIsThere(told)).toEqual(stays);
    expect({ untold: await whatIsThere(untold), held: await whatIsThere(held) }).toMatchObject({
      untold: { people: before.untold.people },
      held: before.held,
    });
    const gone = told.people.filter((id) => !told.resting.includes(id));
    const entries = await database.query(
      "select target_id id from audit_entries where action = 'lead:delete'",
    );
    expect(entries.map(({ id }) => String(id)).sort()).toEqual(gone.sort());
    const announced = await count("audit_entries where action = 'retention:announce'");
    const ofPeople = `to_address = '${untold.owner}' and subject like '% of untold will be deleted %'`;
    expect([announced, await count(`mail_messages where ${ofPeople}`)]).toEqual([1, 1]);
    const twice = "select subject from mail_messages group by to_address, subject having count(*) > 1";
    expect(await database.query(twice), "letters sent twice").toEqual([]);
    expect(await count("outbox_events where type = 'lead.erased'"), "events").toBe(gone.length);

    const written = await letters();
    const server = await startServerProcess(env);
    while (await count("outbox_events")) await pause(20);
    await server.stop();
    expect(await whatIsThere(told)).toEqual(stays);
    expect(await letters(), "nobody is written to again").toBe(written);
    expect(await ended(foyer("audit", "verify"))).toBe(0);
  });
});
