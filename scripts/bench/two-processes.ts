import { cpus } from "node:os";
import { startServerProcess } from "../../app/testing/process/server-process";
import { boundCores } from "./core-share";
import { processorMicros } from "./memory";
import { type Stage, settle } from "./stage";
import { runWrk, type WrkTarget } from "./wrk";

/** One core for each process and one for each load: below that a second process only takes from the first. */
const coresNeeded = 4;
const scales = 1.7;

/**
 * A page from two processes that share a database, each with its own load, against the same from one. Where there are
 * fewer cores than that takes, each process is held to its share of them, alone as well as beside the other.
 */
export async function benchTwoProcesses(stage: Stage): Promise<void> {
  const { database, server, workspace, seconds } = stage;
  if (database.kind === "sqlite") {
    console.log("sqlite   two processes: the embedded database is for one process; see mariadb");
    return;
  }
  const second = await startServerProcess({ ...database.env, TRUSTED_PROXIES: "127.0.0.1/32" });
  const cores = cpus().length;
  const bounds: (() => void)[] = [];
  try {
    const at = (port: number): WrkTarget => ({
      url: `http://127.0.0.1:${port}/`,
      headers: { Host: `${workspace.slug}.localhost:${port}`, "accept-encoding": "gzip, br" },
      seconds,
    });
    const [first, other] = [at(server.port), at(second.port)];
    for (const target of [first, other]) await runWrk({ ...target, seconds: 2 });
    const share = cores / coresNeeded / 2;
    if (cores < coresNeeded) {
      for (const { pid } of [server, second]) {
        const lift = boundCores(pid, share);
        if (lift) bounds.push(lift);
      }
    }
    const held =
      bounds.length > 0
        ? `each held to ${share} of a core, so that ${cores} cores do for both, their load and what else runs`
        : cores >= coresNeeded
          ? `${cores} cores for servers and load`
          : `${cores} cores shared by two servers and their load, and no control groups to hold them: not judged`;
    const cost = async (run: () => Promise<{ answers: number }[]>) => {
      const used = () => processorMicros(server.pid) + processorMicros(second.pid);
      const before = used();
      const runs = await run();
      return (
        (used() - before) /
        Math.max(
          1,
          runs.reduce((sum, { answers }) => sum + answers, 0),
        )
      );
    };
    let [alone, both] = [0, 0];
    const aloneMicros = await cost(async () => {
      const run = await runWrk(first);
      alone = run.perSecond;
      return [run];
    });
    await settle();
    const bothMicros = await cost(async () => {
      const runs = await Promise.all([runWrk(first), runWrk(other)]);
      both = runs.reduce((sum, { perSecond }) => sum + perSecond, 0);
      const lost = runs.reduce((sum, { refused, broken }) => sum + refused + broken, 0);
      if (lost > 0) stage.fail(`two processes: ${lost} answers refused or broken`);
      return runs;
    });
    const words = `at least ${scales} of one process`;
    const fair = cores >= coresNeeded || bounds.length > 0;
    stage.add({
      name: "hosted page, two processes",
      value: both,
      unit: "requests/s",
      reference: { name: "one process", value: alone },
      ...(fair ? { target: { words, met: both / alone >= scales } } : {}),
      note: `${bothMicros.toFixed(0)} µs of processor each, ${aloneMicros.toFixed(0)} with one process; ${held}`,
    });
  } finally {
    for (const lift of bounds) lift();
    await second.remove();
  }
}
