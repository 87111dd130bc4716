import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
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
import { receiveArchive, removeOldReceived } from "./received-archive.server";
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
  return { member, workspaceId, send, run, left: () => (existsSync(folder) ? readdirSync(folder) : []) };
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
    const { send, run, left, workspaceId } = await room("new-shop");
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
    expect(left()).toEqual([]);
    await expect(send(zip)).rejects.toMatchObject({ code: "workspace_not_empty" });
    expect([left(), (await run(id))?.state], "asked again").toEqual([[], "done"]);
  });

  it("is refused at once when it is no ZIP, and with its reason when it is damaged; then another may come", async () => {
    const { send, run, left, workspaceId } = await room("torn-shop");
    for (const bytes of [Buffer.alloc(0), Buffer.from("name,email\n")])
      await expect(send(bytes)).rejects.toMatchObject({ details: { fields: { file: expect.any(String) } } });
    const torn = await send(zip.subarray(0, zip.length - 400));
    const failed = await run(torn.id);
    expect(failed).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/damaged.*Nothing was imported/),
    });
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
  });
});
