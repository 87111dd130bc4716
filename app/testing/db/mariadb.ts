import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createConnection } from "mysql2/promise";
import { memoryFolder } from "../memory-folder";

export interface PrivateMariadb {
  port: number;
  /** mysql://root@127.0.0.1:PORT/ without a database name. */
  url: string;
  pid: number;
  stop(): Promise<void>;
  /** Ends the server without any farewell, as a power cut would; `restart` brings it back on the same data. */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/** Below those that the system gives to whoever asks: nobody gets it while a server that was killed comes back. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error("No port");
}

/**
 * Starts a MariaDB of our own on a free port with a fresh data folder, in memory where there is room.
 * `durable` is on the disk, flushes at each commit and keeps the doublewrite buffer, as benches and crash tests need.
 */
export async function startMariadb(options: { durable?: boolean } = {}): Promise<PrivateMariadb> {
  const folder = mkdtempSync(path.join(options.durable ? tmpdir() : memoryFolder(), "foyer-mariadb-"));
  const data = path.join(folder, "data");
  execFileSync(
    "mariadb-install-db",
    [
      "--no-defaults",
      `--datadir=${data}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
      ...(process.getuid?.() === 0 ? ["--user=root"] : []),
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await freePort();
  const socket = path.join(folder, "s.sock");
  let child: ChildProcess;

  async function boot(): Promise<void> {
    child = spawn(
      "mariadbd",
      [
        "--no-defaults",
        ...(process.getuid?.() === 0 ? ["--user=root"] : []),
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--port=${port}`,
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        "--skip-log-bin",
        "--performance-schema=off",
        "--character-set-server=utf8mb4",
        "--max-connections=400",
        ...(options.durable
          ? ["--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=1", "--innodb-log-file-size=64M"]
          : ["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-log-file-size=16M"]),
      ],
      { stdio: "ignore" },
    );
    for (let attempt = 0; attempt < 300; attempt += 1) {
      try {
        const probe = await createConnection({ socketPath: socket, user: "root" });
        await probe.query("grant all on *.* to 'root'@'127.0.0.1' identified by '' with grant option");
        await probe.end();
        return;
      } catch {
        if (child.exitCode !== null) throw new Error(`mariadbd ended with ${child.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error("mariadbd did not come up in 30 s");
  }

  const ended = () =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => child.once("exit", () => resolve()));

  await boot();
  return {
    port,
    url: `mysql://root@127.0.0.1:${port}/`,
    get pid() {
      return child.pid ?? 0;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended();
      rmSync(folder, { recursive: true, force: true });
    },
    async kill() {
      child.kill("SIGKILL");
      await ended();
    },
    restart: boot,
  };
}
