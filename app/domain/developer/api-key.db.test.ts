import { describe, expect, it } from "vitest";
import { assembleServerDeps } from "~/server/assemble.server";
import { reactions } from "~/server/reactions.server";
import { readOnly } from "~/testing/db/read-only";
import { readOutboxMail } from "~/testing/db/read-outbox";
import { type TestDeps, useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { createAccount } from "../accounts/create-account.server";
import type { Actor } from "../actor";
import { dispatchEvents } from "../events/dispatch-events.server";
import { closeAccount } from "../termination/close-account.server";
import { changeMemberRole, removeMember } from "../workspaces/change-member.server";
import { createWorkspace } from "../workspaces/create-workspace.server";
import { authenticateApiKey } from "./authenticate-api-key.server";
import { createApiKey } from "./create-api-key.server";
import { listApiKeys } from "./list-api-keys.server";
import { rememberAnswer } from "./remember-answer.server";
import { removeOldAnswers } from "./remove-old-answers.server";
import { revokeApiKey } from "./revoke-api-key.server";
import { takeOverApiKey } from "./take-over-api-key.server";

const instance = useTestInstance();
async function owner(deps: TestDeps, workspaceId: string, role: "owner" | "manager" = "owner") {
  const accountId = deps.ids.next();
  const row = { workspace_id: workspaceId, account_id: accountId, role, created_at: deps.clock.now() };
  await deps.db.insertInto("memberships").values(row).execute();
  return { kind: "member", accountId, workspaceId, role } satisfies Actor;
}

describe("an API key", () => {
  it("speaks for its workspace with its scopes until it is revoked [account.apikey]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "keys");
    const actor = await owner(deps, workspaceId);
    const { id, token } = await createApiKey(deps, actor, {
      workspaceId,
      name: "Website",
      scopes: ["leads:read", "pages:read", "leads:read"],
    });
    expect(token).toMatch(/^foyer_[0-9A-Z]{26}_[0-9A-Za-z]{46}$/);
    expect(await authenticateApiKey(deps, token)).toEqual({
      kind: "apiKey",
      keyId: id,
      workspaceId,
      scopes: ["leads:read", "pages:read"],
    });
    deps.clock.advance(3_600_000);
    const reads = await authenticateApiKey({ ...deps, db: readOnly(deps.db) }, token);
    expect(reads.workspaceId, "also while nothing can be written").toBe(workspaceId);
    const rows = await deps.db.selectFrom("api_keys").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(33));
    await revokeApiKey(deps, actor, { workspaceId, keyId: id });
    await expect(authenticateApiKey(deps, token)).rejects.toMatchObject({ code: "token_invalid" });
    expect((await listApiKeys(deps, workspaceId))[0]?.revokedAt).toBe(deps.clock.now());
  });

  it("is refused alike when malformed, forged or of nobody", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "forged");
    const { token } = await createApiKey(deps, await owner(deps, workspaceId), {
      workspaceId,
      name: "One",
      scopes: ["leads:read"],
    });
    const bad = [
      "",
      "foyer_",
      `${token}x`,
      token.replace(/.$/, token.endsWith("a") ? "b" : "a"),
      "'; drop table api_keys",
    ];
    for (const given of bad) {
      await expect(authenticateApiKey(deps, given)).rejects.toMatchObject({ kind: "unauthenticated" });
    }
  });

  it("is made by owners and admins of that workspace only", async () => {
    const { deps } = instance();
    const mine = await insertTestWorkspace(deps, "mine");
    const theirs = await insertTestWorkspace(deps, "theirs");
    const input = { workspaceId: mine, name: "No", scopes: ["leads:read"] };
    await expect(createApiKey(deps, await owner(deps, theirs), input)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(createApiKey(deps, await owner(deps, mine, "manager"), input)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(
      createApiKey(deps, await owner(deps, mine), { ...input, scopes: ["leads:everything"] }),
    ).rejects.toMatchObject({ details: { fields: { scopes: "There is no scope leads:everything." } } });
  });

  it("of another workspace cannot be revoked by knowing its id", async () => {
    const { deps } = instance();
    const mine = await insertTestWorkspace(deps, "a1");
    const theirs = await insertTestWorkspace(deps, "a2");
    const { id, token } = await createApiKey(deps, await owner(deps, theirs), {
      workspaceId: theirs,
      name: "Theirs",
      scopes: ["leads:read"],
    });
    await expect(
      revokeApiKey(deps, await owner(deps, mine), { workspaceId: mine, keyId: id }),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await authenticateApiKey(deps, token)).workspaceId).toBe(theirs);
  });
});

