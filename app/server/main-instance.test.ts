import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { sourceRoot } from "~/testing/db/test-deps";
import { openInstance } from "./main-instance.server";

const folder = mkdtempSync(path.join(tmpdir(), "foyer-secret-"));
const secret = path.join(folder, "secret");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = (given: Record<string, string> = {}) =>
  readConfig({ FOYER_DATA: folder, DATABASE_URL: `sqlite:${folder}/foyer.db`, ...given }, sourceRoot);
const open = async (given?: Record<string, string>) =>
  (await openInstance(settings(given), { exclusive: false, migrate: "when-safe" })).close();

it("a secret that is gone from beside its database is asked for, never made anew", async () => {
  await open();
  const kept = readFileSync(secret, "utf8").trim();
  renameSync(secret, `${secret}.away`);
  await expect(open()).rejects.toMatchObject({ code: "secret_missing" });
  expect(existsSync(secret)).toBe(false);
  await open({ FOYER_SECRET: kept });
  await expect(open({ FOYER_SECRET: "another-secret-of-more-than-32-characters" })).rejects.toMatchObject({
    code: "secret_differs",
  });
  renameSync(`${secret}.away`, secret);
  await open();
});
