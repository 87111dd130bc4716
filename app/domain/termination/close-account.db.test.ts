import path from "node:path";
import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { createAccount } from "../accounts/create-account.server";
import { findSession } from "../accounts/find-session.server";
import { signIn } from "../accounts/sign-in.server";
import { openFileStore } from "../files/file-store.server";
import { acceptPolicies } from "../policies/accept-policies.server";
import { createWorkspace } from "../workspaces/create-workspace.server";
import { closeAccount } from "./close-account.server";
import { closeIdleAccounts, countIdleAccounts } from "./close-idle-accounts.server";
import { replayJournal } from "./replay-journal.server";

const instance = useTestInstance();
const day = 86_400_000;
const system = { kind: "system", reason: "test" } as const;
const password = "quiet river under seven bridges";
let places = 0;

async function person(email: string) {
  const { accountId: id } = await createAccount(instance().deps, system, { email, password, name: "Ada" });
  return { id, actor: { kind: "account", accountId: id } as const };
}

function enter(email: string) {
  places += 1;
  const ip = `198.51.100.${places}`;
  const visitor = { kind: "visitor", ip } as const;
  return signIn(instance().deps, visitor, { email, password, ip, userAgent: "Mozilla/5.0" });
}

const lettersTo = async (email: string): Promise<string[]> => {
  const rows = await instance()
    .deps.db.selectFrom("mail_messages")
    .select("subject")
    .where("to_address", "=", email)
    .orderBy("id")
    .execute();
  return rows.map(({ subject }) => subject);
};

const rowOf = (id: string) =>
  instance().deps.db.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const roomOf = (owner: { id: string }, name: string) =>
  createWorkspace(
    instance().deps,
    { kind: "account", accountId: owner.id },
    { ownerAccountId: owner.id, name, slug: name.toLowerCase() },
  );

function orderOf(accountId: string) {
  const { ids } = instance().deps;
  const payer = { payer_email: "pays@example.org", payer_name: "Ada", ordered_by: accountId };
  const plan = { price_id: "price_1", plan_name: "Garden", amount: 900, currency: "eur", every: "month" };
  const agreed = { agreed_words: "I pay", agreed_at: 1, state: "paid", paid_at: 1, created_at: 1 };
  const at = { workspace_id: ids.next(), id: ids.next(), customer_id: "cus_1", session_id: "cs_1" };
  return { ...at, ...payer, ...plan, ...agreed };
}

async function insertSubmission(workspaceId: string) {
  const { db, ids, clock } = instance().deps;
  const from = {
    form_id: ids.next(),
    page_id: ids.next(),
    page_version_id: ids.next(),
    source: "{}",
    ip: "",
  };
  const state = { state: "accepted", quarantine_reason: "", held_consents: "[]", visit_id: "" };
  const own = { workspace_id: workspaceId, id: ids.next(), lead_id: ids.next(), fields: "{}" };
  await db
    .insertInto("submissions")
    .values({ ...own, ...from, ...state, dedupe_key: "", created_at: clock.now() })
    .execute();
}

async function insertAgreement(workspaceId: string) {
  const { db, clock } = instance().deps;
  const who = { customer_id: "cus_9", payer_email: "pays@example.org", payer_name: "Ada", last_four: "" };
  const plan = { price_id: "price_1", plan_name: "Garden", amount: 900, currency: "eur", every: "month" };
  const state = { subscription_id: "sub_1", status: "active", ends: 0, period_end: null, unpaid_since: null };
  const times = { created_at: clock.now(), updated_at: clock.now(), revision: 1 };
  await db
    .insertInto("billing_agreements")
    .values({ workspace_id: workspaceId, ...who, ...plan, ...state, ...times })
    .execute();
}

