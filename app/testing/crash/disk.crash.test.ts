import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServerProcess, startServerProcess } from "../process/server-process";
import { readHostedForm, send, startLeadLoad } from "./lead-load";
import { makeLiveWorkspace } from "./live-workspace";
import { pause } from "./seeded-random";
import { allowGrowth, forbidGrowth, makeSmallDisk, type SmallDisk } from "./small-disk";

describe("a disk that is full", () => {
  let disk: SmallDisk | undefined;
  let server: ServerProcess;

  beforeAll(async () => {
    disk = makeSmallDisk(48);
    server = await startServerProcess({
      TRUSTED_PROXIES: "127.0.0.1/32",
      ...(disk ? { FOYER_DATA: disk.folder, DATABASE_URL: `sqlite:${disk.folder}/foyer.db` } : {}),
    });
    await makeLiveWorkspace(server.env, "bakery");
  });
  afterAll(async () => {
    await server?.remove();
    disk?.remove();
  });

  const fill = () => (disk ? disk.fill() : forbidGrowth(server.pid));
  const empty = () => (disk ? disk.makeRoom() : allowGrowth(server.pid));

  async function until(what: string, isSo: () => boolean, seen = () => "") {
    const end = Date.now() + 15_000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`${what}: not within 15 s; ${seen()}`);
      await pause(20);
    }
  }

  it("[leads.capture] gets clear refusals, loses nothing, serves pages, and takes leads again when there is room", async () => {
    const form = await readHostedForm(server.port, "bakery");
    const load = startLeadLoad(form, 16, "disk.example");
    const seen = () => `${JSON.stringify([...load.statuses])} ${server.output().slice(-1500)}`;
    await until("leads arrive", () => load.acknowledged.size > 50, seen);
    fill();
    await until("forms say 503", () => (load.statuses.get(503) ?? 0) > 50, seen);
    expect((await send(new Agent(), { ...form, action: "/" }, "GET")).status).toBe(200);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    empty();
    const before = load.acknowledged.size;
    await until("leads arrive again", () => load.acknowledged.size > before + 50, seen);
    await load.stop();
    expect([...load.statuses.keys()].sort()).toEqual([201, 503]);
    expect([...load.retryAfter].every((seconds) => Number(seconds) > 0)).toBe(true);
    expect(load.unanswered.size, "requests without any answer").toBe(0);

    await server.kill();
    await server.restart();
    const kept = new Set<string>();
    const { DatabaseSync } = await import("@photostructure/sqlite");
    const file = (server.env.DATABASE_URL ?? "").slice("sqlite:".length);
    const database = new DatabaseSync(file, { readOnly: true });
    for (const row of database.prepare("select email from leads").all()) kept.add(String(row.email));
    const integrity = database.prepare("pragma integrity_check").all();
    database.close();
    expect([...load.acknowledged.keys()].filter((email) => !kept.has(email))).toEqual([]);
    expect(JSON.stringify(integrity)).toContain("ok");
  });
});
