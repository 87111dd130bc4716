import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface WrkRun {
  /** Answers that came. */
  answers: number;
  /** Answers with a status above 399. */
  refused: number;
  /** Connections, reads or writes that broke, and time-outs. */
  broken: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

export interface WrkTarget {
  url: string;
  headers?: Record<string, string>;
  /** Lua that defines `request`; may use `counter()`, a number that never comes twice in the run, and `address(n)`. */
  lua?: string;
  seconds: number;
}

export const connections = 64;

const prelude = `
local number = 0
function counter() number = number + 1 return number end
-- Distinct client addresses, spread over networks.
function address(n)
  return string.format("%d.%d.%d.%d", 20 + n % 180, math.floor(n / 180) % 256, math.floor(n / 46080) % 256, 7)
end
`;
const epilogue = `
function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d %d\\n", summary.requests, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
`;

/** 64 connections from one thread; wrk waits for each answer before it sends the next on that connection. */
export async function runWrk(target: WrkTarget): Promise<WrkRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-wrk-"));
  const script = path.join(folder, "load.lua");
  writeFileSync(script, prelude + (target.lua ?? "") + epilogue);
  const args = ["-t1", `-c${connections}`, `-d${target.seconds}s`, "--timeout", "10s", "-s", script];
  for (const [name, value] of Object.entries(target.headers ?? {})) args.push("-H", `${name}: ${value}`);
  const child = spawn("wrk", [...args, target.url]);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  await new Promise((resolve) => child.on("close", resolve));
  rmSync(folder, { recursive: true });
  const numbers = /RESULT (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)/.exec(output)?.slice(1).map(Number);
  if (!numbers) throw new Error(`wrk said: ${output}`);
  const [answers = 0, refused = 0, broken = 0, micros = 1, p50 = 0, p99 = 0] = numbers;
  return {
    answers,
    refused,
    broken,
    perSecond: answers / (micros / 1e6),
    p50Ms: p50 / 1000,
    p99Ms: p99 / 1000,
  };
}

/** A text as a Lua literal. */
export const luaText = (text: string): string => `[==[${text}]==]`;
