import { beforeAll, describe, expect, it, vi } from "vitest";
import { deleteThirdParty } from "~/domain/consent/delete-third-party.server";
import { saveThirdParty } from "~/domain/consent/save-third-party.server";
import type { ThirdPartyInput } from "~/domain/consent/third-party";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { createSite } from "~/domain/sites/create-site.server";
import { updateSite } from "~/domain/sites/update-site.server";
import { publicLanguages } from "~/lib/public-language";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
let shop: TestSite;

const statistics = {
  name: "Tide Count",
  vendor: "Tide Ltd",
  purpose: "Counts visits in more detail",
  category: "analytics",
  privacyUrl: "https://tide.example/privacy",
  scripts: "https://cdn.tide.example/count.js?site=1",
  startCode: "window.tide=window.tide||[];tide.push('start')",
  hosts: "*.tide.example",
  storedNames: "_tide*",
} satisfies ThirdPartyInput;
const adverts = {
  name: "Gull Ads",
  vendor: "Gull Inc",
  purpose: "Shows our adverts elsewhere",
  category: "marketing",
  scripts: "https://gull.example/pixel.js",
} satisfies ThirdPartyInput;

type Headers = Record<string, string>;
const ask = (url: string, headers: Headers = {}, slug = "harbour") =>
  test().app.inject({ url, headers: { host: `${slug}.localhost:3000`, ...headers } });

async function publish(at: TestSite, path: string, language?: string) {
  const { deps } = test();
  const html = `<html lang="${language ?? "en"}"><h1>Bread</h1></html>`;
  const page = await createPage(deps, at.owner, { siteId: at.site.id, path, title: "Bread", html, language });
  await publishPage(deps, at.owner, { workspaceId: at.workspaceId, pageId: page.id });
  return page.id;
}
const declare = (input: ThirdPartyInput & { thirdPartyId?: string }, at = shop) =>
  saveThirdParty(test().deps, at.owner, { workspaceId: at.workspaceId, ...input });

const questionIn = (html: string) => {
  const [, json = ""] = /data-consent="([^"]*)"/.exec(html) ?? [];
  const plain = json
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return plain ? JSON.parse(plain) : undefined;
};

async function choose(body: Headers | object, headers: Headers = {}) {
  const { t, o } = questionIn((await ask("/")).body);
  return test().app.inject({
    method: "POST",
    url: "/consent",
    payload: { t, o, ...body },
    headers: { host: "harbour.localhost:3000", ...headers },
  });
}
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers["set-cookie"]).split(";", 1)[0] ?? "";
const within2s = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 4000, interval: 100 });

let count: { id: string };

beforeAll(async () => {
  shop = await makeTestSite(test().deps, { slug: "harbour" });
  await publish(shop, "/");
  await publish(shop, "/brot", "de");
});

