import type { LiveDatabase } from "../../app/testing/crash/live-database";
import type { LiveWorkspace } from "../../app/testing/crash/live-workspace";
import type { ServerProcess } from "../../app/testing/process/server-process";
import type { Figure } from "./figure";
import { type MemoryWatch, processorMicros } from "./memory";
import { runWrk, type WrkRun, type WrkTarget } from "./wrk";

/** What each part of the run finds ready: one server on one database, with a workspace that has a published page. */
export interface Stage {
  database: LiveDatabase;
  /** An empty, migrated database of the same kind for bare inserts. */
  spare: LiveDatabase;
  server: ServerProcess;
  workspace: LiveWorkspace;
  memory: MemoryWatch;
  seconds: number;
  add(figure: Omit<Figure, "database">): void;
  /** Says what went wrong; the run fails in the end. */
  fail(what: string): void;
}

export const atLeast = (value: number, target: number, words: string) => ({ words, met: value >= target });

export const siteHost = (stage: Stage): string => `${stage.workspace.slug}.localhost:${stage.server.port}`;

/** Until the code that runs for each request is compiled, as on a server that has been up for a while. */
export const warmUpSeconds = 8;

/** Waits until nothing more is written. */
export const settle = (ms = 1200) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Loads the server and tells besides what each answer cost it. */
export async function loadServer(stage: Stage, target: WrkTarget): Promise<WrkRun & { microsEach: number }> {
  const before = processorMicros(stage.server.pid);
  const run = await runWrk(target);
  const used = processorMicros(stage.server.pid) - before;
  return { ...run, microsEach: used / Math.max(1, run.answers) };
}

/** How long answers took and what they cost, in words. */
export const timesOf = ({ p50Ms, p99Ms, microsEach }: WrkRun & { microsEach: number }): string =>
  `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ${microsEach.toFixed(0)} µs of processor each`;
