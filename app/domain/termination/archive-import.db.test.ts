import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { makeTestSite } from "~/testing/factories/test-site";
import { insertRow } from "~/testing/insert-row";
import { createAccount } from "../accounts/create-account.server";
import { openFileStore } from "../files/file-store.server";
import { createPage } from "../pages/create-page.server";
import { authoriseMember } from "../workspaces/authorise-member.server";
import { changeMemberRole } from "../workspaces/change-member.server";
import { createWorkspace } from "../workspaces/create-workspace.server";
import { findArchiveImport } from "./find-archive-import.server";
import { receiveArchive, receivePiece, removeOldReceived } from "./received-archive.server";
import { runArchiveImport } from "./run-archive-import.server";
import { startArchiveImport } from "./start-archive-import.server";
import { writeArchive } from "./write-archive.server";

const instance = useTestInstance();
const system = { kind: "system", reason: "test" } as const;
let zip: Buffer;

function open() {
  const { deps, folder } = instance();
  return { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) };
}

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

/** A workspace as its owner finds it at first. */
async function room(slug: string) {
  const deps = open();
  const email = `owner@${slug}.example`;
  const given = { email, password: "quiet river under seven bridges", name: "" };
  const { accountId } = await createAccount(deps, system, given);
  const actor = { kind: "account", accountId } as const;
  await createWorkspace(deps, actor, { slug, name: slug, ownerAccountId: accountId });
  const { member, workspace } = await authoriseMember(deps, { id: accountId }, { slug });
  const workspaceId = workspace.id;
  const send = async (bytes: Buffer, serve = true) => {
    const received = await receiveArchive(deps, workspaceId, { name: "old.zip", body: inPieces(bytes) });
    return startArchiveImport(deps, member, { workspaceId, received, serve });
  };
  const run = async (importId: string) => {
    await runArchiveImport(deps, { workspaceId, importId });
    return (await findArchiveImport(deps, workspaceId)).latest;
  };
  const folder = path.join(instance().folder, "imports", workspaceId);
  const left = () => (existsSync(folder) ? readdirSync(folder) : []);
  return { member, workspaceId, send, run, left, isGone: () => !existsSync(folder) };
}

const leadsOf = (workspaceId: string) =>
  open()
    .db.selectFrom("leads")
    .select("email")
    .where("workspace_id", "=", workspaceId)
    .orderBy("email")
    .execute();

beforeAll(async () => {
  const deps = open();
  const { workspaceId, site } = await makeTestSite(deps, { slug: "moving-shop" });
  await createPage(deps, system, {
    workspaceId,
    siteId: site.id,
    path: "/",
    title: "Hello",
    html: "<h1>Hi</h1>",
  });
  await insertTestLeads(deps, workspaceId, [{ email: "ada@example.org" }, { email: "bo@example.org" }]);
  const target = path.join(instance().folder, "moving.zip");
  await writeArchive(deps, { workspaceId, target });
  zip = readFileSync(target);
}, 60_000);

