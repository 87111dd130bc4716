import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readConfig } from "~/config.server";
import { freePort } from "~/testing/db/mariadb";
import { newDatabaseUrl, sourceRoot } from "~/testing/db/test-deps";
import { connect } from "~db/connect.server";
import { migrate } from "~db/migrate";
import { startServer } from "./main.server";

const folder = mkdtempSync(path.join(tmpdir(), "foyer-main-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a server whose database is of the version before", () => {
  it("says so, takes no work, and begins by itself once the database is migrated", async () => {
    const url = await newDatabaseUrl(folder);
    const { db, close } = connect(url, sourceRoot);
    await migrate(db, { owner: "version before" });
    await sql`delete from schema_migrations where name = 'drop_ix_submissions_1'`.execute(db);
    const port = String(await freePort());
    const settings = {
      FOYER_DATA: folder,
      DATABASE_URL: url,
      PORT: port,
      LOG_LEVEL: "silent",
      FOYER_SECRET: "a-secret-of-32-characters-and-some-more",
      FOYER_DEMO: "0",
    };
    const config = readConfig({ ...settings, FOYER_ROLES: "edge,worker" }, sourceRoot);
    const server = await startServer(config, { build: () => Promise.reject(new Error("not asked for")) });
    const readyz = () => fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.status);
    const begun = () => db.selectFrom("recurring_runs").select("name").execute();
    try {
      if (!config.database.embedded) {
        expect(server.welcome.lines.join(" ")).toContain("npm run foyer -- migrate");
        expect([await readyz(), await begun()]).toEqual([503, []]);
        await migrate(db, { owner: "operator" });
      }
      await vi.waitFor(async () => expect(await begun()).not.toEqual([]), { timeout: 10_000, interval: 50 });
      expect(await readyz()).toBe(200);
      expect(await db.selectFrom("policy_versions").select("policy").execute()).not.toEqual([]);
    } finally {
      await server.stop();
      await close();
    }
  });
});
