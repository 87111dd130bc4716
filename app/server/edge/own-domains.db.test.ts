import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { setSharePicture } from "~/domain/publishing/set-share-picture.server";
import { updatePageListing } from "~/domain/publishing/update-page-listing.server";
import { addRedirect } from "~/domain/sites/add-redirect.server";
import { addSiteDomain } from "~/domain/sites/add-site-domain.server";
import { checkSiteDomain } from "~/domain/sites/check-site-domain.server";
import { importRedirects } from "~/domain/sites/import-redirects.server";
import { removeSiteDomain } from "~/domain/sites/remove-site-domain.server";
import { setPrimaryDomain } from "~/domain/sites/set-primary-domain.server";
import { setSitePicture } from "~/domain/sites/set-site-picture.server";
import { tokenText } from "~/domain/sites/site-domain";
import { updateSite } from "~/domain/sites/update-site.server";
import { startDnsServer } from "~/testing/dns/dns-server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { type TestApp, useTestApp } from "~/testing/http/test-app";

const dns = await startDnsServer();
const test = useTestApp({
  DNS_CHECKS: "on",
  DNS_SERVERS: dns.address,
  APP_ORIGIN: "https://app.foyer.example",
  PAGES_DOMAIN: "pages.example.net",
  TLS_ASK_TOKEN: "a-token-for-the-proxy",
});
afterAll(() => dns.close());

let shop: TestSite;
beforeAll(async () => {
  shop = await makeTestSite(test().deps, { slug: "harbour" });
});

const subdomain = "harbour.pages.example.net";
const get = (host: string, url: string, headers: Record<string, string> = {}) =>
  test().app.inject({ url, headers: { host, ...headers } });
const within2s = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 2000, interval: 50 });
const at = () => ({ workspaceId: shop.workspaceId, siteId: shop.site.id });
const deps = (): TestApp["deps"] => test().deps;

async function publish(path: string, html: string, language = "en") {
  const page = await createPage(deps(), shop.owner, {
    siteId: shop.site.id,
    path,
    title: "Bread & butter",
    html,
    language,
  });
  const input = { workspaceId: shop.workspaceId, pageId: page.id };
  await publishPage(deps(), shop.owner, input);
  return input;
}
async function own(domain: string) {
  const { token } = await addSiteDomain(deps(), shop.owner, { ...at(), domain });
  dns.zones.set(`_foyer.${domain}`, { txt: [tokenText(token)] });
  dns.zones.set(domain, { a: ["203.0.113.9"] });
  await checkSiteDomain(deps(), { workspaceId: shop.workspaceId, domain });
}
const list = (input: { pageId: string }, changes: Parameters<typeof updatePageListing>[2]["changes"]) =>
  updatePageListing(deps(), shop.owner, { workspaceId: shop.workspaceId, pageId: input.pageId, changes });

