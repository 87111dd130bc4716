import { readdir } from "node:fs/promises";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { filePath } from "~/domain/files/file";
import { renditionsOf } from "~/domain/files/make-renditions.server";
import { uploadImage } from "~/domain/files/upload-image.server";
import { createPage } from "~/domain/pages/create-page.server";
import { updatePage } from "~/domain/pages/update-page.server";
import { sitemapSize } from "~/domain/publishing/find-presentation.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import { changeStanding } from "~/domain/workspaces/change-standing.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
let shop: TestSite;
let stranger: TestSite;
let large: TestSite;

beforeAll(async () => {
  shop = await makeTestSite(test().deps, { slug: "harbour" });
  stranger = await makeTestSite(test().deps, { slug: "quay" });
  large = await makeTestSite(test().deps, { slug: "large" });
});

const get = (
  at: TestSite,
  url: string,
  headers: Record<string, string> = {},
  method: "GET" | "HEAD" = "GET",
) => test().app.inject({ method, url, headers: { host: `${at.site.slug}.localhost:3000`, ...headers } });

async function publish(at: TestSite, path: string, html: string) {
  const { deps } = test();
  const page = await createPage(deps, at.owner, { siteId: at.site.id, path, title: "Harbour bread", html });
  const input = { workspaceId: at.workspaceId, pageId: page.id };
  await publishPage(deps, at.owner, input);
  return input;
}
const within2s = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 2000, interval: 50 });
const stand = (at: TestSite, standing: "good" | "suspended") =>
  test().deps.transact((tx) =>
    changeStanding(
      test().deps,
      tx,
      { kind: "system", reason: "test" },
      { workspaceId: at.workspaceId, standing, reason: "test" },
    ),
  );

