import path from "node:path";
import { parseArgs } from "node:util";
import { type DatabaseKind, openLiveDatabase } from "../../app/testing/crash/live-database";
import { makeLiveWorkspace, withInstance } from "../../app/testing/crash/live-workspace";
import { startServerProcess } from "../../app/testing/process/server-process";
import { benchArchives } from "./archives";
import { benchBeacons } from "./beacons";
import { benchCampaigns } from "./campaigns";
import { newRun, printFigure, type Run, writeRun } from "./figure";
import { benchLeads } from "./leads";
import { benchManyPages } from "./many-pages";
import { watchMemory } from "./memory";
import { benchPages } from "./pages";
import { benchReports } from "./reports";
import { benchRetention } from "./retention";
import type { Stage } from "./stage";
import { benchTwoProcesses } from "./two-processes";

const parts: Record<string, (stage: Stage) => Promise<void>> = {
  pages: benchPages,
  two: benchTwoProcesses,
  leads: benchLeads,
  beacons: benchBeacons,
  reports: benchReports,
  campaigns: benchCampaigns,
  archives: benchArchives,
  retention: benchRetention,
  many: benchManyPages,
};

const memoryTargetMb = 300;
const help = `Usage: npm run bench -- [PART ...] [--database sqlite|mariadb] [--seconds 8] [--profile FOLDER]
Parts: ${Object.keys(parts).join(" ")}`;

interface Options {
  chosen: string[];
  seconds: number;
  /** Where the server leaves a CPU profile when it ends. */
  profile?: string;
}

async function benchOn(
  kind: DatabaseKind,
  run: Run,
  { chosen, seconds, profile }: Options,
): Promise<string[]> {
  const failures: string[] = [];
  const database = await openLiveDatabase(kind);
  const spare = await openLiveDatabase(kind);
  run.durability[kind] = database.durability;
  console.log(`\n${kind}: ${database.durability}`);
  const server = await startServerProcess(
    { ...database.env, TRUSTED_PROXIES: "127.0.0.1/32" },
    { nodeOptions: profile ? ["--cpu-prof", `--cpu-prof-dir=${path.resolve(profile)}`] : [] },
  );
  const memory = watchMemory(() => server.pid);
  const add: Stage["add"] = (figure) => {
    run.figures.push({ database: kind, ...figure });
    printFigure({ database: kind, ...figure });
  };
  const fail: Stage["fail"] = (what) => {
    failures.push(`${kind}: ${what}`);
    console.log(`FAIL ${what}`);
  };
  try {
    await withInstance({ ...server.env, ...spare.env }, async () => undefined);
    const workspace = await makeLiveWorkspace(server.env, "bakery");
    for (const part of chosen) {
      memory.reset();
      try {
        await parts[part]?.({ database, spare, server, workspace, memory, seconds, add, fail });
      } catch (error) {
        fail(`${part}: ${(error as Error).message}`);
      }
      // A part with servers of its own tells of their memory itself.
      if (memory.mostMb === 0) continue;
      const words = `under ${memoryTargetMb} MB`;
      add({
        name: `  server's memory during ${part}`,
        value: memory.mostMb,
        unit: "MB at most",
        target: { words, met: memory.mostMb < memoryTargetMb },
      });
    }
    const printed = server
      .output()
      .split("\n")
      .filter((line) => /"level":(50|60)/.test(line));
    if (printed.length > 0) fail(`the server logged ${printed.length} errors, first: ${printed[0]}`);
  } finally {
    memory.stop();
    if (profile) await server.stop();
    await server.remove();
    await database.remove();
    await spare.remove();
  }
  return failures;
}

/** Measures and prints; 0 when every target is met and nothing was lost. */
export async function runBenchmarks(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      database: { type: "string" },
      seconds: { type: "string", default: "8" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
  const kinds = (values.database?.split(",") ?? ["sqlite", "mariadb"]) as DatabaseKind[];
  if (values.help || chosen.some((part) => !parts[part])) {
    console.log(help);
    return values.help ? 0 : 2;
  }
  const run = newRun();
  console.log(
    `${run.machine.cpus} × ${run.machine.model}, Node ${run.machine.node}; load and server share them.`,
  );
  const failures: string[] = [];
  const options = { chosen, seconds: Number(values.seconds), profile: values.profile };
  for (const kind of kinds) failures.push(...(await benchOn(kind, run, options)));
  const missed = run.figures.filter((figure) => figure.target && !figure.target.met);
  const root = path.resolve(import.meta.dirname, "../..");
  console.log(`\nWritten to ${path.relative(root, writeRun(root, run))}`);
  console.log(`${run.figures.length} figures, ${missed.length} targets missed, ${failures.length} failures`);
  for (const { database, name, target } of missed) console.log(`MISS ${database} ${name}: ${target?.words}`);
  for (const failure of failures) console.log(`FAIL ${failure}`);
  return missed.length + failures.length === 0 ? 0 : 1;
}