describe("closing one's account [retention.schedule]", () => {
  it("takes the password, and leaves nothing that names the person", async () => {
    const { deps } = instance();
    const { id, actor } = await person("ada@example.org");
    await deps.transact((tx) =>
      acceptPolicies(deps, tx, actor, { accountId: id, versions: {}, ip: "192.0.2.77" }),
    );
    const acceptance = { account_id: id, policy: "terms", version: 9, at: 1, ip: "192.0.2.0" };
    await deps.db.insertInto("policy_acceptances").values(acceptance).execute();
    await deps.db.insertInto("billing_orders").values(orderOf(id)).execute();
    const { token } = await enter("ada@example.org");
    const close = (proof: string) =>
      closeAccount(deps, actor, { accountId: id, hasPassword: true, proof, ip: "192.0.2.9" });
    await expect(close("something else altogether")).rejects.toMatchObject({ details: { fields: {} } });
    expect(await rowOf(id)).toMatchObject({ closed_at: null });

    await close(password);
    expect(await rowOf(id)).toMatchObject({ email: "", email_key: id, name: "", password_hash: "" });
    expect(await findSession(deps, token)).toBeUndefined();
    const proofs = deps.db.selectFrom("policy_acceptances").selectAll().where("account_id", "=", id);
    expect(await proofs.where("version", "=", 9).executeTakeFirst()).toEqual(acceptance);
    const orders = deps.db.selectFrom("billing_orders").selectAll().where("ordered_by", "=", id);
    expect(await orders.executeTakeFirst()).toMatchObject({ payer_email: "pays@example.org" });
    await expect(enter("ada@example.org")).rejects.toMatchObject({ code: "wrong_credentials" });
    expect(await lettersTo("ada@example.org")).toEqual(["Your account is closed"]);
    // The address is free again, and is somebody else's account then.
    const again = await person("ada@example.org");
    expect(again.id).not.toBe(id);
  });

  it("is refused while a workspace would be left without an owner, and to the last operator", async () => {
    const { deps } = instance();
    const { id, actor } = await person("owner@example.org");
    await roomOf({ id }, "Orchard");
    const close = closeAccount(deps, actor, {
      accountId: id,
      hasPassword: true,
      proof: password,
      ip: "192.0.2.9",
    });
    await expect(close).rejects.toMatchObject({
      code: "last_owner",
      message: expect.stringContaining("Orchard"),
    });

    const operator = await person("operator@example.org");
    await deps.db.updateTable("accounts").set({ is_operator: 1 }).where("id", "=", operator.id).execute();
    const input = { accountId: operator.id, hasPassword: false, ip: "192.0.2.9" };
    const last = closeAccount(deps, operator.actor, { ...input, proof: "Operator@example.org" });
    await expect(last).rejects.toMatchObject({ code: "last_operator" });
    const wrong = closeAccount(deps, operator.actor, { ...input, proof: "x@example.org" });
    await expect(wrong).rejects.toMatchObject({ details: { fields: { proof: expect.any(String) } } });
    await deps.db.updateTable("accounts").set({ is_operator: 0 }).where("id", "=", operator.id).execute();
  });

  it("holds when a backup from before is restored [account.backup]", async () => {
    const { deps, folder } = instance();
    const { id, actor } = await person("restored@example.org");
    const before = await rowOf(id);
    const madeAt = deps.clock.now();
    await closeAccount(deps, actor, { accountId: id, hasPassword: true, proof: password, ip: "192.0.2.9" });
    await deps.db.updateTable("accounts").set(before).where("id", "=", id).execute();
    const files = openFileStore({ folder: path.join(folder, "files"), keys: deps.keys });
    const entries = (await deps.journal.read()).filter((entry) => entry.accountId === id);
    expect(await replayJournal({ ...deps, files }, entries, madeAt)).toBe(1);
    expect(await rowOf(id)).toMatchObject({ email: "", closed_at: expect.any(Number) });
    expect(await lettersTo("restored@example.org")).toHaveLength(1);
  });
});

