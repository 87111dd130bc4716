import { describe, expect, it } from "vitest";
import { saveThirdParty } from "~/domain/consent/save-third-party.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp({
  APP_ORIGIN: "https://app.foyer.example",
  PAGES_DOMAIN: "pages.foyer-sites.example",
});
const host = "harbour.pages.foyer-sites.example";

describe("a site on https among neighbours", () => {
  it("serves services of others by its own cookie alone, not by one that a neighbour's script set [consent.cookies] [pages.thirdparty]", async () => {
    const { app, deps } = test();
    const shop = await makeTestSite(deps, { slug: "harbour" });
    const page = await createPage(deps, shop.owner, {
      siteId: shop.site.id,
      path: "/",
      title: "Bread",
      html: "<h1>Bread</h1>",
    });
    await saveThirdParty(deps, shop.owner, {
      workspaceId: shop.workspaceId,
      name: "Tide Count",
      vendor: "Tide Ltd",
      purpose: "Counts visits",
      category: "analytics",
      scripts: "https://cdn.tide.example/count.js",
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    const ask = (cookie: string) => app.inject({ url: "/", headers: { host, cookie } });
    const json = /data-consent="([^"]*)"/.exec((await ask("")).body)?.[1]?.replaceAll("&quot;", '"') ?? "{}";
    // The script is told which cookies count, however the page was reached.
    expect((await ask("")).body).toContain('data-cookies="host"');
    const { t, o } = JSON.parse(json);
    const chosen = await app.inject({
      method: "POST",
      url: "/consent",
      headers: { host },
      payload: { t, o, analytics: true },
    });
    const cookie = String(chosen.headers["set-cookie"]);
    expect(cookie).toMatch(/^__Host-foyer_consent=2\.-a-\.\w+; Path=\/; Max-Age=\d+; SameSite=Lax; Secure$/);
    const [own = ""] = cookie.split(";");
    expect((await ask(own)).body).toContain("cdn.tide.example/count.js");
    const forged = own.replace("__Host-", "");
    expect((await ask(forged)).body).not.toContain('src="https://cdn.tide.example');
    expect((await ask(`${own.replace("-a-", "---")}; ${forged}`)).body).not.toContain(
      'src="https://cdn.tide.example',
    );
  });
});
