import { beforeAll, describe, expect, it } from "vitest";
import { pageToken } from "~/domain/tracking/page-token.server";
import { removeOldSalts } from "~/domain/tracking/visitor-salt.server";
import { makeTestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let workspaceId = "";
const pageId = "01JPAGE0000000000000000003";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
let token = "";
let visits = 0;

const visitId = () => {
  visits += 1;
  return `01JV1S1T${String(visits).padStart(18, "0")}`;
};

const beacon = (body: object | string, headers: Record<string, string> = {}) =>
  app().app.inject({
    method: "POST",
    url: "/v",
    payload: typeof body === "string" ? body : JSON.stringify({ t: token, ...body }),
    headers: {
      host: "shop.localhost",
      "content-type": "text/plain;charset=UTF-8",
      "user-agent": firefox,
      "x-forwarded-for": "198.51.100.7",
      ...headers,
    },
  });

const visit = (id: string) =>
  app().deps.db.selectFrom("visits").selectAll().where("id", "=", id).executeTakeFirst();

beforeAll(async () => {
  const made = await makeTestSite(app().deps, { slug: "shop" });
  workspaceId = made.workspaceId;
  token = pageToken(app().deps, {
    workspaceId,
    pageId,
    pageVersionId: "01JVERS0000000000000000003",
    siteId: made.site.id,
  });
});

describe("POST /v", () => {
  it("[pages.navigational] stores a view before it answers, without address and time zone where nobody agreed", async () => {
    const id = visitId();
    const answer = await beacon({
      v: id,
      r: "https://search.example/?q=private",
      q: "?utm_source=news&utm_campaign=Spring%20sale",
      z: "Europe/Berlin",
      l: "de",
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(await visit(id)).toMatchObject({
      workspace_id: workspaceId,
      page_id: pageId,
      referrer_host: "search.example",
      utm_source: "news",
      utm_campaign: "Spring sale",
      browser: "Firefox",
      os: "Linux",
      ip: "",
      time_zone: "",
      consent: "none",
      is_bot: 0,
      duration_ms: 0,
    });
  });

  it("[pages.navigational] keeps the truncated address and the time zone with consent, unless the browser says no", async () => {
    const agreed = visitId();
    await beacon({ v: agreed, a: 1, z: "Europe/Berlin" });
    expect(await visit(agreed)).toMatchObject({
      ip: "198.51.100.0",
      time_zone: "Europe/Berlin",
      consent: "analytics",
    });
    const refused = visitId();
    await beacon({ v: refused, a: 1, z: "Europe/Berlin" }, { "sec-gpc": "1" });
    expect(await visit(refused)).toMatchObject({ ip: "", time_zone: "", consent: "none" });
  });

  it("lets a visit grow in length, never shrink, and takes a late start as no new visit", async () => {
    const id = visitId();
    await Promise.all([beacon({ v: id }), beacon({ v: id, d: 12_000 }), beacon({ v: id, d: 7000, f: 1 })]);
    await beacon({ v: id, d: 3000 });
    expect(await visit(id)).toMatchObject({ duration_ms: 12_000, form_started: 1 });
  });

  it("[consent.noflash] knows a visitor again within a day, and not on the next", async () => {
    const { clock, db } = app().deps;
    const ids = [visitId(), visitId(), visitId(), visitId()] as const;
    await beacon({ v: ids[0] });
    await beacon({ v: ids[1] });
    await beacon({ v: ids[2] }, { "x-forwarded-for": "198.51.100.8" });
    clock.advance(24 * 3_600_000);
    await beacon({ v: ids[3] });
    const [first, again, other, nextDay] = await Promise.all(
      ids.map(async (id) => (await visit(id))?.visitor_key),
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(nextDay).not.toBe(first);
    await removeOldSalts(app().deps);
    expect(await db.selectFrom("visitor_salts").select("day").execute()).toHaveLength(1);
  });

  it("keeps bots apart", async () => {
    const id = visitId();
    await beacon({ v: id }, { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" });
    expect(await visit(id)).toMatchObject({ is_bot: 1 });
  });

  it("stores nothing of beacons that are broken, forged, huge or of unknown pages", async () => {
    const before = await app().deps.db.selectFrom("visits").select("id").execute();
    expect((await beacon("not json")).statusCode).toBe(400);
    expect((await beacon({ v: "1; drop table visits" })).statusCode).toBe(400);
    expect((await beacon({ t: token.slice(0, -2), v: visitId() })).statusCode).toBe(204);
    expect((await beacon({ v: visitId(), r: "x".repeat(9000) })).statusCode).toBe(413);
    const elsewhere = await beacon({ v: visitId() }, { host: "localhost" });
    expect(elsewhere.statusCode).toBe(404);
    expect(await app().deps.db.selectFrom("visits").select("id").execute()).toHaveLength(before.length);
  });

  it("stores many that come at once in few commits, each of them", async () => {
    const ids = Array.from({ length: 300 }, visitId);
    const answers = await Promise.all(ids.map((id) => beacon({ v: id, q: "?utm_source=𝕦𝕥𝕞" })));
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([204]));
    const rows = await app().deps.db.selectFrom("visits").select("id").where("id", "in", ids).execute();
    expect(rows).toHaveLength(300);
  });
});

describe("POST /consent", () => {
  const choose = (body: object, headers: Record<string, string> = {}) =>
    app().app.inject({
      method: "POST",
      url: "/consent",
      payload: body,
      headers: { host: "shop.localhost", ...headers },
    });

  it("[consent.cookies] keeps proof of a choice, remembers it in one cookie, and lets one change it", async () => {
    const yes = await choose({ t: token, analytics: true, marketing: true, w: "2026-11" });
    expect(yes.statusCode).toBe(204);
    expect(yes.headers["set-cookie"]).toMatch(
      /^foyer_consent=2\.-am\.[0-9a-f]{12}; Path=\/; Max-Age=15724800; SameSite=Lax$/,
    );
    const no = await choose({ t: token, analytics: false, marketing: false, w: "2026-11" });
    expect(no.headers["set-cookie"]).toContain("foyer_consent=2.---.");
    const rows = await app()
      .deps.db.selectFrom("cookie_choices")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .orderBy("id")
      .execute();
    expect(rows).toMatchObject([
      { analytics: 1, marketing: 1, gpc: 0, wording_version: "2026-11" },
      { analytics: 0, marketing: 0, gpc: 0 },
    ]);
  });

  it("[consent.cookies] takes Global Privacy Control as a no to marketing", async () => {
    const answer = await choose({ t: token, analytics: true, marketing: true }, { "sec-gpc": "1" });
    expect(answer.headers["set-cookie"]).toContain("foyer_consent=2.-a-.");
  });

  it("refuses what names no page of ours", async () => {
    expect((await choose({ t: "x", analytics: true })).statusCode).toBe(400);
    expect((await choose([] as unknown as object)).statusCode).toBe(400);
  });
});
