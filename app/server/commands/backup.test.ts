import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { suppressAddress } from "~/domain/suppression/suppress-address.server";
import { findWorkspaceBySlug } from "~/domain/workspaces/find-workspace.server";
import { quietHost, runLine } from "~/testing/run-line";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), "foyer-backup-"));
const environment = {
  DATABASE_URL: `sqlite:${folder}/data/foyer.db`,
  FOYER_DATA: path.join(folder, "data"),
  FOYER_SECRET: "a-secret-for-tests-of-32-characters-or-more",
  FOYER_PASSWORD: "harbour-lantern-42-quay",
};
const run = (line: string, change: Record<string, string> = {}) =>
  runLine(line, { ...environment, ...change });

beforeAll(async () => {
  await run("user create --email op@example.org --operator");
  await run("workspace create --slug harbour-cafe --name Harbour --owner op@example.org");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an embedded instance", () => {
  it("backs up, verifies, and restores with the opt-outs made since [account.backup]", async () => {
    const backup = path.join(folder, "backup.zip");
    expect((await run(`backup --out ${backup}`)).code).toBe(0);
    expect(await run(`backup verify ${backup}`)).toMatchObject({
      code: 0,
      text: expect.stringContaining("is whole"),
    });
    const since = await quietHost(environment).open();
    const workspace = await findWorkspaceBySlug(since.deps, "harbour-cafe");
    const workspaceId = workspace?.id ?? "";
    const input = {
      workspaceId,
      addressHash: "ab".repeat(16),
      reason: "unsubscribe",
      source: "page",
    } as const;
    await suppressAddress(since.deps, { kind: "visitor", ip: "" }, input);
    await since.close();
    expect(await run(`restore ${backup}`)).toMatchObject({
      code: 1,
      wrong: expect.stringContaining("already"),
    });

    const elsewhere = path.join(folder, "elsewhere");
    const there = { DATABASE_URL: `sqlite:${elsewhere}/foyer.db`, FOYER_DATA: elsewhere };
    const refused = await run(`restore ${backup}`, there);
    expect(refused).toMatchObject({ code: 1, wrong: expect.stringContaining("no journal") });
    expect(existsSync(path.join(elsewhere, "foyer.db"))).toBe(false);
    const journal = path.join(folder, "data/journal");
    const restored = await run(`restore ${backup} --journal ${journal} --json`, there);
    expect(restored).toMatchObject({ code: 0, json: { replayed: 1, marketing_blocked: false } });
    expect(statSync(path.join(elsewhere, "foyer.db")).mode & 0o777, "readable by its owner alone").toBe(
      0o600,
    );
    const instance = await quietHost({ ...environment, ...there }).open();
    const optOuts = await instance.deps.db.selectFrom("suppressions").select("address_hash").execute();
    expect(optOuts).toEqual([{ address_hash: input.addressHash }]);
    await instance.close();
  });

  it("blocks marketing after a restore without journal, and refuses a torn backup", async () => {
    const backup = path.join(folder, "backup.zip");
    const bare = path.join(folder, "bare");
    const there = { DATABASE_URL: `sqlite:${bare}/foyer.db`, FOYER_DATA: bare };
    expect((await run(`restore ${backup} --without-journal --json`, there)).json.marketing_blocked).toBe(
      true,
    );
    expect((await run("doctor", there)).text).toContain("No campaign leaves since a restore without journal");
    const torn = path.join(folder, "torn.zip");
    writeFileSync(torn, "PK torn");
    expect((await run(`backup verify ${torn}`)).code).toBe(1);
  });

  it("puts nothing back without the secret that wraps the keys, nor with another one [account.backup]", async () => {
    const backup = path.join(folder, "backup.zip");
    const bare = path.join(folder, "no-secret");
    const there = { DATABASE_URL: `sqlite:${bare}/foyer.db`, FOYER_DATA: bare };
    const without = await run(`restore ${backup} --without-journal`, { ...there, FOYER_SECRET: "" });
    expect(without).toMatchObject({ code: 1, wrong: expect.stringContaining(`${bare}/secret`) });
    expect(existsSync(bare)).toBe(false);
    const other = { ...there, FOYER_SECRET: "a-secret-of-somebody-else-with-32-characters-and-more" };
    const refused = await run(`restore ${backup} --without-journal`, other);
    expect(refused).toMatchObject({ code: 1, wrong: expect.stringContaining("FOYER_SECRET is not the one") });
    expect(readdirSync(bare)).toEqual([]);
    mkdirSync(bare, { recursive: true });
    writeFileSync(path.join(bare, "secret"), environment.FOYER_SECRET ?? "");
    const restored = await run(`restore ${backup} --without-journal`, { ...there, FOYER_SECRET: "" });
    expect(restored).toMatchObject({ code: 0 });
  });

  it("puts nothing back beside the log of another database, which would be taken for its own", async () => {
    const backup = path.join(folder, "backup.zip");
    const left = path.join(folder, "left");
    const there = { DATABASE_URL: `sqlite:${left}/foyer.db`, FOYER_DATA: left };
    mkdirSync(left);
    writeFileSync(path.join(left, "foyer.db-wal"), "of a database that was moved away");
    const refused = await run(`restore ${backup} --without-journal`, there);
    expect(refused).toMatchObject({
      code: 1,
      wrong: expect.stringContaining("foyer.db-wal is there already"),
    });
    expect(readdirSync(left)).toEqual(["foyer.db-wal"]);
  });

  it("takes an empty journal only from whoever names it: one that lies there may be newer than the backup", async () => {
    const backup = path.join(folder, "backup.zip");
    const empty = path.join(folder, "empty");
    const there = { DATABASE_URL: `sqlite:${empty}/foyer.db`, FOYER_DATA: empty };
    const journal = path.join(empty, "journal/journal.ndjson");
    mkdirSync(path.dirname(journal), { recursive: true });
    writeFileSync(journal, "");
    const refused = await run(`restore ${backup}`, there);
    expect(refused).toMatchObject({ code: 1, wrong: expect.stringContaining("is empty") });
    expect(existsSync(path.join(empty, "foyer.db"))).toBe(false);
    const restored = await run(`restore ${backup} --journal ${journal} --json`, there);
    expect(restored).toMatchObject({ code: 0, json: { replayed: 0, marketing_blocked: false } });
  });

  it("wraps the keys with a new secret [account.encrypt]", async () => {
    expect((await run("secret rotate")).code).toBe(2);
    const next = "another-secret-for-tests-of-more-than-32-characters";
    expect((await run("secret rotate", { FOYER_NEW_SECRET: next })).code).toBe(0);
    expect((await run("outbox")).wrong).toContain("FOYER_SECRET is not the one");
    expect((await run("outbox", { FOYER_SECRET: next })).code).toBe(0);
  });
});
