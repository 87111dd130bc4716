import { beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { updatePage } from "~/domain/pages/update-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";
import { frozenBytes } from "./frozen-answer.server";
import { createPageCache, type PageCache } from "./page-cache.server";

const test = useTestApp();
const howMany = 30;
const host = "crowded.localhost:3000";
let shop: TestSite;
let cache: PageCache;
const ids: string[] = [];

const html = (n: number, words: string) => `<h1>${words} ${n}</h1><p>${"Bread and butter. ".repeat(20)}</p>`;
const change = { kind: "publication", ref: "", at: 0 } as const;

beforeAll(async () => {
  const { deps } = test();
  shop = await makeTestSite(deps, { slug: "crowded" });
  for (let n = 0; n < howMany; n += 1) {
    const page = await createPage(deps, shop.owner, {
      ...{ siteId: shop.site.id, path: `/p${n}`, title: `Page ${n}`, html: html(n, "First") },
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    ids.push(page.id);
  }
  // Room for a few of them only.
  cache = createPageCache({ ...deps, config: { ...deps.config, pageCacheBytes: 40_000 } }, {});
});

async function show(n: number): Promise<string> {
  const site = await cache.site("crowded");
  if (!site) throw new Error("no site");
  const path = `/p${n}`;
  const page = cache.ready(host + path) ?? (await cache.page(host + path, site, path));
  if (!page) throw new Error(`no page ${n}`);
  const asked = { method: "GET", ifNoneMatch: "", acceptEncoding: "identity" };
  return /<h1>([^<]+)<\/h1>/.exec(frozenBytes(page.answer, asked).toString())?.[1] ?? "";
}

async function publishAgain(n: number, words: string): Promise<void> {
  const { deps } = test();
  const input = { workspaceId: shop.workspaceId, pageId: ids[n] ?? "" };
  await updatePage(deps, shop.owner, { ...input, html: html(n, words) });
  await publishPage(deps, shop.owner, input);
}
const take = () => cache.take([{ ...change, id: `${Math.random()}`, workspaceId: shop.workspaceId }]);

describe("a page that had to leave memory", () => {
  it("comes back as it is published now, whatever was in memory before", async () => {
    for (let n = 0; n < howMany; n += 1) expect(await show(n)).toBe(`First ${n}`);
    expect(cache.ready(`${host}/p0`)).toBeUndefined();
    expect(cache.ready(`${host}/p${howMany - 1}`)).toBeDefined();
    for (const n of [0, howMany - 1]) await publishAgain(n, "Second");
    take();
    for (const n of [howMany - 1, 0, 1]) expect(await show(n)).toBe(`${n === 1 ? "First" : "Second"} ${n}`);
    for (let n = 2; n < howMany - 1; n += 1) expect(await show(n)).toBe(`First ${n}`);
    expect(await show(0)).toBe("Second 0");
  });

  it("is never shown as it was, also when it is published while it is being read or pushed out", async () => {
    for (let round = 0; round < 12; round += 1) {
      const n = round % 3;
      const words = `Round ${round}`;
      const crowd = Array.from({ length: howMany }, (_, other) => show(other));
      const published = publishAgain(n, words).then(take);
      await Promise.all([...crowd, published]);
      expect(await show(n)).toBe(`${words} ${n}`);
    }
  });
});
