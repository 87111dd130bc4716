import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { JournalEntry } from "~/lib/journal.server";
import { dieWithin } from "~/testing/crash/mortal-deps";
import { between, seededRandom } from "~/testing/crash/seeded-random";
import { useTestInstance } from "~/testing/db/test-deps";
import { fillExportedTables } from "~/testing/fill-tables";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { dataMap, keptAfterDeletion, workspaceColumn } from "~db/data-map";
import { reinstateWorkspace } from "../acceptable-use/reinstate-workspace.server";
import { suspendWorkspace } from "../acceptable-use/suspend-workspace.server";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { openFileStore } from "../files/file-store.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { cancelTermination } from "./cancel-termination.server";
import { deleteDueWorkspaces } from "./delete-due-workspaces.server";
import { findCertificate, listCertificates } from "./find-certificate.server";
import { findLeaving } from "./find-leaving.server";
import { replayJournal } from "./replay-journal.server";
import { countTableRows } from "./table-rows-queries.server";
import { terminateWorkspace } from "./terminate-workspace.server";

const instance = useTestInstance();
const day = 86_400_000;
const staff: Actor = { kind: "staff", accountId: "01HZZZZZZZZZZZZZZZZZZZZZZZ" };
const withFiles = <D extends Deps>(deps: D, folder: string) => ({
  ...deps,
  files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }),
});

async function makeOwner(deps: Deps, workspaceId: string): Promise<Actor> {
  const accountId = deps.ids.next();
  await deps.db
    .insertInto("accounts")
    .values({
      id: accountId,
      email: `${accountId}@example.org`,
      email_key: `${accountId}@example.org`,
      name: "Ada",
      password_hash: "",
      email_confirmed_at: 1,
      is_operator: 0,
      locale: "en",
      created_at: 1,
      last_seen_at: 1,
      closed_at: null,
    })
    .execute();
  await deps.db
    .insertInto("memberships")
    .values({ workspace_id: workspaceId, account_id: accountId, role: "owner", created_at: 1 })
    .execute();
  return { kind: "member", accountId, workspaceId, role: "owner" };
}

