import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { memoryEnvironment, memoryFlags } from "../../../scripts/lib/memory-bounds.mjs";
import { freePort } from "../db/mariadb";

export const sourceRoot = path.resolve(import.meta.dirname, "../../..");

export interface ServerProcess {
  origin: string;
  port: number;
  folder: string;
  env: Record<string, string>;
  pid: number;
  /** Everything the server printed so far. */
  output(): string;
  /** Resident memory in bytes. */
  rss(): number;
  /** kill -9, as a power cut would. */
  kill(): Promise<void>;
  /** SIGTERM, and waits for a clean end. */
  stop(): Promise<number | null>;
  /** Starts the same instance again on the same data and port. */
  restart(env?: Record<string, string>): Promise<void>;
  /** Ends the process and removes its data. */
  remove(): Promise<void>;
  /** Runs a foyer command against the same data. */
  foyer(...args: string[]): { status: number | null; stdout: string; stderr: string };
  /** Origin of a site: http://SLUG.localhost:PORT */
  site(slug: string): string;
}

export interface ServerOptions {
  /** Go to Node itself. */
  nodeOptions?: readonly string[];
  /** A data folder of which it gets a copy; without, it begins with nothing. */
  dataLike?: string;
}

/** Starts the built server as its own process on a free port with data of its own. */
export async function startServerProcess(
  env: Record<string, string> = {},
  { nodeOptions = [], dataLike }: ServerOptions = {},
): Promise<ServerProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-server-"));
  if (dataLike) cpSync(dataLike, folder, { recursive: true });
  const port = await freePort();
  const own: Record<string, string> = {
    PORT: String(port),
    FOYER_DATA: folder,
    DATABASE_URL: `sqlite:${path.join(folder, "foyer.db")}`,
    FOYER_DEMO: "0",
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
    ...env,
  };
  const clean: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: "UTC",
  };
  let child: ChildProcess;
  let printed = "";

  const ended = () =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve(child.exitCode)
      : new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));

  async function boot(): Promise<void> {
    printed = "";
    child = spawn(
      process.execPath,
      [...memoryFlags, ...nodeOptions, path.join(sourceRoot, "scripts/serve.mjs")],
      { cwd: sourceRoot, env: { ...memoryEnvironment, ...clean, ...own }, stdio: ["ignore", "pipe", "pipe"] },
    );
    const keep = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${printed}`);
      const up = await fetch(`http://localhost:${port}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server did not come up in 30 s:\n${printed}`);
  }

  await boot();
  return {
    origin: `http://localhost:${port}`,
    port,
    folder,
    env: own,
    get pid() {
      return child.pid ?? 0;
    },
    output: () => printed,
    rss() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended();
    },
    stop() {
      child.kill("SIGTERM");
      return ended();
    },
    async restart(changes = {}) {
      Object.assign(own, changes);
      await boot();
    },
    async remove() {
      child.kill("SIGKILL");
      await ended();
      rmSync(folder, { recursive: true, force: true });
    },
    foyer(...args) {
      const result = spawnSync(process.execPath, [path.join(sourceRoot, "scripts/foyer.mjs"), ...args], {
        cwd: sourceRoot,
        env: { ...clean, ...own },
        encoding: "utf8",
      });
      return { status: result.status, stdout: result.stdout, stderr: result.stderr };
    },
    site: (slug) => `http://${slug}.localhost:${port}`,
  };
}
