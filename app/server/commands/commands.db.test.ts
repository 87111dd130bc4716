import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { queueTransactionalMail } from "~/domain/mail/queue-transactional-mail.server";
import { createPage } from "~/domain/pages/create-page.server";
import { findSiteBySlug } from "~/domain/sites/find-site.server";
import { findWorkspaceBySlug } from "~/domain/workspaces/find-workspace.server";
import { newDatabaseUrl } from "~/testing/db/test-deps";
import { readZip } from "~/testing/read-zip";
import { quietHost, runLine } from "~/testing/run-line";
import { commands } from "./commands.server";

const embedded = process.env.DB !== "mysql";
let folder = "";
let environment: Record<string, string> = {};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "foyer-commands-"));
  environment = {
    DATABASE_URL: await newDatabaseUrl(path.join(folder, "data")),
    FOYER_DATA: path.join(folder, "data"),
    FOYER_SECRET: "a-secret-for-tests-of-32-characters-or-more",
    FOYER_PASSWORD: "harbour-lantern-42-quay",
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string, change: Record<string, string> = {}) =>
  runLine(line, { ...environment, ...change });

describe("the command line", () => {
  it("says what it can do, and helps with each command", async () => {
    const overview = await run("--help");
    expect(overview.code).toBe(0);
    for (const command of commands) {
      expect(overview.text).toContain(command.name);
      const help = await run(`${command.name} --help`);
      expect([help.code, help.text.startsWith(command.summary)]).toEqual([0, true]);
      expect(help.text).toMatch(/^Usage: foyer \S.*\S \[--json\]$/m);
    }
  });

  it("answers a wrong use with one sentence and a code that is not 0", async () => {
    expect(await run("fly --high")).toMatchObject({ code: 2, wrong: expect.stringContaining("no command") });
    expect(await run("export --workspace")).toMatchObject({ code: 2 });
    expect(await run("doctor --nope")).toMatchObject({
      code: 2,
      wrong: "There is no option --nope. See --help.",
    });
    expect(await run("doctor twice")).toMatchObject({ code: 2, wrong: expect.stringContaining("twice") });
    expect(await run("promises --state broken")).toMatchObject({ code: 2 });
    expect(await run("outbox --limit many")).toMatchObject({
      code: 2,
      wrong: expect.stringContaining("500"),
    });
    expect(await run("token create --workspace x")).toMatchObject({ code: 2 });
    expect(await run("backup verify nothing.zip")).toMatchObject({
      code: 1,
      wrong: expect.stringContaining("nothing.zip"),
    });
    expect(await run("export --out x.zip")).toMatchObject({
      code: 2,
      wrong: expect.stringContaining("--workspace is missing"),
    });
    expect(await run("doctor", { PORT: "many" })).toMatchObject({
      code: 2,
      wrong: expect.stringContaining("PORT"),
    });
    expect(await run("export --workspace nobody --out x.zip --json")).toMatchObject({
      code: 1,
      json: { error: expect.stringContaining("nobody") },
    });
  });

  it("makes an operator, a workspace and a token [account.apikey]", async () => {
    expect((await run("migrate")).code).toBe(0);
    expect((await run("migrate --json")).json).toEqual({ applied: [] });
    expect((await run("user create --email op@example.org --operator")).text).toContain("Made the operator");
    expect((await run("user create --email op@example.org")).code).toBe(1);
    expect(
      (await run("workspace create --slug harbour-cafe --name Harbour --owner nobody@example.org")).code,
    ).toBe(1);
    expect(
      (await run("workspace create --slug harbour-cafe --name Harbour --owner op@example.org")).code,
    ).toBe(0);
    const made = await run("token create --workspace harbour-cafe --scopes leads:read,pages:read --json");
    expect(made.json).toEqual({
      id: expect.stringMatching(/^key_[0-9A-Z]{26}$/),
      token: expect.stringMatching(/^foyer_/),
    });
    expect((await run("token create --workspace harbour-cafe --scopes fly")).code).toBe(1);
  });

  it("tells ids as the API does, and takes them back with and without their prefix", async () => {
    const person = (await run("user create --email second@example.org --json")).json;
    expect(person).toEqual({ id: expect.stringMatching(/^acc_/), email: "second@example.org" });
    const bare = (id: string) => id.replace(/^[a-z]+_/, "");
    const owned = async (slug: string, owner: string) =>
      run(`workspace create --slug ${slug} --name Two --owner ${owner} --json`);
    const first = (await owned("pier-one", person.id)).json;
    expect(first).toEqual({ id: expect.stringMatching(/^ws_[0-9A-Z]{26}$/), slug: "pier-one", name: "Two" });
    expect((await owned("pier-two", bare(person.id))).code).toBe(0);
    expect(await owned("pier-three", first.id)).toMatchObject({ code: 1 });
    for (const named of [first.id, bare(first.id), "pier-one"]) {
      const made = await run(`token create --workspace ${named} --scopes pages:read --json`);
      expect([named, made.code]).toEqual([named, 0]);
    }
    expect(await run(`token create --workspace ${person.id} --scopes pages:read --json`)).toMatchObject({
      code: 1,
      json: { error: expect.stringContaining("no workspace") },
    });
  });

  it("looks the instance over, and verifies the audit log [account.audit]", async () => {
    const { code, json } = await run("doctor --json");
    const names = json.checks.map((check: { name: string }) => check.name);
    expect(names).toEqual(
      expect.arrayContaining(["node", "data folder", "secret", "mail", "schema", "clock", "durability"]),
    );
    expect(code).toBe(json.checks.some((check: { state: string }) => check.state === "problem") ? 1 : 0);
    expect(await run("audit verify")).toMatchObject({
      code: 0,
      text: expect.stringContaining("every chain is whole"),
    });
    expect((await run("outbox")).text).toBe("The outbox is empty.");
    expect((await run("promises --state kept --json")).json.promises.length).toBeGreaterThan(3);
    expect((await run("retention run --dry-run --json")).json).toEqual({ due: [] });
    const ran = await run("retention run --json");
    expect(ran).toMatchObject({ code: 0, json: { held: 0, removed: {}, due: [] } });
    expect((await run("retention run")).text).toBe("Nothing was due.");
  });

  it("tells and takes ids of account mail as msg_ID", async () => {
    const instance = await quietHost(environment).open();
    await queueTransactionalMail(instance.deps, instance.deps.db, {
      workspaceId: "",
      kind: "security",
      to: "second@example.org",
      view: { subject: "Set a new password", html: "<p>Hello</p>", text: "Hello" },
    });
    await deliverMail(instance.deps);
    await instance.close();
    const [message] = (await run("outbox --json")).json.messages;
    expect(message.id).toMatch(/^msg_[0-9A-Z]{26}$/);
    const shown = await run(`outbox --show ${message.id} --json`);
    expect(shown.json).toEqual({ id: message.id, raw: expect.stringContaining("second@example.org") });
    expect((await run(`outbox --show ${message.id.slice(4)} --json`)).json).toEqual(shown.json);
    expect((await run("outbox --show nothing")).code).toBe(2);
  });

  it("exports a workspace and imports it into an empty one [leave.export]", async () => {
    const instance = await quietHost(environment).open();
    const actor = { kind: "system", reason: "test" } as const;
    const workspace = await findWorkspaceBySlug(instance.deps, "harbour-cafe");
    const site = await findSiteBySlug(instance.deps, workspace?.id ?? "", "harbour-cafe");
    await createPage(instance.deps, actor, {
      workspaceId: workspace?.id,
      siteId: site?.id ?? "",
      path: "/",
      title: "Home",
      html: "<h1>Home</h1>",
    });
    await instance.close();
    const file = path.join(folder, "out.zip");
    const made = await run(`export --workspace harbour-cafe --out ${file} --json`);
    expect(made).toMatchObject({ code: 0, json: { file, rows: expect.any(Number) } });
    await run("workspace create --slug harbour-copy --name Copy --owner op@example.org");
    const imported = await run(`import --workspace harbour-copy ${file} --json`);
    expect(imported).toMatchObject({ code: 0, json: { rows: expect.any(Number) } });
    const again = path.join(folder, "again.zip");
    await run(`export --workspace harbour-copy --out ${again}`);
    const count = async (zip: string) =>
      (await readZip(zip)).get("data/pages.ndjson")?.toString().split("\n").length;
    expect(await count(again)).toBe(await count(file));
    expect(await run(`import --workspace harbour-copy ${file}`)).toMatchObject({
      code: 1,
      wrong: expect.stringContaining("not empty"),
    });
  });

  it("backs an embedded database up, and leaves MySQL to its own tool", async () => {
    const { code, wrong } = await run(`backup --out ${path.join(folder, "backup.zip")}`);
    expect([code, wrong.includes("its own tool")]).toEqual(embedded ? [0, false] : [1, true]);
  });
});
