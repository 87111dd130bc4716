import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  callApi,
  type LiveWorkspace,
  makeEmptyWorkspace,
  makeLiveWorkspace,
  startImport,
} from "../../app/testing/crash/live-workspace";
import { runFoyer } from "./run-foyer";
import { type Stage, settle } from "./stage";
import { bareInserts, countTables, growth } from "./stored-rows";

const people = 50_000;
const patienceMs = 300_000;
const root = path.resolve(import.meta.dirname, "../..");

const secondsSince = (started: number): number => (performance.now() - started) / 1000;
const megabytes = (file: string): number => statSync(file).size / 1024 / 1024;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not done after ${patienceMs / 1000} s`);
    await settle(50);
  }
}

function writePeople(file: string): void {
  const lines = ["email,name,city,company"];
  for (let n = 1; n <= people; n += 1) {
    lines.push(`person${n}@import.example,Person ${n},Bristol,"Bakery, No. ${n % 400}"`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}

async function benchImport(stage: Stage, workspace: LiveWorkspace, csv: string): Promise<void> {
  const { database, server, memory } = stage;
  writePeople(csv);
  const before = await countTables(database);
  memory.reset();
  const started = performance.now();
  const id = await startImport(server.env, workspace.id, csv);
  await until(
    async () =>
      (await database.count(
        `select count(*) c from lead_imports where id = '${id}' and state in ('done', 'failed')`,
      )) === 1,
  );
  const took = secondsSince(started);
  const stored = await database.count(`select count(*) c from leads where workspace_id = '${workspace.id}'`);
  if (stored !== people) stage.fail(`import: ${people} people in the file, ${stored} in the database`);
  const most = memory.mostMb;
  const grown = growth(before, await countTables(database));
  stage.add({
    name: "import of people from CSV",
    value: people / took,
    unit: "rows/s",
    reference: {
      name: "bare multi-row inserts",
      value: await bareInserts(database, grown, people, stage.spare),
    },
    note: `${(megabytes(csv) / took).toFixed(2)} MB/s, server at most ${most.toFixed(0)} MB`,
  });
}

async function benchExport(stage: Stage, workspace: LiveWorkspace, archive: string): Promise<void> {
  const { server, memory } = stage;
  memory.reset();
  const started = performance.now();
  const asked = await callApi(server, workspace, "POST", "/exports", {});
  let made = asked;
  await until(async () => {
    made = await callApi(server, workspace, "GET", `/exports/${asked.id}`);
    return made.state === "done" || made.state === "failed";
  });
  const took = secondsSince(started);
  if (made.state !== "done") throw new Error(`export: ${made.error}`);
  const most = memory.mostMb;
  const answer = await fetch(String(made.url), { headers: { authorization: `Bearer ${workspace.token}` } });
  writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
  stage.add({
    name: "export of a workspace",
    value: Number(made.rows_done) / took,
    unit: "rows/s",
    reference: {
      name: ownDumpName(stage),
      value: dumpRowsPerSecond(stage, await rowsOf(stage), `${archive}.dump`),
    },
    note: `${made.rows_done} rows, archive ${megabytes(archive).toFixed(1)} MB, ${(megabytes(archive) / took).toFixed(2)} MB/s, server at most ${most.toFixed(0)} MB; the dump: ${dumpSize(archive)}`,
  });
}

const rowsOf = async (stage: Stage): Promise<number> =>
  [...(await countTables(stage.database)).values()].reduce((sum, count) => sum + count, 0);

const ownDumpName = ({ database }: Stage): string =>
  database.kind === "sqlite" ? "vacuum into, all tables" : "mariadb-dump, all tables";

const dumpSize = (archive: string): string => `${megabytes(`${archive}.dump`).toFixed(1)} MB`;

/** The database's own way to get everything out. */
function dumpRowsPerSecond({ database }: Stage, rows: number, file: string): number {
  const started = performance.now();
  if (database.kind === "sqlite") {
    const script = `import { DatabaseSync } from "@photostructure/sqlite";
const [source, target] = process.argv.slice(1);
const database = new DatabaseSync(source);
database.exec("vacuum into '" + target + "'");
database.close();`;
    const args = ["--input-type=module", "-e", script, "--", database.file, file];
    const done = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    if (done.status !== 0) throw new Error(`vacuum into: ${done.stderr}`);
    return rows / secondsSince(started);
  }
  const { port } = new URL(database.env.DATABASE_URL ?? "");
  const options = ["--no-defaults", "-h127.0.0.1", `-P${port}`, "-uroot", "--single-transaction"];
  const done = spawnSync("mariadb-dump", [...options, `--result-file=${file}`, "foyer"], {
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`mariadb-dump: ${done.stderr}`);
  return rows / secondsSince(started);
}

/** `foyer import` in a process of its own, into an empty workspace. */
async function benchArchiveImport(stage: Stage, archive: string): Promise<void> {
  const { server } = stage;
  await makeEmptyWorkspace(server.env, "arrivals");
  const started = performance.now();
  const { answer, mostMb } = await runFoyer<{ rows: number }>(server.env, [
    "import",
    "--workspace",
    "arrivals",
    archive,
  ]);
  const took = secondsSince(started);
  const { rows } = answer;
  stage.add({
    name: "import of an archive",
    value: rows / took,
    unit: "rows/s",
    note: `${rows} rows, ${(megabytes(archive) / took).toFixed(2)} MB/s, at most ${mostMb.toFixed(0)} MB`,
  });
}

/** A list of people in, the whole workspace out, and in again. */
export async function benchArchives(stage: Stage): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-archive-"));
  try {
    const workspace = await makeLiveWorkspace(stage.server.env, "movers");
    const archive = path.join(folder, "archive.zip");
    await benchImport(stage, workspace, path.join(folder, "people.csv"));
    await benchExport(stage, workspace, archive);
    await benchArchiveImport(stage, archive);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