describe("an archive sent from the screen [leave.export]", () => {
  it("is put into an empty workspace by a job, with a report, and leaves no copy behind", async () => {
    const { send, run, left, isGone, workspaceId } = await room("new-shop");
    const { id, state } = await send(zip);
    expect([state, left()]).toEqual(["queued", [`${id}.zip`]]);
    await expect(send(zip)).rejects.toMatchObject({ code: "import_running" });
    const done = await run(id);
    expect(done).toMatchObject({ state: "done", name: "old.zip", rowsTaken: expect.any(Number) });
    expect(done?.rowsDone).toBe(done?.rowsTotal);
    expect(done?.notes).toContain(
      "The address moving-shop is taken or not allowed. That site is not served: give it another one under Settings, Sites.",
    );
    expect((await leadsOf(workspaceId)).map(({ email }) => email)).toEqual([
      "ada@example.org",
      "bo@example.org",
    ]);
    expect(isGone(), "with its folder").toBe(true);
    await expect(send(zip)).rejects.toMatchObject({ code: "workspace_not_empty" });
    expect([isGone(), (await run(id))?.state], "asked again").toEqual([true, "done"]);
  });

  it("comes in pieces, goes on behind what is there after a connection broke, and is imported when it is whole", async () => {
    const deps = open();
    const { member, run, left, isGone, workspaceId } = await room("piece-shop");
    const own = { workspaceId, accountId: member.accountId };
    const sent = { name: "old.zip", size: zip.length, modified: 1 };
    const send = (at: number, body: AsyncIterable<Uint8Array>, changes = {}, whose = own) =>
      receivePiece(deps, whose, { ...sent, at, body, ...changes });
    async function* broken() {
      yield zip.subarray(1000, 1700);
      throw new Error("the connection broke");
    }
    expect(await send(0, inPieces(zip.subarray(0, 1000)))).toEqual({ at: 1000 });
    await expect(send(1000, broken())).rejects.toThrow("broke");
    const { at } = await send(1000, inPieces(zip.subarray(1000, 2000)));
    expect(at).toBeGreaterThanOrEqual(1000);
    expect(await send(0, inPieces(zip.subarray(0, 1000))), "by a browser that begins again").toEqual({ at });
    const heir = { ...own, accountId: deps.ids.next() };
    expect(await send(0, inPieces(zip.subarray(0, 10)), {}, heir), "somebody else's").toEqual({ at: 10 });
    expect(left()).toHaveLength(2);
    const { received } = await send(at, inPieces(zip.subarray(at)));
    if (!received) throw new Error("Not whole");
    expect(readFileSync(received.file).equals(zip)).toBe(true);
    const { id } = await startArchiveImport(deps, member, { workspaceId, received, serve: false });
    expect(await run(id)).toMatchObject({ state: "done", name: "old.zip" });
    await expect(send(10, inPieces(zip), {}, heir), "more than it said").rejects.toMatchObject({
      code: "archive_too_large",
    });
    expect(isGone()).toBe(true);
  });

  it("is refused before it is sent when it is larger than the setting or the disk, or is no ZIP", async () => {
    const deps = open();
    const { member, isGone, workspaceId } = await room("large-shop");
    const own = { workspaceId, accountId: member.accountId };
    const send = (size: number, bytes: Buffer) =>
      receivePiece(deps, own, { name: "a.zip", size, modified: 1, at: 0, body: inPieces(bytes) });
    const most = deps.config.archiveBytes;
    expect(most).toBeGreaterThan(1_000_000_000);
    await expect(send(most + 1, zip)).rejects.toMatchObject({ code: "archive_too_large" });
    const config = { ...deps.config, archiveBytes: Number.MAX_SAFE_INTEGER };
    await expect(
      receivePiece({ ...deps, config }, own, {
        ...{ name: "a.zip", size: Number.MAX_SAFE_INTEGER, modified: 1, at: 0 },
        body: inPieces(zip),
      }),
    ).rejects.toMatchObject({ code: "disk_full" });
    for (const bytes of [Buffer.alloc(0), Buffer.from("name,email\n")])
      await expect(send(5_000, bytes)).rejects.toMatchObject({
        details: { fields: { file: expect.any(String) } },
      });
    expect(isGone()).toBe(true);
  });

  it("is refused at once when it is no ZIP, and with its reason when it is damaged; then another may come", async () => {
    const { send, run, left, workspaceId } = await room("torn-shop");
    for (const bytes of [Buffer.alloc(0), Buffer.from("name,email\n")])
      await expect(send(bytes)).rejects.toMatchObject({ details: { fields: { file: expect.any(String) } } });
    const wound = Buffer.from(zip);
    wound.fill(0xa5, 40 + Math.floor(zip.length / 3), 140 + Math.floor(zip.length / 3));
    for (const [bytes, why] of [
      [zip.subarray(0, zip.length - 400), "it is no ZIP, or its end is missing"],
      [wound, "\\S+/\\S+ (cannot be unpacked|is not as it was written)"],
    ] as const) {
      const failed = await run((await send(bytes)).id);
      expect(failed).toMatchObject({
        state: "failed",
        error: expect.stringMatching(
          new RegExp(
            `^The archive is damaged: ${why}\\. Download the export anew.* Nothing was imported\\.$`,
          ),
        ),
      });
    }
    expect([left(), await leadsOf(workspaceId)]).toEqual([[], []]);
    expect(await run((await send(zip)).id)).toMatchObject({ state: "done" });
  });

  it("begins anew after the process was killed in the middle of it", async () => {
    const deps = open();
    const { send, run, workspaceId } = await room("killed-shop");
    const { id } = await send(zip, false);
    await insertRow(deps, "leads", { workspace_id: workspaceId, email: "half@example.org" });
    const half = { workspace_id: workspaceId, id, state: "running" };
    await deps.db.updateTable("archive_imports").set(half).where("id", "=", id).execute();
    expect(await run(id)).toMatchObject({ state: "done" });
    expect((await leadsOf(workspaceId)).map(({ email }) => email)).toEqual([
      "ada@example.org",
      "bo@example.org",
    ]);
  });

  it("is not imported for somebody who may no longer manage the workspace", async () => {
    const deps = open();
    const { member, send, run, workspaceId } = await room("given-shop");
    const { id } = await send(zip);
    const heir = await room("heir-shop");
    const row = {
      workspace_id: workspaceId,
      account_id: heir.member.accountId,
      role: "owner",
      created_at: 1,
    };
    await deps.db.insertInto("memberships").values(row).execute();
    const owner = { ...heir.member, workspaceId };
    await changeMemberRole(deps, owner, { workspaceId, accountId: member.accountId, role: "member" });
    expect(await run(id)).toMatchObject({ state: "failed", error: expect.stringContaining("send it again") });
    expect(await leadsOf(workspaceId)).toEqual([]);
  });

  it("is removed after two days when nothing came of it", async () => {
    const deps = open();
    const { workspaceId, left } = await room("lost-shop");
    const { file } = await receiveArchive(deps, workspaceId, { name: "a.zip", body: inPieces(zip) });
    const hour = 3_600_000;
    for (const [age, expected] of [
      [47, 1],
      [49, 0],
    ] as const) {
      const at = (deps.clock.now() - age * hour) / 1000;
      if (existsSync(file)) utimesSync(file, at, at);
      await removeOldReceived(deps);
      expect(left()).toHaveLength(expected);
    }
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true });
    await removeOldReceived(deps);
    expect(existsSync(folder), "another may be coming").toBe(true);
    const old = (deps.clock.now() - 49 * hour) / 1000;
    utimesSync(folder, old, old);
    await removeOldReceived(deps);
    expect(existsSync(folder)).toBe(false);
  });
});
