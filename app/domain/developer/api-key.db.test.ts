import { describe, expect, it } from "vitest";
import { readOnly } from "~/testing/db/read-only";
import { useTestInstance } from "~/testing/db/test-deps";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import type { Actor } from "../actor";
import { authenticateApiKey } from "./authenticate-api-key.server";
import { createApiKey } from "./create-api-key.server";
import { listApiKeys } from "./list-api-keys.server";
import { rememberAnswer } from "./remember-answer.server";
import { removeOldAnswers } from "./remove-old-answers.server";
import { revokeApiKey } from "./revoke-api-key.server";

const instance = useTestInstance();
const owner = (deps: { ids: { next(): string } }, workspaceId: string, role: "owner" | "manager" = "owner") =>
  ({ kind: "member", accountId: deps.ids.next(), workspaceId, role }) satisfies Actor;

describe("an API key", () => {
  it("speaks for its workspace with its scopes until it is revoked [account.apikey]", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "keys");
    const actor = owner(deps, workspaceId);
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
    const { token } = await createApiKey(deps, owner(deps, workspaceId), {
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
    await expect(createApiKey(deps, owner(deps, theirs), input)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(createApiKey(deps, owner(deps, mine, "manager"), input)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(
      createApiKey(deps, owner(deps, mine), { ...input, scopes: ["leads:everything"] }),
    ).rejects.toMatchObject({ details: { fields: { scopes: "There is no scope leads:everything." } } });
  });

  it("of another workspace cannot be revoked by knowing its id", async () => {
    const { deps } = instance();
    const mine = await insertTestWorkspace(deps, "a1");
    const theirs = await insertTestWorkspace(deps, "a2");
    const { id, token } = await createApiKey(deps, owner(deps, theirs), {
      workspaceId: theirs,
      name: "Theirs",
      scopes: ["leads:read"],
    });
    await expect(
      revokeApiKey(deps, owner(deps, mine), { workspaceId: mine, keyId: id }),
    ).rejects.toMatchObject({
      kind: "not_found",
    });
    expect((await authenticateApiKey(deps, token)).workspaceId).toBe(theirs);
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
