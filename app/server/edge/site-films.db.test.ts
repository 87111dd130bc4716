import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { mentionedFileIds } from "~/domain/files/file";
import { uploadFilm } from "~/domain/files/upload-film.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
let shop: TestSite;
let stranger: TestSite;

beforeAll(async () => {
  shop = await makeTestSite(test().deps, { slug: "harbour" });
  stranger = await makeTestSite(test().deps, { slug: "quay" });
});

const get = (at: TestSite, url: string, headers: Record<string, string> = {}) =>
  test().app.inject({ url, headers: { host: `${at.site.slug}.localhost:3000`, ...headers } });
const upload = (name: string, bytes: Buffer) =>
  uploadFilm(test().deps, shop.owner, { workspaceId: shop.workspaceId, name, bytes });

const head = Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0", "latin1");
const film = Buffer.concat([head, randomBytes(2_500_000)]);
const captions = Buffer.from("WEBVTT\n\n00:00.000 --> 00:02.000\n<c.x>Good day</c>\n");

describe("a film of one's own", () => {
  it("is kept once, whatever it is called, and served whole", async () => {
    const { src, kind } = await upload("walk.mp4", film);
    expect([kind, (await upload("again.bin", film)).src]).toEqual(["film", src]);
    const whole = await get(shop, src);
    expect([whole.statusCode, whole.headers["content-type"]]).toEqual([200, "video/mp4"]);
    expect(whole.headers["content-length"]).toBe(String(film.length));
    expect(whole.headers["x-content-type-options"]).toBe("nosniff");
    expect(whole.rawPayload.equals(film)).toBe(true);
  });

  it("is served in parts, as players ask for them", async () => {
    const { src } = await upload("walk.mp4", film);
    const part = async (range: string) => {
      const { statusCode, headers, rawPayload } = await get(shop, src, { range });
      return { statusCode, range: headers["content-range"], rawPayload };
    };
    const size = film.length;
    const edge = 1024 * 1024;
    for (const [asked, from, to] of [
      ["bytes=0-", 0, size - 1],
      ["bytes=0-0", 0, 0],
      [`bytes=${edge - 3}-${edge + 2}`, edge - 3, edge + 2],
      [`bytes=${edge}-${2 * edge - 1}`, edge, 2 * edge - 1],
      ["bytes=-5", size - 5, size - 1],
    ] as const) {
      const { statusCode, range, rawPayload } = await part(asked);
      expect([statusCode, range], asked).toEqual([206, `bytes ${from}-${to}/${size}`]);
      expect(rawPayload.equals(film.subarray(from, to + 1)), asked).toBe(true);
    }
    expect((await part(`bytes=${size}-`)).statusCode).toBe(416);
  });

  it("belongs to one workspace, and to the address of its kind", async () => {
    const { src } = await upload("walk.mp4", film);
    expect((await get(stranger, src)).statusCode).toBe(404);
    for (const odd of [src.replace("mp4", "webm"), src.replace("film.mp4", "captions.vtt"), `${src}x`])
      expect((await get(shop, odd)).statusCode, odd).toBe(404);
    const app = await test().app.inject({
      url: src,
      headers: { host: "localhost:3000", range: "bytes=0-1" },
    });
    expect(app.statusCode).toBe(206);
  });

  it("has captions that hold words and nothing else", async () => {
    const { src, kind } = await upload("walk.vtt", captions);
    expect(kind).toBe("captions");
    const { headers, body } = await get(shop, src);
    expect(headers["content-type"]).toBe("text/vtt; charset=utf-8");
    expect(body).toBe("WEBVTT\n\n00:00.000 --> 00:02.000\nGood day\n");
  });

  it("is refused when it is something else, or too large", async () => {
    const code = (bytes: Buffer) =>
      upload("film.mp4", bytes).then(
        () => "taken",
        (error: { code: string }) => error.code,
      );
    expect(await code(Buffer.from("<!doctype html><script>alert(1)</script>"))).toBe("film_unknown");
    expect(await code(Buffer.from("\0\0\0\x18ftypM4A \0\0\0\0"))).toBe("film_unknown");
    expect(await code(Buffer.alloc(0))).toBe("film_unknown");
    expect(await code(Buffer.concat([head, Buffer.alloc(41 * 1024 * 1024)]))).toBe("film_too_large");
  });

  it("stands on a page with its captions, which nobody else is told of, and is kept while it does", async () => {
    const { deps } = test();
    const { src } = await upload("walk.mp4", film);
    const { src: words } = await upload("walk.vtt", captions);
    const track = `<track kind="captions" src="${words}" srclang="en" label="English" default>`;
    const html = `<h1>Walk</h1><video controls playsinline src="${src}" onplay="alert(1)">${track}<source src="https://evil.example/a.mp4"></video>`;
    const page = await createPage(deps, shop.owner, {
      siteId: shop.site.id,
      path: "/walk",
      title: "Walk",
      html,
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    await vi.waitFor(async () => expect((await get(shop, "/walk")).statusCode).toBe(200), { timeout: 2000 });
    const { body, headers } = await get(shop, "/walk");
    expect(body).toMatch(new RegExp(`<video[^>]* src="${src}"`));
    expect(body).toContain(`src="${words}"`);
    expect(body).not.toMatch(/evil\.example|onplay/);
    expect(headers["content-security-policy"]).toContain("media-src 'self'");
    const ids = mentionedFileIds(JSON.stringify(page.document));
    const uses = await deps.db
      .selectFrom("file_uses")
      .select("file_id")
      .where("workspace_id", "=", shop.workspaceId)
      .where("user_kind", "=", "page")
      .where("user_id", "=", page.id)
      .execute();
    expect(uses.map((use) => use.file_id).sort()).toEqual(ids.sort());
    expect(ids).toHaveLength(2);
  });
});
