import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { callApi, makeLiveWorkspace } from "../../app/testing/crash/live-workspace";
import { watchMemory } from "./memory";
import { type Stage, settle } from "./stage";
import { bareInserts, countTables, growth } from "./stored-rows";

const people = 50_000;
const megabyte = 1024 * 1024;

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

function writeCsv(file: string): number {
  const lines = ["email,name,city,company"];
  for (let n = 1; n <= people; n += 1) {
    lines.push(`person${n}@import.example,Person ${n},Bristol,"Bakery, No. ${n % 400}"`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  return statSync(file).size;
}

interface Work {
  state: string;
  [name: string]: unknown;
}

async function waitForDone(stage: Stage, call: () => Promise<Record<string, unknown>>): Promise<Work> {
  const until = Date.now() + 300_000;
  for (;;) {
    const work = (await call()) as Work;
    if (work.state === "done" || work.state === "ready" || work.state === "failed") return work;
    if (Date.now() > until) {
      stage.fail(`not done after five minutes: ${JSON.stringify(work)}`);
      return work;
    }
    await settle(50);
  }
}

/** The database's own way to get everything out. */
function dump(stage: Stage, file: string): number {
  const { database } = stage;
  const started = performance.now();
  if (database.kind === "sqlite") {
    const copied = spawnSync("sqlite3", [database.file, `.output ${file}`, ".dump"]);
    if (copied.status === 0) return secondsSince(started);
    return Number.NaN;
  }
  const port = new URL(database.env.DATABASE_URL ?? "").port;
  const args = [
    "--no-defaults",
    "-h127.0.0.1",
    `-P${port}`,
    "-uroot",
    "--single-transaction",
    `--result-file=${file}`,
  ];
  return spawnSync("mariadb-dump", [...args, "foyer"]).status === 0 ? secondsSince(started) : Number.NaN;
}

/** A list of people in, the whole workspace out and in again. */
export async function benchArchives(stage: Stage): Promise<void> {
  const { server, database } = stage;
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-archive-"));
  try {
    const workspace = await makeLiveWorkspace(server.env, "movers");
    await importPeople(stage, workspace, path.join(folder, "people.csv"));
    const archive = path.join(folder, "archive.zip");
    await exportAll(stage, workspace, archive);
    const file = path.join(folder, "dump.sql");
    const took = dump(stage, file);
    if (took > 0) {
      const rows = [...(await countTables(database)).values()].reduce((sum, count) => sum + count, 0);
      stage.add({
        name: "the database's own dump, all tables",
        value: rows / took,
        unit: "rows/s",
        note: `${(statSync(file).size / megabyte / took).toFixed(1)} MB/s`,
      });
    }
    await importArchive(stage, archive);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