describe("a customer's domain", () => {
  it("is unknown until it is verified, served within 2 seconds, and unknown again once removed", async () => {
    await publish("/hello", "<h1>Hello</h1>");
    expect((await get("www.bread.example", "/hello")).statusCode).toBe(421);
    await own("www.bread.example");
    await within2s(async () => expect((await get("www.bread.example", "/hello")).statusCode).toBe(200));
    expect((await get("WWW.Bread.example:443", "/hello")).statusCode).toBe(200);
    expect((await get("www.bread.example", "/api/v1/sites")).statusCode).toBe(404);
    await removeSiteDomain(deps(), shop.owner, { ...at(), domain: "www.bread.example" });
    await within2s(async () => expect((await get("www.bread.example", "/hello")).statusCode).toBe(421));
  });

  it("takes the visitors of the site's other hosts, and the page says so to search engines", async () => {
    await publish("/main", "<h1>Main</h1>");
    await own("bread.example");
    await own("www.bread.example");
    await within2s(async () => expect((await get("bread.example", "/main")).statusCode).toBe(200));
    const before = await get(subdomain, "/main");
    expect(before.body).toContain(`<link rel="canonical" href="https://${subdomain}/main">`);
    await setPrimaryDomain(deps(), shop.owner, { ...at(), domain: "www.bread.example" });
    for (const host of [subdomain, "bread.example"]) {
      await within2s(async () => {
        const moved = await get(host, "/main?a=1");
        expect([moved.statusCode, moved.headers.location]).toEqual([
          301,
          "https://www.bread.example/main?a=1",
        ]);
      });
    }
    const main = await get("www.bread.example", "/main");
    expect(main.statusCode).toBe(200);
    expect(main.body).toContain('<link rel="canonical" href="https://www.bread.example/main">');
    expect(main.body).not.toContain(subdomain);
    expect(main.headers.etag).not.toBe(before.headers.etag);
    const robots = (await get("www.bread.example", "/robots.txt")).body;
    expect(robots).toContain("Sitemap: https://www.bread.example/sitemap.xml");
    expect((await get("www.bread.example", "/sitemap.xml")).body).toContain(
      "<loc>https://www.bread.example/main</loc>",
    );
    expect((await get(subdomain, "//evil.example/x")).headers.location ?? "").not.toMatch(
      /^(https?:)?\/\/evil/,
    );
    await setPrimaryDomain(deps(), shop.owner, { ...at(), domain: "" });
    await within2s(async () => expect((await get(subdomain, "/main")).statusCode).toBe(200));
  });

  it("lets an earlier subdomain lead to the present one", async () => {
    await publish("/kept", "<h1>Kept</h1>");
    await updateSite(deps(), shop.owner, { ...at(), changes: { slug: "harbour-bread" } });
    await within2s(async () => {
      const moved = await get(subdomain, "/kept");
      expect([moved.statusCode, moved.headers.location]).toEqual([
        301,
        "https://harbour-bread.pages.example.net/kept",
      ]);
    });
    expect((await get("harbour-bread.pages.example.net", "/kept")).statusCode).toBe(200);
    await updateSite(deps(), shop.owner, { ...at(), changes: { slug: "harbour" } });
    await within2s(async () => expect((await get(subdomain, "/kept")).statusCode).toBe(200));
  });
});

describe("a certificate on demand", () => {
  const ask = (domain: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) =>
    test().app.inject({
      url: `/internal/ask?domain=${encodeURIComponent(domain)}${more.token ? `&token=${more.token}` : ""}`,
      headers: { host: more.host ?? "127.0.0.1:3000", ...headers },
      remoteAddress: more.from ?? "127.0.0.1",
    });

  it("is allowed for what is served, from this machine or with the token only", async () => {
    await own("cert.example");
    for (const [domain, status] of [
      ["cert.example", 200],
      ["app.foyer.example", 200],
      [subdomain, 200],
      ["other.example", 404],
      ["nobody.pages.example.net", 404],
      ["", 404],
      ["x".repeat(5000), 404],
    ] as const) {
      expect([domain, (await ask(domain)).statusCode]).toEqual([domain, status]);
    }
    expect((await ask("cert.example", { "x-forwarded-for": "198.51.100.1" })).statusCode).toBe(404);
    const outside = { from: "198.51.100.1", host: "app.foyer.example" };
    expect((await ask("cert.example", {}, outside)).statusCode).toBe(404);
    expect((await ask("cert.example", {}, { ...outside, token: "a-token-for-the-prox_" })).statusCode).toBe(
      404,
    );
    expect((await ask("cert.example", {}, { ...outside, token: "a-token-for-the-proxy" })).statusCode).toBe(
      200,
    );
    const onSite = await ask("cert.example", {}, { host: subdomain });
    expect(onSite.body).not.toBe("yes");
  });

  it("serves nothing else under the machine's own name", async () => {
    for (const url of ["/", "/api/v1/sites", "/metrics", "/hello"]) {
      expect([url, (await get("127.0.0.1:3000", url)).statusCode]).toEqual([url, 404]);
    }
  });
});

