import { beforeAll, describe, expect, it, vi } from "vitest";
import { getPageReport } from "~/domain/analytics/get-page-report.server";
import { reportExperiment } from "~/domain/analytics/report-experiment.server";
import { archiveVariant, setWeights } from "~/domain/experiments/change-variants.server";
import { createExperiment } from "~/domain/experiments/create-experiment.server";
import type { Variant } from "~/domain/experiments/experiment";
import { createPage } from "~/domain/pages/create-page.server";
import { updatePage } from "~/domain/pages/update-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { startExperiment, stopExperiment } from "~/domain/publishing/run-experiment.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let shop: TestSite;
let pageId = "";
let of = { workspaceId: "", experimentId: "" };
let variants: readonly Variant[] = [];
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const form = (words: string) =>
  `<h1>${words}</h1><form><label>Mail <input name="email" type="email"></label><button>Send</button></form>`;

const ask = (visitor: number, headers: Record<string, string> = {}) =>
  test().app.inject({
    method: "GET",
    url: "/varied",
    headers: {
      host: `${shop.site.slug}.localhost:3000`,
      "user-agent": firefox,
      "x-forwarded-for": `198.51.${Math.floor(visitor / 250)}.${visitor % 250}`,
      ...headers,
    },
  });
const variantOf = (body: string) => (body.includes("New words") ? "B" : "A");
const seenBy = async (visitor: number, headers = {}) => variantOf((await ask(visitor, headers)).body);
const within2s = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 4000, interval: 50 });

async function weigh(a: number, b: number) {
  const { deps } = test();
  const [champion, challenger] = variants;
  const weights = { [champion?.id ?? ""]: a, [challenger?.id ?? ""]: b };
  await setWeights(deps, shop.owner, { ...of, weights });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId });
}

async function view(visitor: number, id: string, agent = firefox) {
  const page = await ask(visitor, { "user-agent": agent });
  const token = /data-page="([^"]+)"/.exec(page.body)?.[1] ?? "";
  const answer = await test().app.inject({
    method: "POST",
    url: "/v",
    headers: {
      host: `${shop.site.slug}.localhost:3000`,
      "user-agent": agent,
      "x-forwarded-for": `198.51.${Math.floor(visitor / 250)}.${visitor % 250}`,
      "content-type": "text/plain",
    },
    payload: JSON.stringify({ t: token, v: id, r: "", q: "", d: 0, z: "", l: "en" }),
  });
  expect(answer.statusCode).toBe(204);
  return page.body;
}

beforeAll(async () => {
  const { deps } = test();
  shop = await makeTestSite(deps, { slug: "harbour" });
  const { workspaceId } = shop;
  const page = await createPage(deps, shop.owner, {
    siteId: shop.site.id,
    path: "/varied",
    title: "Bread",
    html: form("Old words"),
  });
  pageId = page.id;
  const made = await createExperiment(deps, shop.owner, {
    workspaceId,
    pageId,
    name: "Words",
    mode: "sequential",
    baseline: 5,
    effect: 20,
  });
  variants = made.variants;
  of = { workspaceId, experimentId: made.id };
  await updatePage(deps, shop.owner, { pageId: variants[1]?.pageId ?? "", html: form("New words") });
  await startExperiment(deps, shop.owner, of);
});