describe("an API key whose holder lost the right to keep keys [account.apikey]", () => {
  /** Somebody whose key stops when they go. */
  async function leaver(slug: string) {
    const { deps } = instance();
    const people = [];
    for (const name of ["stays", "goes"]) {
      const given = { email: `${name}@${slug}.example`, password: "quiet river under seven bridges", name };
      people.push((await createAccount(deps, { kind: "system", reason: "test" }, given)).accountId);
    }
    const [stays = "", goes = ""] = people;
    const actor = { kind: "account", accountId: stays } as const;
    const { id } = await createWorkspace(deps, actor, { slug, name: slug, ownerAccountId: stays });
    const row = { workspace_id: id, account_id: goes, role: "admin", created_at: deps.clock.now() };
    await deps.db.insertInto("memberships").values(row).execute();
    const own = { kind: "member", workspaceId: id } as const;
    const member = { ...own, accountId: goes, role: "admin" as const };
    const made = await createApiKey(deps, member, { workspaceId: id, name: "Shop", scopes: ["leads:read"] });
    const heir = { ...own, accountId: stays, role: "owner" as const };
    return { ...made, workspaceId: id, goes, member, heir };
  }

  const letters = async (slug: string) => {
    const { deps } = instance();
    await dispatchEvents(deps, reactions(assembleServerDeps(deps)));
    const mails = await readOutboxMail(instance());
    return mails.filter(({ to, subject }) => to === `stays@${slug}.example` && /API key/.test(subject ?? ""));
  };

  it("stops with the next call, is named to those who may keep keys, and works again for who takes it over", async () => {
    const { deps } = instance();
    const { workspaceId, token, id, goes, member, heir } = await leaver("left-shop");
    await removeMember(deps, member, { workspaceId, accountId: goes });
    const refused = { kind: "unauthenticated", code: "token_stopped" };
    await expect(authenticateApiKey(deps, token)).rejects.toMatchObject(refused);
    const [letter] = await letters("left-shop");
    expect(letter?.text).toMatch(/Shop[\s\S]*\/w\/left-shop\/settings\/api-keys/);
    const given = { workspaceId, keyId: id };
    const stranger = { ...heir, workspaceId: deps.ids.next() };
    await expect(takeOverApiKey(deps, stranger, given)).rejects.toMatchObject({ kind: "forbidden" });
    await takeOverApiKey(deps, heir, given);
    expect((await authenticateApiKey(deps, token)).keyId).toBe(id);
    await expect(takeOverApiKey(deps, heir, given)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("stops when they get a smaller role, or close their account, and not by a change that leaves it", async () => {
    const { deps } = instance();
    const { workspaceId, token, goes, heir } = await leaver("role-shop");
    await changeMemberRole(deps, heir, { workspaceId, accountId: goes, role: "owner" });
    expect(await letters("role-shop")).toEqual([]);
    expect((await authenticateApiKey(deps, token)).workspaceId).toBe(workspaceId);
    await changeMemberRole(deps, heir, { workspaceId, accountId: goes, role: "manager" });
    await expect(authenticateApiKey(deps, token)).rejects.toMatchObject({ code: "token_stopped" });
    expect(await letters("role-shop")).toHaveLength(1);

    const closing = await leaver("closed-shop");
    const proof = { hasPassword: true, proof: "quiet river under seven bridges", ip: "192.0.2.1" };
    const actor = { kind: "account", accountId: closing.goes } as const;
    await closeAccount(deps, actor, { accountId: closing.goes, ...proof });
    await expect(authenticateApiKey(deps, closing.token)).rejects.toMatchObject({ code: "token_stopped" });
    expect(await letters("closed-shop")).toHaveLength(1);
  });
});

describe("a repeated request", () => {
  it("gets the first answer, another body is refused, and both are forgotten after a day", async () => {
    const { deps } = instance();
    const request = {
      workspaceId: deps.ids.next(),
      apiKeyId: deps.ids.next(),
      route: "POST /leads",
      key: "k",
      body: { a: 1 },
    };
    let done = 0;
    const work = async () => ({ status: 201, body: { done: ++done } });
    expect(await rememberAnswer(deps, request, work)).toMatchObject({ body: { done: 1 }, repeated: false });
    expect(await rememberAnswer(deps, request, work)).toMatchObject({ body: { done: 1 }, repeated: true });
    await expect(rememberAnswer(deps, { ...request, body: { a: 2 } }, work)).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
    expect(await rememberAnswer(deps, { ...request, route: "POST /pages" }, work)).toMatchObject({
      body: { done: 2 },
    });
    deps.clock.advance(25 * 3_600_000);
    await removeOldAnswers(deps);
    expect(await deps.db.selectFrom("idempotency_answers").selectAll().execute()).toEqual([]);
    expect(await rememberAnswer(deps, request, work)).toMatchObject({ body: { done: 3 } });
  });

  it("is told to wait while the first is being worked on, and may try again after a failure", async () => {
    const { deps } = instance();
    const request = {
      workspaceId: deps.ids.next(),
      apiKeyId: deps.ids.next(),
      route: "POST /x",
      key: "k",
      body: null,
    };
    await rememberAnswer(deps, request, async () => {
      await expect(
        rememberAnswer(deps, request, async () => ({ status: 201, body: 0 })),
      ).rejects.toMatchObject({
        code: "request_in_progress",
      });
      throw new Error("broken");
    }).catch(() => undefined);
    expect(await rememberAnswer(deps, request, async () => ({ status: 201, body: 7 }))).toMatchObject({
      body: 7,
    });
  });
});