describe("where there is no page", () => {
  it("a redirect leads on in one step, with the query, and a page comes before it", async () => {
    await addRedirect(deps(), shop.owner, { ...at(), source: "/old", target: "/middle", status: 301 });
    await addRedirect(deps(), shop.owner, { ...at(), source: "/middle", target: "/new#top", status: 302 });
    await addRedirect(deps(), shop.owner, {
      ...at(),
      source: "/blog",
      target: "https://blog.example/",
      scope: "prefix",
    });
    await within2s(async () => {
      const moved = await get(subdomain, "/old?utm=x");
      expect([moved.statusCode, moved.headers.location]).toEqual([302, "/new?utm=x#top"]);
    });
    expect((await get(subdomain, "/blog/2024/a%20b")).headers.location).toBe(
      "https://blog.example/2024/a%20b",
    );
    await publish("/old", "<h1>Now a page</h1>");
    await within2s(async () => expect((await get(subdomain, "/old")).statusCode).toBe(200));
    const loop = addRedirect(deps(), shop.owner, { ...at(), source: "/new", target: "/middle" });
    await expect(loop).rejects.toMatchObject({ code: "redirect_loop" });
  });

  it("redirects come from a CSV file, and lines that cannot be kept are named", async () => {
    const csv = Buffer.from(
      `from;to;status\n/a;/b;302\n/shop/*;https://shop.example/*;\nno-slash;/x;\n/c;javascript:alert(1);\n/d;/e;404\n"/${"x".repeat(400)}";/y;\n`,
    );
    const file = (async function* () {
      yield csv;
    })();
    const imported = await importRedirects(deps(), shop.owner, { ...at(), file });
    expect(imported.added).toBe(2);
    expect(imported.refused.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
    await within2s(async () => expect((await get(subdomain, "/a")).headers.location).toBe("/b"));
    expect((await get(subdomain, "/shop/cake")).headers.location).toBe("https://shop.example/cake");
    const broken = (async function* () {
      yield Buffer.from("one,two\n1,2\n");
    })();
    await expect(importRedirects(deps(), shop.owner, { ...at(), file: broken })).rejects.toMatchObject({
      code: "redirects_unreadable",
    });
  });

  it("the site's own page is shown, or a plain one in the site's language", async () => {
    const { pageId } = await publish("/not-found", "<h1>Lost your way?</h1>");
    await updateSite(deps(), shop.owner, { ...at(), changes: { missingPageId: pageId } });
    await within2s(async () => {
      const missing = await get(subdomain, "/nowhere");
      expect([missing.statusCode, missing.headers["x-robots-tag"]]).toEqual([404, "noindex"]);
      expect(missing.body).toContain("Lost your way?");
      expect(missing.headers["content-security-policy"]).toContain("default-src 'none'");
    });
    await updateSite(deps(), shop.owner, { ...at(), changes: { missingPageId: "", language: "de" } });
    const plain = async () => (await get(subdomain, "/nowhere")).body;
    await within2s(async () => expect(await plain()).toContain("Unter dieser Adresse gibt es nichts"));
    expect(await plain(), "no way to a start page that is not there").not.toContain("Zur Startseite");
    await publish("/", "<h1>Brot</h1>");
    await within2s(async () => expect(await plain()).toContain("Zur Startseite"));
    await updateSite(deps(), shop.owner, { ...at(), changes: { language: "en" } });
  });
});

describe("what search engines are told", () => {
  it("leaves out a page that is kept from them, and a whole site", async () => {
    const secret = await publish("/secret", "<h1>Secret</h1>");
    await within2s(async () =>
      expect((await get(subdomain, "/sitemap.xml")).body).toContain("/secret</loc>"),
    );
    await list(secret, { hidden: true });
    await within2s(async () => {
      expect((await get(subdomain, "/secret")).headers["x-robots-tag"]).toBe("noindex");
      expect((await get(subdomain, "/sitemap.xml")).body).not.toContain("/secret</loc>");
    });
    await updateSite(deps(), shop.owner, { ...at(), changes: { searchable: false } });
    await within2s(async () => {
      expect((await get(subdomain, "/robots.txt")).body).toBe("User-agent: *\nDisallow: /\n");
      expect((await get(subdomain, "/hello")).headers["x-robots-tag"]).toBe("noindex");
    });
    expect((await get(subdomain, "/sitemap.xml")).body).not.toContain("<loc>");
    await updateSite(deps(), shop.owner, { ...at(), changes: { searchable: true } });
    await within2s(async () =>
      expect((await get(subdomain, "/hello")).headers["x-robots-tag"]).toBeUndefined(),
    );
  });

  it("names the same page in other languages, both ways, and where none fits", async () => {
    const english = await publish("/welcome", "<h1>Welcome</h1>");
    const german = await publish("/willkommen", "<h1>Willkommen</h1>", "de");
    await list(german, { translationOf: english.pageId });
    for (const path of ["/welcome", "/willkommen"]) {
      await within2s(async () => {
        const { body } = await get(subdomain, path);
        expect(body).toContain(`<link rel="alternate" hreflang="en" href="https://${subdomain}/welcome">`);
        expect(body).toContain(`<link rel="alternate" hreflang="de" href="https://${subdomain}/willkommen">`);
        expect(body).toContain(
          `<link rel="alternate" hreflang="x-default" href="https://${subdomain}/welcome">`,
        );
      });
    }
    expect((await get(subdomain, "/sitemap.xml")).body).toContain('hreflang="de"');
    await list(german, { translationOf: "" });
    await within2s(async () => expect((await get(subdomain, "/welcome")).body).not.toContain("hreflang"));
  });

  it("names another address as the original, and refuses what is none", async () => {
    const copy = await publish("/copy", "<h1>Copy</h1>");
    await list(copy, { canonical: 'https://original.example/a?b="c"' });
    await within2s(async () =>
      expect((await get(subdomain, "/copy")).body).toContain(
        '<link rel="canonical" href="https://original.example/a?b=%22c%22">',
      ),
    );
    for (const canonical of ["/path", "javascript:alert(1)", "https://", "https://a:b@c.example/"]) {
      await expect(list(copy, { canonical })).rejects.toMatchObject({ code: "canonical_refused" });
    }
  });

  it("describes the page in data that no browser runs", async () => {
    await publish(
      "/faq",
      `<h1>Fair</h1><time datetime="2026-12-01T18:00">1 December</time>
       <details><summary>Is it free?</summary><p>Yes &lt;/script&gt;&lt;b&gt;</p></details>
       <details><summary>Where?</summary><p>At the quay</p></details>`,
    );
    await within2s(async () => expect((await get(subdomain, "/faq")).statusCode).toBe(200));
    const { body, headers } = await get(subdomain, "/faq");
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    const types = (JSON.parse(json)["@graph"] as { "@type": string }[]).map((thing) => thing["@type"]);
    expect(types).toEqual(["WebPage", "Organization", "FAQPage", "Event"]);
    expect(json).not.toContain("<");
    expect(json).toContain("Yes \\u003c/script");
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
    expect(body).toContain('<meta name="twitter:card" content="summary_large_image">');
  });
});

describe("the site's pictures", () => {
  it("stand in the tab and where pages are shared", async () => {
    const bytes = await sharp({ create: { width: 640, height: 320, channels: 4, background: "#264" } })
      .png()
      .toBuffer();
    const file = { name: "icon.png", bytes };
    expect((await get(subdomain, "/apple-touch-icon.png")).statusCode).toBe(404);
    await setSitePicture(deps(), shop.owner, { ...at(), picture: "icon", file });
    await setSitePicture(deps(), shop.owner, { ...at(), picture: "share", file });
    const ofPage = await publish("/shared", "<h1>Shared</h1>");
    await within2s(async () => {
      const icon = await get(subdomain, "/favicon.ico");
      expect([icon.statusCode, icon.headers["content-type"]]).toEqual([200, "image/png"]);
      expect((await sharp(icon.rawPayload).metadata()).width).toBe(32);
    });
    expect((await sharp((await get(subdomain, "/apple-touch-icon.png")).rawPayload).metadata()).height).toBe(
      180,
    );
    expect((await get(subdomain, "/favicon.svg")).body).toContain("data:image/png;base64,");
    await within2s(async () =>
      expect((await get(subdomain, "/shared")).body).toMatch(
        /<meta property="og:image" content="https:\/\/harbour\.pages\.example\.net\/_files\/\w+\/640\.png"><meta property="og:image:width" content="640"><meta property="og:image:height" content="320">/,
      ),
    );
    const sharedPage = (await get(subdomain, "/shared")).body;
    expect(sharedPage).toMatch(/"primaryImageOfPage":"https:[^"]+\/640\.png"/);
    expect(sharedPage).not.toContain("share.png");
    const other = await sharp({ create: { width: 800, height: 400, channels: 4, background: "#a42" } })
      .png()
      .toBuffer();
    const shown = (width: number) =>
      within2s(async () => expect((await get(subdomain, "/shared")).body).toContain(`/${width}.png">`));
    await setSharePicture(deps(), shop.owner, { ...ofPage, file: { name: "page.png", bytes: other } });
    await shown(800);
    expect((await list(ofPage, { hidden: false })).shareFileId).not.toBe("");
    await setSharePicture(deps(), shop.owner, ofPage);
    await shown(640);
    const svg = {
      name: "x.svg",
      bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    };
    await expect(
      setSitePicture(deps(), shop.owner, { ...at(), picture: "icon", file: svg }),
    ).rejects.toMatchObject({ kind: "invalid" });
    await setSitePicture(deps(), shop.owner, { ...at(), picture: "icon" });
    await within2s(async () => expect((await get(subdomain, "/favicon.ico")).statusCode).toBe(302));
  });
});