describe("a varied page", () => {
  it("divides visitors by their weights, the same all day, without a cookie and without a query", async () => {
    const first: string[] = [];
    await ask(0);
    const { loads } = test().app.hostedPages.cache.counts;
    for (let visitor = 0; visitor < 200; visitor += 1) {
      const answer = await ask(visitor);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(answer.headers["cache-control"]).toBe("private, no-cache");
      first.push(variantOf(answer.body));
    }
    const b = first.filter((one) => one === "B").length;
    expect(b).toBeGreaterThan(70);
    expect(b).toBeLessThan(130);
    for (let visitor = 0; visitor < 40; visitor += 1) expect(await seenBy(visitor)).toBe(first[visitor]);
    expect(test().app.hostedPages.cache.counts.loads).toBe(loads);
  });

  it("confirms by ETag only the variant that the visitor has", async () => {
    const { headers } = await ask(3);
    expect((await ask(3, { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
    let other = 4;
    while ((await ask(other)).headers.etag === headers.etag) other += 1;
    expect((await ask(other, { "if-none-match": String(headers.etag) })).statusCode).toBe(200);
  });

  it("shows bots the champion, and counts them on no side", async () => {
    const bot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    for (let visitor = 0; visitor < 30; visitor += 1)
      expect(await seenBy(visitor, { "user-agent": bot })).toBe("A");
    await view(1, "01KAHM2Z8N3V5K7M9P2R4T6W81", bot);
    const { periods } = await reportExperiment(test().deps, shop.workspaceId, of.experimentId);
    expect(periods[0]?.arms.every(({ visitors }) => visitors === 0)).toBe(true);
  });

  it("remembers the variant in a cookie only with consent, and not against the browser's signal", async () => {
    const consent = { cookie: "foyer_consent=1.a-" };
    const answer = await ask(11, consent);
    const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    expect(cookie).toMatch(new RegExp(`^foyer_ab=${pageId.slice(-10)}\\.${of.experimentId}\\.`));
    expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Lax/);
    for (const visitor of [51, 52, 53, 54, 55])
      expect(await seenBy(visitor, { cookie: `${consent.cookie}; ${cookie}` })).toBe(variantOf(answer.body));
    for (const refusal of [
      { cookie: "foyer_consent=1.--" },
      { ...consent, "sec-gpc": "1" },
      { ...consent, dnt: "1" },
    ])
      expect((await ask(11, refusal)).headers["set-cookie"]).toBeUndefined();
    const forged = {
      cookie: `foyer_consent=1.a-; foyer_ab=${pageId.slice(-10)}.${of.experimentId}.00000000000000000000000000.1`,
    };
    expect((await ask(12, forged)).statusCode).toBe(200);
  });

  it("counts a person once for views, once for conversion, and leads apart", async () => {
    const body = await view(300, "01KAHM2Z8N3V5K7M9P2R4T6W82");
    await view(300, "01KAHM2Z8N3V5K7M9P2R4T6W83");
    const action = /action="([^"]+)"/.exec(body)?.[1] ?? "";
    const token = /name="_t" value="([^"]+)"/.exec(body)?.[1] ?? "";
    for (const name of ["ada", "grace"]) {
      const sent = await test().app.inject({
        method: "POST",
        url: new URL(action, "http://x").pathname,
        headers: {
          host: `${shop.site.slug}.localhost:3000`,
          "user-agent": firefox,
          "x-forwarded-for": "198.51.1.50",
          "content-type": "application/x-www-form-urlencoded",
        },
        payload: new URLSearchParams({ _t: token, email: `${name}@example.org` }).toString(),
      });
      expect(sent.statusCode).toBeLessThan(400);
    }
    await within2s(async () => {
      const { variants: shares } = await getPageReport(test().deps, shop.workspaceId, pageId);
      const share = shares.find(({ leads }) => leads > 0);
      expect(share).toMatchObject({ views: 2, visitors: 1, conversions: 1, leads: 2 });
    });
  });

  it("counts who agreed to be recognised once, not anew each day, as visitor and as lead", async () => {
    const { deps } = test();
    const counted = async () => {
      const { periods } = await reportExperiment(deps, shop.workspaceId, of.experimentId);
      const sum = (what: "visitors" | "conversions") =>
        periods[0]?.arms.reduce((all, arm) => all + arm[what], 0) ?? 0;
      return { visitors: sum("visitors"), conversions: sum("conversions") };
    };
    let cookie = "foyer_consent=1.a-";
    const take = (answer: { headers: Record<string, unknown> }) => {
      const set = answer.headers["set-cookie"];
      if (set) cookie = `foyer_consent=1.a-; ${String(set).split(";")[0]}`;
    };
    const headers = () => ({
      host: `${shop.site.slug}.localhost:3000`,
      "user-agent": firefox,
      "x-forwarded-for": "198.51.0.88",
      cookie,
    });
    const before = await counted();
    for (const day of [0, 1, 2]) {
      const answer = await ask(88, { cookie });
      take(answer);
      const token = /data-page="([^"]+)"/.exec(answer.body)?.[1] ?? "";
      const seen = await test().app.inject({
        method: "POST",
        url: "/v",
        headers: { ...headers(), "content-type": "text/plain" },
        payload: JSON.stringify({ t: token, v: `01KAHM2Z8N3V5K7M9P2R4T6W9${day}`, d: 0, a: 1 }),
      });
      expect(seen.statusCode).toBe(204);
      const action = /action="([^"]+)"/.exec(answer.body)?.[1] ?? "";
      const sent = await test().app.inject({
        method: "POST",
        url: new URL(action, "http://x").pathname,
        headers: { ...headers(), "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({
          _t: /name="_t" value="([^"]+)"/.exec(answer.body)?.[1] ?? "",
          email: `day${day}@example.org`,
        }).toString(),
      });
      expect(sent.statusCode).toBeLessThan(400);
      take(sent);
      await within2s(async () => expect((await counted()).conversions).toBe(before.conversions + 1));
      deps.clock.advance(24 * 3_600_000);
    }
    await within2s(async () =>
      expect(await counted()).toEqual({
        visitors: before.visitors + 1,
        conversions: before.conversions + 1,
      }),
    );
  });

  it("shows its figures in tens where the workspace wants no small numbers, and no share of few", async () => {
    const { deps } = test();
    const choose = (report_figures: string) =>
      deps.db.updateTable("workspaces").set({ report_figures }).where("id", "=", shop.workspaceId).execute();
    const read = async () => {
      const { periods, isRounded } = await reportExperiment(deps, shop.workspaceId, of.experimentId);
      const arms = periods[0]?.arms ?? [];
      const counts = arms.flatMap(({ visitors, conversions, leads }) => [visitors, conversions, leads]);
      return { isRounded, counts, rates: arms.map(({ rate }) => rate) };
    };
    const exact = await read();
    expect(exact.isRounded).toBe(false);
    expect(exact.counts.some((count) => count % 10 > 0)).toBe(true);
    await choose("rounded");
    const { isRounded, counts, rates } = await read();
    expect(isRounded).toBe(true);
    expect(counts.filter((count) => count % 10 > 0)).toEqual([]);
    expect(rates).toEqual([undefined, undefined]);
    await choose("exact");
  });

  it("lets visitors keep their variant when its weight falls to 0, and gives it to nobody new", async () => {
    let known = 400;
    while ((await seenBy(known)) !== "B") known += 1;
    await view(known, "01KAHM2Z8N3V5K7M9P2R4T6W84");
    await weigh(100, 0);
    await within2s(async () => {
      for (let visitor = 500; visitor < 520; visitor += 1) expect(await seenBy(visitor)).toBe("A");
    });
    expect(await seenBy(known)).toBe("B");
    await archiveVariant(test().deps, shop.owner, { ...of, variantId: variants[1]?.id ?? "" });
    await publishPage(test().deps, shop.owner, { workspaceId: shop.workspaceId, pageId });
    await within2s(async () => expect(await seenBy(known)).toBe("A"));
  });

  it("is one page again when the experiment ends, for any cache", async () => {
    await stopExperiment(test().deps, shop.owner, of);
    await within2s(async () =>
      expect((await ask(1)).headers["cache-control"]).toBe("public, max-age=0, must-revalidate"),
    );
  });
});
