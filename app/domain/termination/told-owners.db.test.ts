import path from "node:path";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { createAccount } from "../accounts/create-account.server";
import { openFileStore } from "../files/file-store.server";
import { createWorkspace } from "../workspaces/create-workspace.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { readPrivacySettings, retentionWords } from "../workspaces/privacy-settings";
import { chooseRetention } from "../workspaces/update-workspace.server";
import { applyRetention } from "./apply-retention.server";
import { countRetention } from "./count-retention.server";
import { lookAtRetention } from "./look-at-retention.server";

const opened = useTestInstance();
const day = 86_400_000;
const actor = { kind: "system", reason: "test" } as const;

function instance() {
  const { deps, folder } = opened();
  return { ...deps, files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }) };
}

/** A workspace as it was before periods could be chosen, with people who came by a form. */
async function oldWorkspace(name: string, people: number) {
  const deps = instance();
  const email = `owner@${name}.example`;
  const { accountId } = await createAccount(deps, actor, {
    email,
    password: "quiet river under bridges",
    name,
  });
  const owner = { kind: "account", accountId } as const;
  const { id } = await createWorkspace(deps, owner, { ownerAccountId: accountId, name, slug: name });
  await deps.db
    .updateTable("workspaces")
    .set({ privacy_settings: '{"controller":"Harbour","retentionMonths":24}' })
    .where("id", "=", id)
    .execute();
  const some = Array.from({ length: people }, (_, index) => ({ email: `p${index}@${name}.example` }));
  await insertTestLeads(deps, id, some, { mail: false });
  await deps.db.updateTable("leads").set({ origin: "form" }).where("workspace_id", "=", id).execute();
  return { id, email };
}

const countPeople = async (workspaceId: string) =>
  (await instance().db.selectFrom("leads").select("id").where("workspace_id", "=", workspaceId).execute())
    .length;

const lettersTo = (email: string) =>
  instance().db.selectFrom("mail_messages").selectAll().where("to_address", "=", email).execute();

const dueOf = async () =>
  (await countRetention(instance()))
    .filter(({ retention }) => retention === "leads")
    .map(({ table, rows }) => [table, rows]);

const outlook = async (workspaceId: string, thought?: { peopleMonths: number }) => {
  const deps = instance();
  return lookAtRetention(deps, await getWorkspace(deps.db, workspaceId), thought);
};

describe("[retention.customer] the first people who go by their age", () => {
  it("go two weeks after the owners had a letter, and not before", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("harbour", 3);
    deps.clock.advance(400 * day);
    expect(await dueOf()).toEqual([["people_waiting", 3]]);
    await applyRetention(deps, actor);
    expect(await countPeople(id)).toBe(3);
    const from = deps.clock.now() + 14 * day;
    const [letter, ...more] = await lettersTo(email);
    expect(more).toEqual([]);
    const day1 = new Date(from).toISOString().slice(0, 10);
    expect(letter?.subject).toBe(`3 people of harbour will be deleted from ${day1}`);
    expect(await outlook(id)).toMatchObject({ peopleGoFrom: from });

    deps.clock.advance(13 * day);
    await applyRetention(deps, actor);
    expect(await countPeople(id)).toBe(3);
    expect(await dueOf()).toEqual([["people_waiting", 3]]);
    deps.clock.advance(day);
    expect(await dueOf()).toEqual([["leads", 3]]);
    await applyRetention(deps, actor);
    expect(await countPeople(id)).toBe(0);
    expect(await lettersTo(email)).toHaveLength(1);
  });

  it("go at once when the periods were chosen, as the screen foretells", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("orchard", 2);
    deps.clock.advance(400 * day);
    expect((await outlook(id)).due).toContainEqual({ table: "people_waiting", retention: "leads", rows: 2 });
    const thought = await outlook(id, { peopleMonths: 36 });
    expect(thought.due).toContainEqual({ table: "leads", retention: "leads", rows: 2 });
    await chooseRetention(deps, actor, { workspaceId: id, choices: { peopleMonths: 36 } });
    await applyRetention(deps, actor);
    expect(await countPeople(id)).toBe(0);
    expect(await lettersTo(email)).toEqual([]);
  });

  it("stay while no letter can reach anybody", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("island", 1);
    deps.clock.advance(400 * day);
    const origins = { ...deps.config.origins, loopback: false };
    const cut = { ...deps, config: { ...deps.config, origins } };
    await applyRetention(cut, actor);
    deps.clock.advance(20 * day);
    await applyRetention(cut, actor);
    expect(await countPeople(id)).toBe(1);
    expect(await lettersTo(email)).toEqual([]);
    expect(await outlook(id)).toMatchObject({ peopleGoFrom: undefined });
  });

  it("are nobody who agreed to mail and is only silent, until the workspace chooses a number", async () => {
    const deps = instance();
    const { id } = await oldWorkspace("quiet", 0);
    await insertTestLeads(deps, id, [{ email: "silent@example.org" }]);
    deps.clock.advance(3000 * day);
    await applyRetention(deps, actor);
    deps.clock.advance(20 * day);
    await chooseRetention(deps, actor, { workspaceId: id, choices: { visitMonths: 12 } });
    await applyRetention(deps, actor);
    expect(await countPeople(id)).toBe(1);
    await chooseRetention(deps, actor, { workspaceId: id, choices: { peopleMonths: 24 } });
    await applyRetention(deps, actor);
    expect(await countPeople(id)).toBe(0);
  });
});

