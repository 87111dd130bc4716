import { beforeAll, describe, expect, it } from "vitest";
import { clickTokens, openToken } from "~/domain/campaigns/message-token.server";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { recipientToken } from "~/domain/suppression/recipient-token.server";
import { exportLinkToken } from "~/domain/termination/export-link.server";
import { useTestApp } from "../http/test-app";
import { edgeRoutes } from "./edge-samples";
import { rowsOfWorkspace } from "./rows-of-workspace";
import { type ServerRoute, serverRoutes } from "./server-routes";
import { makeVictim, type Victim } from "./victim";

const app = useTestApp();
let victim: Victim;
let stranger: Victim;
let tokens: Record<string, string>;

beforeAll(async () => {
  const { deps } = app();
  victim = await makeVictim(deps, { archive: true });
  stranger = await makeVictim(deps);
  const { workspaceId, ids, word } = victim;
  const addressHash = (await addressHasher(deps, deps.db, workspaceId))(`jo@${word}.example`);
  const delivery = await deps.db
    .selectFrom("deliveries")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  const recipient = { workspaceId, addressHash, topicId: "", deliveryId: delivery.id };
  const message = { workspaceId, campaignId: ids.running, deliveryId: delivery.id };
  tokens = {
    u: recipientToken(deps, "unsubscribe", recipient),
    preferences: recipientToken(deps, "preferences", recipient),
    o: openToken(deps, message),
    c: clickTokens(deps, message)(0),
    export: exportLinkToken(deps, { workspaceId, exportId: ids.export }),
  };
});

const found = (): ServerRoute[] => serverRoutes(app().app).filter(({ path }) => !path.startsWith("/api/v1"));
const nameOf = ({ surface, method, path }: ServerRoute) => `${surface} ${method} ${path}`;

async function ask({ method, path, surface }: ServerRoute, part: string, payload = "") {
  const url = path === "*" ? "/live" : path.replace(/:\w+/, part).replace(/:\w+/, "x.webp");
  const host = surface === "site" ? `${stranger.slug}.localhost:3000` : "localhost:3000";
  const answer = await app().app.inject({
    method: method as "GET",
    url,
    headers: { host, "content-type": "application/x-www-form-urlencoded" },
    remoteAddress: "203.0.113.7",
    payload: method === "POST" ? payload : undefined,
  });
  return { status: answer.statusCode, text: `${JSON.stringify(answer.headers)}\n${answer.body}` };
}

describe("the edge's router", () => {
  it("says of everything that answers without signing in why it may", () => {
    const names = found().map(nameOf);
    expect(
      names.filter((name) => !(name in edgeRoutes)),
      "add to edge-samples.ts",
    ).toEqual([]);
    expect(
      Object.keys(edgeRoutes).filter((name) => !names.includes(name)),
      "routes that are gone",
    ).toEqual([]);
  });
});

describe("a stranger at the edge [account.roles]", () => {
  it("sees and changes nothing of a workspace by ids, or on another site", async () => {
    const { deps } = app();
    const before = await rowsOfWorkspace(deps, victim.workspaceId);
    for (const route of found()) {
      for (const part of [victim.workspaceId, victim.ids.lead, victim.ids.page, "..", "%00"]) {
        const answer = await ask(route, part, "email=eve@evil.example&List-Unsubscribe=One-Click");
        expect(answer.status, `${nameOf(route)} ${part}`).toBeLessThan(500);
        expect(answer.text, nameOf(route)).not.toContain(victim.word);
      }
    }
    expect(await rowsOfWorkspace(deps, victim.workspaceId)).toEqual(before);
  });

  it("uses no link for another purpose, and no link with a letter changed", async () => {
    const { deps } = app();
    const before = await rowsOfWorkspace(deps, victim.workspaceId);
    for (const route of found().filter(({ path }) => /^\/(u|preferences|c|confirm|o)\//.test(path))) {
      const own = route.path.split("/")[1] ?? "";
      const wrong = Object.entries(tokens).flatMap(([kind, token]) => {
        const at = Math.floor(token.length / 2);
        const forged = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
        return kind === own ? [forged] : [token, forged];
      });
      for (const token of wrong) {
        const answer = await ask(route, own === "o" ? `${token}.gif` : token, "List-Unsubscribe=One-Click");
        const refused = own === "o" ? [200] : [400, 404, 410];
        expect(refused, `${nameOf(route)} ${token}`).toContain(answer.status);
        expect(answer.text).not.toContain(victim.word);
      }
    }
    expect(await rowsOfWorkspace(deps, victim.workspaceId)).toEqual(before);
  });

  it("fetches no archive by a link of another export, a forged or an old one", async () => {
    const { deps } = app();
    const fetch = (id: string, token: string) =>
      app().app.inject({
        url: `/api/v1/exports/${id}/archive?token=${token}`,
        headers: { host: "localhost:3000" },
      });
    const token = tokens.export ?? "";
    expect((await fetch(victim.ids.export, token)).statusCode).toBe(200);
    expect((await fetch(victim.ids.page, token)).statusCode).toBe(403);
    for (const wrong of [tokens.u ?? "", `${token}A`, token.slice(1)]) {
      expect((await fetch(victim.ids.export, wrong)).statusCode).toBe(403);
    }
    deps.clock.advance(2 * 3_600_000);
    expect((await fetch(victim.ids.export, token)).statusCode).toBe(403);
  });
});
