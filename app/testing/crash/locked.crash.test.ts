import { type ChildProcess, spawn } from "node:child_process";
import { Agent } from "node:http";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ServerProcess, sourceRoot, startServerProcess } from "../process/server-process";
import { moreLeads, readHostedForm, send, startLeadLoad } from "./lead-load";
import { makeLiveWorkspace } from "./live-workspace";
import { pause } from "./seeded-random";

const script = `import { DatabaseSync } from "@photostructure/sqlite";
const database = new DatabaseSync(process.argv[1]);
for (let locked = false; !locked; ) {
  try { database.exec("begin immediate"); locked = true; } catch {}
}
process.stdout.write("locked");
process.stdin.on("end", () => database.exec("rollback")).resume();`;

/** A database shell in which somebody began to write and went for a coffee. */
async function lockFile(file: string): Promise<ChildProcess> {
  const shell = spawn(process.execPath, ["--input-type=module", "-e", script, file], {
    cwd: sourceRoot,
    stdio: ["pipe", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    shell.stdout?.once("data", resolve);
    shell.once("exit", () => reject(new Error("the shell ended")));
  });
  return shell;
}

describe("a database that another program has locked", () => {
  let server: ServerProcess;
  let shell: ChildProcess | undefined;
  const file = () => (server.env.DATABASE_URL ?? "").slice("sqlite:".length);

  beforeAll(async () => {
    server = await startServerProcess({ TRUSTED_PROXIES: "127.0.0.1/32" });
    await makeLiveWorkspace(server.env, "bakery");
  });
  afterEach(() => void shell?.kill());
  afterAll(() => server?.remove());

  const readiness = async () => {
    const answer = await fetch(`${server.origin}/readyz`);
    return { status: answer.status, ...((await answer.json()) as { ready: boolean; problems: string[] }) };
  };
  const unlock = async () => {
    const ended = new Promise((resolve) => shell?.once("exit", resolve));
    shell?.stdin?.end();
    await ended;
  };

  it("[leads.capture] refuses forms soon and says so, serves pages, loses nothing, and goes on by itself", async () => {
    const form = await readHostedForm(server.port, "bakery");
    const page = () => send(new Agent(), { ...form, action: "/" }, "GET");
    const load = startLeadLoad(form, 16, "locked.example");
    await moreLeads(load, 50);
    shell = await lockFile(file());

    // A main thread that stands still for seconds at each write answers neither so many refusals nor pages in time.
    const end = Date.now() + 60_000;
    for (let pages = 0; pages < 60 || (load.statuses.get(503) ?? 0) < 200; pages += 1) {
      if (Date.now() > end) throw new Error(`${pages} pages, ${JSON.stringify([...load.statuses])}`);
      expect((await page()).status).toBe(200);
      await pause(5);
    }
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(await readiness()).toMatchObject({
      status: 503,
      ready: false,
      problems: [expect.stringContaining("Another program has locked the database")],
    });

    await unlock();
    await moreLeads(load, 100);
    await load.stop();
    expect((await readiness()).status).toBe(200);
    expect([...load.statuses.keys()].sort()).toEqual([201, 503]);
    expect([...load.retryAfter].every((seconds) => Number(seconds) > 0)).toBe(true);
    expect(load.unanswered.size, "requests without any answer").toBe(0);

    await server.kill();
    const database = new DatabaseSync(file(), { readOnly: true });
    const kept = new Set(
      database
        .prepare("select email from leads")
        .all()
        .map((row) => String(row.email)),
    );
    database.close();
    expect([...load.acknowledged.keys()].filter((email) => !kept.has(email))).toEqual([]);
    expect(kept.size).toBe(load.acknowledged.size);
  });

  it("keeps a server from starting, and its start says what to do", async () => {
    shell = await lockFile(file());
    await expect(server.restart()).rejects.toThrow("End it there, then start again");
    await unlock();
    await server.restart();
  });
});
