import { beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
let site: TestSite;

const get = (url: string, headers: Record<string, string> = {}) =>
  test().app.inject({ url, headers: { host: `${site.site.slug}.localhost`, ...headers } });

beforeAll(async () => {
  const { deps } = test();
  site = await makeTestSite(deps);
  const page = await createPage(deps, site.owner, {
    siteId: site.site.id,
    path: "/flowers",
    title: "Flowers",
    html: '<h1>Flowers in <span data-url-text="city">your town</span></h1>',
  });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: page.id });
});

describe("[pages.personalise] a page with words from its address", () => {
  it("shows them without a script, and lets nobody in between keep them", async () => {
    const answer = await get("/flowers?utm_source=x&city=Brno");
    expect(answer.body).toContain(">Brno</span>");
    expect(answer.headers["cache-control"]).toBe("private, no-cache");
    expect(answer.headers["content-security-policy"]).toBe(
      (await get("/flowers")).headers["content-security-policy"],
    );
    expect((await get("/flowers?city=Bath")).body).toContain(">Bath</span>");
  });

  it("is the same page as ever without them, also right after", async () => {
    const plain = await get("/flowers");
    expect(plain.body).toContain(">your town</span>");
    expect(plain.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    for (const query of [
      "?",
      "?city=",
      "?city=%3Cscript%3E",
      "?city=evil.example",
      "?city=%ff%00",
      "?city",
      "?__proto__=x",
      "?town=Brno",
    ]) {
      const answer = await get(`/flowers${query}`);
      expect(answer.statusCode, query).toBe(200);
      expect(answer.body, query).toBe(plain.body);
      expect(answer.headers.etag).toBe(plain.headers.etag);
    }
  });

  it("has an ETag of its own, and answers 304 to who has it", async () => {
    const first = await get("/flowers?city=Bath");
    const again = await get("/flowers?city=Bath", { "if-none-match": String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(
      (await get("/flowers?city=Brno", { "if-none-match": String(first.headers.etag) })).statusCode,
    ).toBe(200);
  });
});