describe("a site that uses nothing of others", () => {
  it("asks nothing, adds nothing, and may be kept by any cache", async () => {
    const page = await ask("/");
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain("consent.js");
    expect(page.body).not.toContain("foyer-cookies");
    expect(page.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect((await ask("/consent")).body).toContain("set no cookies");
  });
});

describe("declared services", () => {
  beforeAll(async () => {
    count = await declare(statistics);
    await declare(adverts);
    await within2s(async () => expect((await ask("/")).body).toContain("consent.js"));
  });

  it("are not in the page, nor in its policy, before the visitor agreed [pages.thirdparty]", async () => {
    const page = await ask("/");
    const policy = String(page.headers["content-security-policy"]);
    expect(page.body).not.toContain('<script src="https:');
    expect(page.body).not.toContain("tide.push");
    expect(policy).not.toMatch(/tide|gull/);
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.headers["cache-control"]).toBe("private, no-cache");
    expect(questionIn(page.body)).toMatchObject({ q: true, c: ["analytics", "marketing"], s: [] });
  });

  it("appear by category only, and vanish with the withdrawal [consent.cookies] [pages.thirdparty]", async () => {
    const cookie = cookieOf(await choose({ analytics: true, marketing: false }));
    const page = await ask("/", { cookie: `other=1; ${cookie}` });
    const policy = String(page.headers["content-security-policy"]);
    expect(page.body).toContain('<script src="https://cdn.tide.example/count.js?site=1" async></script>');
    expect(page.body).toContain(`<script>${statistics.startCode}</script>`);
    expect(policy).toMatch(
      /script-src 'self' 'sha256-[\w+/=]+' https:\/\/cdn\.tide\.example\/count\.js https:\/\/\*\.tide\.example 'sha256-[\w+/=]+'/,
    );
    expect(page.body + policy).not.toContain("gull.example");
    expect(questionIn(page.body)).toMatchObject({ s: ["analytics"] });
    expect(questionIn(page.body).q).toBeUndefined();
    const no = cookieOf(await choose({ analytics: false, marketing: false }));
    const after = await ask("/", { cookie: no });
    expect(after.body + after.headers["content-security-policy"]).not.toMatch(
      /src="https|tide\.example\/count/,
    );
    expect(questionIn(after.body).q).toBeUndefined();
    const etags = [page, after, await ask("/")].map((one) => one.headers.etag);
    expect(new Set(etags).size).toBe(3);
  });

  it("stay out for a browser that objects, whatever its cookie says, and the page says so [ads.optout] [consent.cookies]", async () => {
    const cookie = cookieOf(await choose({ analytics: true, marketing: true }));
    expect((await ask("/", { cookie })).body).toContain("https://gull.example/pixel.js");
    const gpc = await ask("/", { cookie, "sec-gpc": "1" });
    expect(gpc.body + gpc.headers["content-security-policy"]).not.toContain("gull.example");
    expect(gpc.body).toContain("https://cdn.tide.example/count.js");
    expect(gpc.body).toContain("<span>Opt-out request honoured</span>");
    const dnt = await ask("/", { cookie, dnt: "1" });
    expect(dnt.body).not.toContain("count.js");
    expect(dnt.body).toContain("<span>Do Not Track honoured</span>");
    const both = await ask("/", { "sec-gpc": "1", dnt: "1" });
    expect(questionIn(both.body).q).toBeUndefined();
    const objecting = await choose({ analytics: true, marketing: true }, { "sec-gpc": "1" });
    expect(cookieOf(objecting)).toContain("=2.-a-.");
    const inScript = await choose({ analytics: true, marketing: true, gpc: true });
    expect(cookieOf(inScript)).toContain("=2.-a-.");
  });

  it("are chosen with proof of what there was to read [consent.record]", async () => {
    await choose({ analytics: true, marketing: false, l: "de" });
    const { db } = test().deps;
    const choice = await db
      .selectFrom("cookie_choices")
      .selectAll()
      .where("workspace_id", "=", shop.workspaceId)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(choice).toMatchObject({
      analytics: 1,
      marketing: 0,
      functional: 0,
      gpc: 0,
      site_id: shop.site.id,
    });
    expect(choice.page_version_id).toMatch(/^[0-9A-Z]{26}$/);
    const wording = await db
      .selectFrom("cookie_wordings")
      .selectAll()
      .where("workspace_id", "=", shop.workspaceId)
      .where("hash", "=", choice.wording_hash)
      .executeTakeFirstOrThrow();
    expect(wording.language).toBe("de");
    expect(wording.text).toMatch(
      /Darf diese Seite[\s\S]*Tide Count, Tide Ltd: Counts visits[\s\S]*Alles ablehnen/,
    );
  });

  it("are asked for anew when what is asked for changes [consent.cookies]", async () => {
    const cookie = cookieOf(await choose({ analytics: true, marketing: true }));
    const before = questionIn((await ask("/")).body);
    await declare({ ...statistics, thirdPartyId: count.id, purpose: "Records what you do" });
    await within2s(async () => {
      const page = await ask("/", { cookie });
      expect(page.body).not.toContain("count.js");
      expect(questionIn(page.body)).toMatchObject({ q: true, s: [] });
    });
    const late = await choose({ o: before.o, analytics: true });
    expect([late.statusCode, late.json().code]).toEqual([409, "offer_changed"]);
    expect(late.headers["set-cookie"]).toBeUndefined();
  });

  it("can be chosen and refused without script, from a link in every page", async () => {
    const page = (await ask("/brot")).body;
    const [, href = ""] = /class="foyer-cookies"[^>]*><a href="([^"]+)"/.exec(page) ?? [];
    const form = await ask(href.replaceAll("&amp;", "&"), { referer: "http://harbour.localhost:3000/brot" });
    expect(form.body).toMatch(/<html lang="de"[\s\S]*Alles ablehnen[\s\S]*Allem zustimmen/);
    expect(form.body).not.toContain(" checked");
    expect(form.body).toContain('<a href="/brot">');
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form.body)?.[1] ?? "";
    const post = (more: Headers) =>
      test().app.inject({
        method: "POST",
        url: "/consent",
        payload: new URLSearchParams({
          ...{ t: value("t"), o: value("o"), l: value("l"), b: value("b") },
          ...more,
        }).toString(),
        headers: {
          host: "harbour.localhost:3000",
          origin: "http://harbour.localhost:3000",
          "content-type": "application/x-www-form-urlencoded",
        },
      });
    const all = await post({ all: "yes" });
    expect([all.statusCode, cookieOf(all).slice(0, 19)]).toEqual([303, "foyer_consent=2.-am"]);
    const saved = await ask(String(all.headers.location), { cookie: cookieOf(all) });
    expect(saved.body).toMatch(/Ihre Wahl ist gespeichert[\s\S]*name="analytics" value="1" checked/);
    expect(saved.body).toContain('<a href="/brot">');
    for (const b of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const elsewhere = await post({ all: "no", b });
      expect((await ask(String(elsewhere.headers.location))).body).toContain('<a href="/">');
    }
    expect(cookieOf(await post({ all: "no", analytics: "1" }))).toContain("2.---.");
    expect(cookieOf(await post({ marketing: "1" }))).toContain("2.--m.");
  });

  it("are agreed to by nobody but the visitor of the page", async () => {
    const forged = await choose({ analytics: true }, { origin: "https://evil.example" });
    expect(forged.statusCode).toBe(403);
    expect((await choose({ analytics: true }, { origin: "null" })).statusCode).toBe(403);
    expect(forged.headers["set-cookie"]).toBeUndefined();
    for (const cookie of [
      "foyer_consent=2.fam.",
      "foyer_consent=1.am",
      "foyer_consent=2.fam.xxxxxxxxxxxx",
      "xfoyer_consent=2.fam.1",
    ])
      expect((await ask("/", { cookie })).body).not.toContain("count.js");
  });

  it("are agreed to on the site that asks, never in the name of another", async () => {
    const other = await makeTestSite(test().deps, { slug: "quay" });
    await publish(other, "/");
    await declare(statistics, other);
    await within2s(async () => expect((await ask("/", {}, "quay")).body).toContain("consent.js"));
    const theirs = questionIn((await ask("/", {}, "quay")).body);
    const proofs = async () =>
      (await test().deps.db.selectFrom("cookie_choices").select("id").execute()).length;
    const before = await proofs();
    const carried = await choose({ t: theirs.t, o: theirs.o, analytics: true });
    expect([carried.statusCode, carried.headers["set-cookie"]]).toEqual([400, undefined]);
    expect(await proofs()).toBe(before);
  });

  it("speak the language of the page", async () => {
    const words = new Set<string>();
    for (const language of publicLanguages) await publish(shop, `/in-${language}`, language);
    const last = `/in-${publicLanguages.at(-1)}`;
    await within2s(async () => expect((await ask(last)).statusCode).toBe(200));
    for (const language of publicLanguages) {
      const { l, w } = questionIn((await ask(`/in-${language}`)).body);
      expect(l).toBe(language);
      words.add(w.refuse);
    }
    expect(words.size).toBe(publicLanguages.length);
  });

  it("may be kept to one site of the workspace", async () => {
    const { deps } = test();
    const site = await createSite(deps, shop.owner, {
      workspaceId: shop.workspaceId,
      slug: "pier",
      name: "Pier",
      language: "en",
    });
    await publish({ ...shop, site }, "/");
    const own = await declare({
      ...adverts,
      name: "Pier only",
      siteId: site.id,
      scripts: "https://pier.example/a.js",
    });
    await within2s(async () => expect(questionIn((await ask("/", {}, "pier")).body).v).toHaveLength(3));
    expect(questionIn((await ask("/")).body).v).toHaveLength(2);
    await deleteThirdParty(deps, shop.owner, { workspaceId: shop.workspaceId, thirdPartyId: own.id });
    await within2s(async () => expect(questionIn((await ask("/", {}, "pier")).body).v).toHaveLength(2));
  });
});

