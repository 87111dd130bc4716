import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../db/mariadb";
import { type ServerProcess, startServerProcess } from "../process/server-process";

describe("two servers and one embedded database", () => {
  let server: ServerProcess;
  let second: ServerProcess | undefined;

  beforeAll(async () => {
    server = await startServerProcess();
  });
  afterAll(async () => {
    await second?.remove();
    await server?.remove();
  });

  const startSecond = async () =>
    startServerProcess({
      DATABASE_URL: server.env.DATABASE_URL ?? "",
      FOYER_DATA: server.folder,
      PORT: String(await freePort()),
    });

  it("refuses the second with a sentence a person can act on, and the first goes on", async () => {
    await expect(startSecond()).rejects.toThrow(
      "Another Foyer server uses this embedded database. Stop it first, or use MySQL for several processes.",
    );
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  });

  it("lets another one in at once when the first was killed", async () => {
    await server.kill();
    const started = Date.now();
    await server.restart();
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(6000);
  });
});