describe("leaving", () => {
  it("asks for the name, is for owners, and can be taken back [leave.delete]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "maybe");
    const owner = await makeOwner(deps, workspaceId);
    await expect(terminateWorkspace(deps, owner, { workspaceId, name: "other" })).rejects.toMatchObject({
      code: "name_differs",
    });
    const admin: Actor = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "admin" };
    await expect(terminateWorkspace(deps, admin, { workspaceId, name: "maybe" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const { deleteAfter } = await terminateWorkspace(deps, owner, { workspaceId, name: " maybe " });
    expect(deleteAfter - deps.clock.now()).toBe(60 * day);
    expect((await getWorkspace(deps.db, workspaceId)).standing).toBe("closing");
    await cancelTermination(deps, owner, { workspaceId });
    expect(await getWorkspace(deps.db, workspaceId)).toMatchObject({
      standing: "good",
      deleteAfter: undefined,
    });
    expect((await findLeaving(deps, workspaceId)).termination).toBeUndefined();
  });

  it("does not lift a suspension when it is taken back [aup.suspend]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "sly");
    const owner = await makeOwner(deps, workspaceId);
    await suspendWorkspace(deps, staff, { workspaceId, rule: "malware", reason: "A trojan." });
    await terminateWorkspace(deps, owner, { workspaceId, name: "sly" });
    await cancelTermination(deps, owner, { workspaceId });
    expect((await getWorkspace(deps.db, workspaceId)).standing).toBe("suspended");
    await reinstateWorkspace(deps, staff, { workspaceId, reason: "It was clean." });
    expect((await getWorkspace(deps.db, workspaceId)).standing).toBe("good");
  });

  it("deletes every row, file and message after the grace period, keeps opt-outs, and certifies [leave.delete]", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const workspaceId = await insertTestWorkspace(deps, "gone");
    const neighbour = await insertTestWorkspace(deps, "neighbour");
    const owner = await makeOwner(deps, workspaceId);
    await fillExportedTables(deps, workspaceId, 3);
    await fillExportedTables(deps, neighbour, 3);
    await deps.db.deleteFrom("legal_holds").execute();
    const picture = `${workspaceId}/${deps.ids.next()}/480.webp`;
    await deps.files.put(picture, Buffer.from("picture"));
    const before = await countTableRows(
      deps.db,
      dataMap.find(({ name }) => name === "leads") as never,
      neighbour,
    );

    await terminateWorkspace(deps, owner, { workspaceId, name: "gone", period: "sooner" });
    expect(await deleteDueWorkspaces(deps)).toBe(0);
    deps.clock.advance(7 * day);
    expect(await deleteDueWorkspaces(deps)).toBe(1);
    expect(await deleteDueWorkspaces(deps)).toBe(0);

    for (const entry of dataMap) {
      if (!workspaceColumn(entry) || entry.name === "edge_changes") continue;
      const rows = await countTableRows(deps.db, entry, workspaceId);
      if (entry.name in keptAfterDeletion) continue;
      expect([entry.name, rows]).toEqual([entry.name, 0]);
    }
    expect(
      await countTableRows(deps.db, dataMap.find(({ name }) => name === "leads") as never, neighbour),
    ).toBe(before);
    expect(await deps.files.get(picture)).toBeUndefined();
    expect(existsSync(path.join(folder, "files", workspaceId))).toBe(false);
    const optOuts = await deps.db
      .selectFrom("suppressions")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(optOuts.length).toBe(3);
    const [listed] = await listCertificates(deps);
    expect(listed?.tables.leads).toBe(3);
    expect(await findCertificate(deps, listed?.token ?? "")).toMatchObject({ workspace: { slug: "gone" } });
    await expect(findCertificate(deps, "A".repeat(60))).rejects.toMatchObject({ kind: "not_found" });
    const letters = await deps.db.selectFrom("mail_messages").select("subject").orderBy("id").execute();
    expect(letters.map((row) => row.subject)).toContain("gone was deleted");
    const late = await suppressAddress(
      deps,
      { kind: "visitor", ip: "" },
      { workspaceId, addressHash: "ab".repeat(16), reason: "unsubscribe", source: "page" },
    );
    expect(late.changed).toBe(true);
  });

  it("ends a deletion that was killed again and again, and certifies what there was at first [leave.delete]", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const workspaceId = await insertTestWorkspace(deps, "killed");
    const owner = await makeOwner(deps, workspaceId);
    await fillExportedTables(deps, workspaceId, 3);
    await deps.db.deleteFrom("legal_holds").execute();
    await terminateWorkspace(deps, owner, { workspaceId, name: "killed", period: "sooner" });
    deps.clock.advance(7 * day);
    const random = seededRandom(5);
    let deaths = 0;
    while (await dieWithin(deps, Math.round(between(random, 1, 40 + 30 * deaths)), deleteDueWorkspaces)) {
      deaths += 1;
      deps.clock.advance(120_000);
    }
    expect(deaths).toBeGreaterThan(2);
    expect(await deleteDueWorkspaces(deps)).toBe(0);
    for (const entry of dataMap) {
      if (!workspaceColumn(entry) || entry.name === "edge_changes" || entry.name in keptAfterDeletion)
        continue;
      expect([entry.name, await countTableRows(deps.db, entry, workspaceId)]).toEqual([entry.name, 0]);
    }
    const listed = (await listCertificates(deps)).find(({ workspace }) => workspace.id === workspaceId);
    expect(listed?.tables.leads).toBe(3);
    const letters = await deps.db
      .selectFrom("mail_messages")
      .select("id")
      .where("subject", "=", "killed was deleted")
      .execute();
    expect(letters).toHaveLength(1);
  });

  it("waits for as long as a legal hold stands, and shows it [retention.hold]", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const workspaceId = await insertTestWorkspace(deps, "held");
    const owner = await makeOwner(deps, workspaceId);
    await deps.db
      .insertInto("legal_holds")
      .values({
        workspace_id: workspaceId,
        id: deps.ids.next(),
        reason: "A court asked.",
        created_at: 1,
        released_at: null,
      })
      .execute();
    await terminateWorkspace(deps, owner, { workspaceId, name: "held" });
    deps.clock.advance(61 * day);
    expect(await deleteDueWorkspaces(deps)).toBe(0);
    expect((await findLeaving(deps, workspaceId)).holds).toEqual(["A court asked."]);
    await deps.db.updateTable("legal_holds").set({ released_at: deps.clock.now() }).execute();
    expect(await deleteDueWorkspaces(deps)).toBe(1);
  });
});

describe("the journal", () => {
  it("repeats opt-outs and deletions that a restored database forgot [account.backup]", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const workspaceId = await insertTestWorkspace(deps, "restored");
    const deleted = await insertTestWorkspace(deps, "deleted-since");
    const madeAt = deps.clock.now();
    const hash = "cd".repeat(16);
    const entries: JournalEntry[] = [
      {
        kind: "suppression",
        at: madeAt - 2 * day,
        workspaceId,
        addressHash: "ee".repeat(16),
        topicId: "",
        reason: "unsubscribe",
      },
      {
        kind: "suppression",
        at: madeAt + 1,
        workspaceId,
        addressHash: hash,
        topicId: "",
        reason: "unsubscribe",
      },
      { kind: "consent.withdrawn", at: madeAt + 2, workspaceId, addressHash: hash, purpose: "mail" },
      { kind: "workspace.deleted", at: madeAt + 3, workspaceId: deleted },
      { kind: "unknown.kind", at: madeAt + 4 },
    ];
    deps.clock.advance(day);
    expect(await replayJournal(deps, entries, madeAt)).toBe(3);
    expect(await replayJournal(deps, entries, madeAt)).toBeGreaterThanOrEqual(1);
    const rows = await deps.db
      .selectFrom("suppressions")
      .select(["address_hash", "created_at"])
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(rows).toEqual([{ address_hash: hash, created_at: madeAt + 1 }]);
    const evidence = deps.db.selectFrom("consents").select("at").where("workspace_id", "=", workspaceId);
    expect(await evidence.execute()).toEqual([{ at: madeAt + 2 }]);
    const state = await deps.db
      .selectFrom("consent_states")
      .select("state")
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirst();
    expect(state?.state).toBe("withdrawn");
    expect(await deps.db.selectFrom("workspaces").selectAll().where("id", "=", deleted).execute()).toEqual(
      [],
    );
  });
});