describe("a hosted page", () => {
  it("is served within 2 seconds of publishing, of each change, and is gone after unpublishing [pages.build]", async () => {
    const { deps } = test();
    expect((await get(shop, "/bread")).statusCode).toBe(404);
    const input = await publish(shop, "/bread", "<h1>Fresh bread</h1>");
    await within2s(async () => expect((await get(shop, "/bread")).body).toContain("Fresh bread"));
    await updatePage(deps, shop.owner, { ...input, html: "<h1>Rye bread</h1>" });
    await publishPage(deps, shop.owner, input);
    await within2s(async () => expect((await get(shop, "/bread")).body).toContain("Rye bread"));
    await unpublishPage(deps, shop.owner, input);
    await within2s(async () => expect((await get(shop, "/bread")).statusCode).toBe(404));
  });

  it("comes compressed as asked, with an ETag, without cookies and under a strict policy", async () => {
    await publish(shop, "/long", `<h1>Long</h1>${"<p>Bread and butter.</p>".repeat(200)}`);
    await within2s(async () => expect((await get(shop, "/long")).statusCode).toBe(200));
    const plain = await get(shop, "/long");
    const brotli = await get(shop, "/long?utm_source=x", { "accept-encoding": "gzip, br" });
    const gzipped = await get(shop, "/long", { "accept-encoding": "gzip" });
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gzipped.rawPayload).toString()).toBe(plain.body);
    expect(brotli.headers).toMatchObject({
      "content-encoding": "br",
      "content-type": "text/html; charset=utf-8",
      vary: "accept-encoding",
      "cache-control": "public, max-age=0, must-revalidate",
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
    });
    expect(brotli.headers["set-cookie"]).toBeUndefined();
    expect(brotli.headers["content-security-policy"]).toMatch(/default-src 'none'; script-src 'self'/);
    expect(new Set([plain.headers.etag, brotli.headers.etag, gzipped.headers.etag]).size).toBe(3);
    const again = await get(shop, "/long", { "if-none-match": String(brotli.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const head = await get(shop, "/long", {}, "HEAD");
    expect([head.statusCode, head.body, head.headers["content-length"]]).toEqual([
      200,
      "",
      plain.headers["content-length"],
    ]);
  });

  it("is found in another spelling of its address, and a missing one gets the site's own page", async () => {
    await publish(shop, "/about", "<h1>About</h1>");
    await within2s(async () => expect((await get(shop, "/about")).statusCode).toBe(200));
    for (const url of ["/About", "/about/"]) {
      const moved = await get(shop, `${url}?a=1`);
      expect([moved.statusCode, moved.headers.location]).toEqual([308, "/about?a=1"]);
    }
    const missing = await get(shop, "/nowhere");
    expect([missing.statusCode, missing.headers["cache-control"]]).toEqual([404, "no-store"]);
    expect(missing.body).toContain(shop.site.name);
    const other = await test().app.inject({ url: "/", headers: { host: "nobody.localhost:3000" } });
    expect(other.statusCode).toBe(404);
  });

  it("is not reached by tricks with its address", async () => {
    await publish(shop, "/real", "<h1>Real</h1>");
    await test().app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = test().app.server.address() as AddressInfo;
    const status = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { host: "harbour.localhost:3000", connection: "close" };
        request({ host: "127.0.0.1", port, path, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
    await within2s(async () => expect(await status("/real?x=/../y")).toBe(200));
    expect(await status("/real")).toBe(200);
    for (const path of [
      "//evil.example/real",
      "/%2e%2e/real",
      "/a/../real",
      "/a/..%2freal",
      `/${"a".repeat(3000)}`,
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
    for (const path of ["/real%00", "/real%0d%0aset-cookie:a=b", "/%"]) {
      expect([path, await status(path)]).toEqual([path, 400]);
    }
  });

  it("belongs to its own site only", async () => {
    await publish(shop, "/ours", "<h1>Ours</h1>");
    await within2s(async () => expect((await get(shop, "/ours")).statusCode).toBe(200));
    expect((await get(stranger, "/ours")).statusCode).toBe(404);
    const product = await test().app.inject({ url: "/ours", headers: { host: "localhost:3000" } });
    expect(product.statusCode).toBe(404);
  });

  it("is closed within 2 seconds of a suspension and back after reinstatement [aup.suspend]", async () => {
    await publish(stranger, "/open", "<h1>Open</h1>");
    await within2s(async () => expect((await get(stranger, "/open")).statusCode).toBe(200));
    await stand(stranger, "suspended");
    await within2s(async () => expect((await get(stranger, "/open")).statusCode).toBe(451));
    expect((await get(stranger, "/anything")).statusCode).toBe(451);
    expect((await get(stranger, "/robots.txt")).body).toContain("Disallow: /");
    await stand(stranger, "good");
    await within2s(async () => expect((await get(stranger, "/open")).statusCode).toBe(200));
  });

  it("is looked up once, and is served as last known while the database is away", async () => {
    const input = await publish(shop, "/stale", "<h1>Known</h1>");
    await within2s(async () => expect((await get(shop, "/stale")).statusCode).toBe(200));
    const { cache } = test().app.hostedPages;
    const before = cache.counts.loads;
    await Promise.all(Array.from({ length: 50 }, () => get(shop, "/stale")));
    expect(cache.counts.loads).toBe(before);
    cache.take([{ id: "x", kind: "publication", workspaceId: input.workspaceId, ref: "", at: 0 }]);
    const away = vi.spyOn(test().deps.db, "selectFrom").mockImplementation(() => {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    });
    const served = await get(shop, "/stale");
    expect([served.statusCode, cache.counts.staleServed > 0]).toEqual([200, true]);
    const unknown = await test().app.inject({ url: "/", headers: { host: "fresh.localhost:3000" } });
    expect([unknown.statusCode, unknown.headers["retry-after"]]).toEqual([503, "5"]);
    away.mockRestore();
  });
});

describe("a site", () => {
  it("tells crawlers its pages", async () => {
    await publish(shop, "/listed", "<h1>Listed</h1>");
    await within2s(async () => {
      expect((await get(shop, "/sitemap.xml")).body).toContain("http://harbour.localhost:3000/listed</loc>");
    });
    expect((await get(shop, "/robots.txt")).body).toContain(
      "Sitemap: http://harbour.localhost:3000/sitemap.xml",
    );
    expect((await get(shop, "/favicon.svg")).headers["content-type"]).toContain("image/svg+xml");
  });

  it("with more pages than one sitemap holds has an index of several", async () => {
    const { db, ids, clock } = test().deps;
    const { workspaceId, pageId } = await publish(large, "/one", "<h1>One</h1>");
    const row = {
      workspace_id: workspaceId,
      site_id: large.site.id,
      page_id: pageId,
      published_at: clock.now(),
    };
    const paths = Array.from({ length: sitemapSize + 20 }, (_, at) => `/more/${String(at).padStart(6, "0")}`);
    for (let at = 0; at < paths.length; at += 500) {
      const rows = paths.slice(at, at + 500).map((path) => ({ ...row, path, page_version_id: ids.next() }));
      await db.insertInto("publications").values(rows).execute();
    }
    await publish(large, "/two", "<h1>Two</h1>");
    const locations = (xml: string) =>
      [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, found]) => found ?? "");
    let index = "";
    await within2s(async () => {
      index = (await get(large, "/sitemap.xml")).body;
      expect(index).toContain("<sitemapindex");
    });
    const parts = locations(index).map((address) => new URL(address));
    expect(parts.map(({ pathname, search }) => pathname + search)).toEqual([
      "/sitemap.xml?part=1",
      "/sitemap.xml?part=2",
    ]);
    const listed: string[] = [];
    for (const { pathname, search } of parts)
      listed.push(...locations((await get(large, pathname + search)).body));
    expect(new Set(listed).size).toBe(listed.length);
    expect(new Set(listed.map((address) => new URL(address).pathname))).toEqual(
      new Set(["/one", "/two", ...paths]),
    );
    for (const part of ["3", "0", "x", "1&part=2"]) {
      const answer = await get(large, `/sitemap.xml?part=${part}`);
      expect([answer.statusCode, answer.body.includes("<sitemapindex")], part).toEqual(
        part === "3" ? [404, false] : [200, true],
      );
    }
  });

  it("is the same with the dot of the root behind its host", async () => {
    await publish(shop, "/dot", "<h1>Dot</h1>");
    await within2s(async () => expect((await get(shop, "/dot")).statusCode).toBe(200));
    for (const host of ["harbour.localhost.:3000", "harbour.localhost."]) {
      const answer = await test().app.inject({ url: "/dot", headers: { host } });
      expect([answer.statusCode, answer.body.includes("<h1")], host).toEqual([200, true]);
    }
    for (const host of ["harbour.localhost..:3000", ".", "localhost.:3000"]) {
      const answer = await test().app.inject({ url: "/dot", headers: { host } });
      expect(answer.statusCode, host).toBe(421);
    }
  });

  it("packs what it tells crawlers, and sends it once to who asks again", async () => {
    for (const path of ["/robots.txt", "/sitemap.xml", "/favicon.svg"]) {
      const first = await get(shop, path, { "accept-encoding": "br" });
      const { etag } = first.headers;
      expect([first.statusCode, first.headers["cache-control"]], path).toEqual([200, "public, max-age=300"]);
      expect([etag, first.headers.vary], path).toEqual([
        expect.stringMatching(/^"[\w-]{27}/),
        "accept-encoding",
      ]);
      const again = await get(shop, path, { "accept-encoding": "br", "if-none-match": String(etag) });
      expect([again.statusCode, again.headers.etag, again.body], path).toEqual([304, etag, ""]);
    }
    const packed = await get(shop, "/sitemap.xml", { "accept-encoding": "br" });
    expect(packed.headers["content-encoding"]).toBe("br");
    const nobody = await test().app.inject({
      url: "/robots.txt",
      headers: { host: "nobody.localhost:3000" },
    });
    expect(nobody.body).toContain("Disallow: /");
  });

  it("draws the picture for sharing in the letters of the page's language, and again when pictures are drawn otherwise", async () => {
    const { deps } = test();
    const pictureOf = async (at: string, language: string) => {
      const { id: pageId } = await createPage(deps, shop.owner, {
        ...{ siteId: shop.site.id, path: at, title: "直角海骨", html: "<h1>直角海骨</h1>", language },
      });
      await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId });
      await within2s(async () => expect((await get(shop, at)).statusCode).toBe(200));
      const [, url = ""] = /property="og:image" content="([^"]+)"/.exec((await get(shop, at)).body) ?? [];
      return new URL(url).pathname;
    };
    const ofJapan = await pictureOf("/kai", "ja");
    const picture = await get(shop, ofJapan);
    expect([picture.statusCode, picture.headers["content-type"], picture.headers["cache-control"]]).toEqual([
      200,
      "image/png",
      "public, max-age=86400",
    ]);
    expect((await get(shop, await pictureOf("/hai", "zh"))).rawPayload).not.toEqual(picture.rawPayload);
    const [, , version = ""] = ofJapan.split("/");
    const folder = `${shop.workspaceId}/${version}`;
    const [kept] = await readdir(path.join(deps.config.data.folder, "files", folder));
    await deps.files.deleteAll(folder);
    const earlier = `${folder}/share.png`;
    await deps.files.put(earlier, Buffer.from("drawn without words"));
    expect((await get(shop, ofJapan)).rawPayload).toEqual(picture.rawPayload);
    expect(await deps.files.get(earlier)).toBeUndefined();
    expect(await deps.files.get(`${folder}/${kept}`)).toEqual(picture.rawPayload);
  });

  it("serves its workspace's pictures for ever, and nobody else's", async () => {
    const { deps, app } = test();
    const bytes = await sharp({ create: { width: 700, height: 400, channels: 3, background: "#246" } })
      .png()
      .toBuffer();
    const file = await uploadImage(deps, shop.owner, { workspaceId: shop.workspaceId, name: "a.png", bytes });
    const url = filePath(file.id, { width: 480, format: "webp" });
    const image = await get(shop, url);
    expect([image.statusCode, image.headers["content-type"]]).toEqual([200, "image/webp"]);
    expect(image.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(image.headers["x-content-type-options"]).toBe("nosniff");
    const other = filePath(file.id, { width: 320, format: "avif" });
    const standIn = await get(shop, other);
    expect([standIn.headers["content-type"], standIn.headers["cache-control"]]).toEqual([
      "image/webp",
      "public, max-age=30",
    ]);
    await renditionsOf(deps.files).settled();
    const made = await get(shop, other);
    expect([made.headers["content-type"], made.headers["cache-control"]]).toEqual([
      "image/avif",
      image.headers["cache-control"],
    ]);
    const part = await get(shop, url, { range: "bytes=2-5" });
    expect([part.statusCode, part.headers["content-range"]]).toEqual([
      206,
      `bytes 2-5/${image.rawPayload.length}`,
    ]);
    expect(part.rawPayload).toEqual(image.rawPayload.subarray(2, 6));
    expect((await get(shop, url, { range: "bytes=9999999-" })).statusCode).toBe(416);
    expect((await get(stranger, url)).statusCode).toBe(404);
    expect((await app.inject({ url, headers: { host: "localhost:3000" } })).statusCode).toBe(200);
    for (const odd of [`/_files/${file.id}/481.webp`, "/_files/..%2f..%2fx/480.webp", "/_files/x/480.webp"]) {
      expect((await get(shop, odd)).statusCode).toBe(404);
    }
  });
});