describe("an account that nobody signs in to [retention.schedule]", () => {
  it("is closed after three years and three letters; one visit keeps it", async () => {
    const { deps } = instance();
    const gone = await person("gone@example.org");
    const kept = await person("kept@example.org");
    deps.clock.advance(1035 * day);
    await closeIdleAccounts(deps);
    expect(await lettersTo("gone@example.org")).toEqual([]);
    deps.clock.advance(day);
    await closeIdleAccounts(deps);
    await closeIdleAccounts(deps);
    const closesOn = new Date(deps.clock.now() + 60 * day).toISOString().slice(0, 10);
    expect(await lettersTo("gone@example.org")).toEqual([`Your account will be closed on ${closesOn}`]);

    await enter("kept@example.org");
    deps.clock.advance(30 * day);
    await closeIdleAccounts(deps);
    deps.clock.advance(23 * day);
    await closeIdleAccounts(deps);
    expect(await lettersTo("gone@example.org")).toHaveLength(3);
    expect(await lettersTo("kept@example.org")).toHaveLength(1);
    deps.clock.advance(6 * day);
    expect(await countIdleAccounts(deps)).toBe(0);
    deps.clock.advance(2 * day);
    const due = await countIdleAccounts(deps);
    expect(due).toBeGreaterThan(0);
    expect((await closeIdleAccounts(deps)).closed).toBe(due);
    expect(await rowOf(gone.id)).toMatchObject({ email: "", name: "" });
    expect(await rowOf(kept.id)).toMatchObject({ email: "kept@example.org", closed_at: null });
    expect((await lettersTo("gone@example.org")).at(-1)).toBe("Your account is closed");
    expect(await closeIdleAccounts(deps)).toMatchObject({ closed: 0 });
  });

  it("is not closed without its letters, however long the instance stood still", async () => {
    const { deps } = instance();
    const slept = await person("slept@example.org");
    deps.clock.advance(2000 * day);
    for (const days of [0, 29, 1, 22, 1, 6]) {
      deps.clock.advance(days * day);
      await closeIdleAccounts(deps);
      expect(await rowOf(slept.id)).toMatchObject({ closed_at: null });
    }
    expect(await lettersTo("slept@example.org")).toHaveLength(3);
    deps.clock.advance(day);
    await closeIdleAccounts(deps);
    expect(await rowOf(slept.id)).toMatchObject({ email: "" });
  });

  it("takes along the workspace that only its person uses, and stays where others depend on it", async () => {
    const { deps } = instance();
    const alone = await person("alone@example.org");
    const needed = await person("needed@example.org");
    const helper = await person("helper@example.org");
    const own = await roomOf(alone, "Attic");
    const used = await roomOf(needed, "Harbour");
    await deps.db
      .insertInto("memberships")
      .values({ workspace_id: used.id, account_id: helper.id, role: "member", created_at: deps.clock.now() })
      .execute();
    for (const days of [1036, 30, 23, 7]) {
      deps.clock.advance(days * day);
      await deps.db
        .updateTable("accounts")
        .set({ last_seen_at: deps.clock.now() })
        .where("id", "=", helper.id)
        .execute();
      await closeIdleAccounts(deps);
    }
    const standing = async (id: string) =>
      (await deps.db.selectFrom("workspaces").selectAll().where("id", "=", id).executeTakeFirst())?.standing;
    expect(await standing(own.id)).toBe("closing");
    expect(await rowOf(alone.id)).toMatchObject({ closed_at: null });
    expect(await standing(used.id)).toBe("good");
    expect(await rowOf(needed.id)).toMatchObject({ closed_at: null });
    expect(await lettersTo("needed@example.org")).toEqual([]);

    await deps.db.deleteFrom("memberships").where("workspace_id", "=", own.id).execute();
    await closeIdleAccounts(deps);
    expect(await rowOf(alone.id)).toMatchObject({ email: "" });
  });

  it("stays while letters reach nobody, a form of its workspace is sent, or somebody pays", async () => {
    const { deps } = instance();
    const asked = await person("asked@example.org");
    const pays = await person("payer@example.org");
    const cut = await person("cut@example.org");
    const busy = await roomOf(asked, "Busy");
    const paid = await roomOf(pays, "Paid");
    deps.clock.advance(1100 * day);
    await insertSubmission(busy.id);
    await insertAgreement(paid.id);
    const origins = { ...deps.config.origins, loopback: false };
    const unheard = { ...deps, config: { ...deps.config, origins } };
    for (const days of [0, 30, 23, 30]) {
      deps.clock.advance(days * day);
      await closeIdleAccounts(unheard);
      expect(await countIdleAccounts(unheard)).toBe(0);
    }
    expect(await lettersTo("cut@example.org")).toEqual([]);
    for (const days of [0, 30, 23, 30]) {
      deps.clock.advance(days * day);
      await closeIdleAccounts(deps);
    }
    expect(await lettersTo("asked@example.org")).toEqual([]);
    expect(await lettersTo("payer@example.org")).toEqual([]);
    for (const { id } of [asked, pays]) expect(await rowOf(id)).toMatchObject({ closed_at: null });
    const rooms = deps.db.selectFrom("workspaces").select("standing").where("id", "in", [busy.id, paid.id]);
    expect(await rooms.execute()).toEqual([{ standing: "good" }, { standing: "good" }]);
    expect(await rowOf(cut.id)).toMatchObject({ closed_at: expect.any(Number) });
  });
});