describe("[retention.schedule] people who go later", () => {
  /** Somebody who came by a form on this day and agreed to nothing. */
  async function enquire(workspaceId: string, email: string): Promise<void> {
    const deps = instance();
    await insertTestLeads(deps, workspaceId, [{ email }], { mail: false });
    await deps.db
      .updateTable("leads")
      .set({ origin: "form" })
      .where("workspace_id", "=", workspaceId)
      .execute();
  }
  const days = async (count: number) => {
    for (let each = 0; each < count; each += 1) {
      instance().clock.advance(day);
      await applyRetention(instance(), actor);
    }
  };
  const subjects = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject);

  it("are told two weeks ahead, in one letter a month at most, and nobody is told twice", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("waves", 2);
    // Ten more come three months later, one a day.
    deps.clock.advance(90 * day);
    for (let each = 0; each < 10; each += 1) {
      await enquire(id, `later${each}@waves.example`);
      deps.clock.advance(day);
    }
    deps.clock.advance(270 * day);
    await days(20);
    expect(await countPeople(id)).toBe(10);
    expect(await subjects(email)).toHaveLength(1);
    let told = 0;
    let here = 10;
    deps.clock.advance(40 * day);
    for (let each = 0; each < 40; each += 1) {
      await days(1);
      const [, letter] = await subjects(email);
      if (letter && told === 0) told = deps.clock.now();
      const left = await countPeople(id);
      if (left < here) {
        expect(told, "somebody went unannounced").toBeGreaterThan(0);
        expect(deps.clock.now() - told).toBeGreaterThanOrEqual(14 * day);
      }
      here = left;
    }
    expect(here).toBe(0);
    const [first, ...more] = await subjects(email);
    expect(first).toContain("2 people of waves will be deleted from");
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(/^10 people of waves will be deleted until \d{4}-/);
  });

  it("wait for another letter where no run told of them, as after a long outage", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("outage", 1);
    deps.clock.advance(400 * day);
    await days(16);
    expect(await countPeople(id)).toBe(0);
    await enquire(id, "late@outage.example");
    deps.clock.advance(500 * day);
    expect(await dueOf()).toContainEqual(["people_waiting", 1]);
    await days(1);
    expect(await countPeople(id)).toBe(1);
    expect(await subjects(email)).toHaveLength(2);
    await days(13);
    expect(await countPeople(id)).toBe(1);
    await days(1);
    expect(await countPeople(id)).toBe(0);
    expect(await subjects(email)).toHaveLength(2);
  });

  it("go as their time comes where the owners chose the periods, with a letter for each month", async () => {
    const deps = instance();
    const { id, email } = await oldWorkspace("chosen", 1);
    deps.clock.advance(330 * day);
    await chooseRetention(deps, actor, { workspaceId: id, choices: { enquiryMonths: 12 } });
    await days(40);
    expect(await countPeople(id)).toBe(0);
    expect(await subjects(email)).toEqual([
      expect.stringContaining("One person of chosen will be deleted until"),
    ]);
  });
});

describe("what the notice says of keeping data", () => {
  it("is what happens: nothing of a number that nobody chose", () => {
    const filledIn = readPrivacySettings('{"retentionMonths":24}');
    expect(retentionWords(filledIn)).toBe(
      "We keep your data until you ask us to delete it. If you did not agree to mail from us, we delete it 12 months after we last heard from you.",
    );
    expect(retentionWords(readPrivacySettings('{"retentionMonths":36}'))).toContain("36 months");
    expect(retentionWords(readPrivacySettings('{"retentionMonths":24,"retention":{}}'))).toContain(
      "24 months",
    );
  });
});