describe("declaring a service", () => {
  it.each([
    ["script over plain http", { scripts: "http://cdn.tide.example/a.js" }, "scripts"],
    ["script that is code", { scripts: "javascript:alert(1)" }, "scripts"],
    ["script with a password", { scripts: "https://a:b@tide.example/a.js" }, "scripts"],
    ["host that ends the policy", { hosts: "tide.example; script-src *" }, "hosts"],
    ["host that is everything", { hosts: "*" }, "hosts"],
    ["host of a whole top level", { hosts: "*.com" }, "hosts"],
    ["code that closes its tag", { startCode: "x='</script><script src=//evil>'" }, "startCode"],
    ["nothing to load", { scripts: "", startCode: "" }, "scripts"],
    ["category of its own", { category: "necessary" as "analytics" }, "category"],
    ["no purpose", { purpose: " " }, "purpose"],
    ["privacy notice that is code", { privacyUrl: "javascript:alert(1)" }, "privacyUrl"],
    ["name with a semicolon", { storedNames: "a;b" }, "storedNames"],
  ])("is refused with a %s", async (_what, wrong, field) => {
    const refused = await declare({ ...statistics, ...wrong }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: "invalid", details: { fields: { [field]: expect.any(String) } } });
  });

  it("is for those who manage settings, in their own workspace", async () => {
    const stranger = await makeTestSite(test().deps, {});
    const steal = saveThirdParty(test().deps, stranger.owner, { workspaceId: shop.workspaceId, ...adverts });
    await expect(steal).rejects.toMatchObject({ kind: "not_found" });
    const member = { ...shop.owner, role: "manager" } as const;
    const low = saveThirdParty(test().deps, member, { workspaceId: shop.workspaceId, ...adverts });
    await expect(low).rejects.toMatchObject({ kind: "forbidden" });
    const foreign = declare({ ...adverts, thirdPartyId: count.id }, stranger);
    await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
  });

  it("shows that an objection was heard where only statistics are asked about, too", async () => {
    const reef = await makeTestSite(test().deps, { slug: "reef" });
    await publish(reef, "/");
    await declare(statistics, reef);
    await within2s(async () => {
      const { body } = await ask("/", { "sec-gpc": "1" }, "reef");
      expect(questionIn(body)?.c).toEqual(["analytics"]);
      expect(body).toContain("<span>Opt-out request honoured</span>");
    });
    expect((await ask("/", {}, "reef")).body).not.toContain("<span>Opt-out");
  });

  it("lets visitors change their mind on the site's own page for what is not there, which loads no service", async () => {
    const lagoon = await makeTestSite(test().deps, { slug: "lagoon" });
    const pageId = await publish(lagoon, "/lost");
    await declare(statistics, lagoon);
    const at = { workspaceId: lagoon.workspaceId, siteId: lagoon.site.id };
    await updateSite(test().deps, lagoon.owner, { ...at, changes: { missingPageId: pageId } });
    await within2s(async () => {
      const { statusCode, body, headers } = await ask("/nowhere", {}, "lagoon");
      expect(statusCode).toBe(404);
      const [, link = ""] = /<aside class="foyer-cookies"[^>]*><a href="([^"]+)"/.exec(body) ?? [];
      expect((await ask(link.replaceAll("&amp;", "&"), {}, "lagoon")).body).toContain('name="analytics"');
      expect(body + headers["content-security-policy"]).not.toContain("tide.example");
    });
  });

  it("says in the well-known place that objections of browsers are heard", async () => {
    expect((await ask("/.well-known/gpc.json")).json()).toEqual({ gpc: true, lastUpdate: "2026-11-28" });
  });
});
