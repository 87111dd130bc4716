import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { filePath } from "~/domain/files/file";
import { renditionsOf } from "~/domain/files/make-renditions.server";
import { uploadImage } from "~/domain/files/upload-image.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { templates } from "~builder/templates/templates";
import { type Browser, keepScreenshot, openBrowser, scriptsOf } from "./browser";
import { type EdgeInstance, startEdgeInstance } from "./edge-instance";

let instance: EdgeInstance;
let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  instance = await startEdgeInstance();
  site = await makeTestSite(instance.deps, { slug: "harbour" });
  browser = await openBrowser({ width: 412, height: 823 });
});

afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

async function publish(path: string, content: Pick<Parameters<typeof createPage>[2], "html" | "document">) {
  const { deps } = instance;
  const page = await createPage(deps, site.owner, {
    siteId: site.site.id,
    path,
    title: "Harbour",
    ...content,
  });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: page.id });
  await vi.waitFor(async () => expect((await ask(path)).statusCode).toBe(200), { timeout: 5000 });
}

const ask = (url: string) =>
  instance.app.inject({ url, headers: { host: `harbour.localhost:${instance.port}` } });

interface Seen {
  largest: string;
  shift: number;
  files: string[];
  /** Files that the browser would not draw without. */
  awaited: string[];
  scriptBytes: number;
  /** Files that were asked for before the page was read to its end. */
  early: string[];
  /** Scripts that were asked for before the first frame was on the screen. */
  beforeFrame: string[];
}

/** What the browser tells of the page: its largest part, whether anything moved, and what it fetched when. */
async function look(path: string): Promise<Seen> {
  const { page } = browser;
  await page.goto(`${instance.site("harbour")}${path}`);
  await scriptsOf(page);
  return page.evaluate(
    () =>
      new Promise<Seen>((resolve) => {
        const seen: Seen = {
          ...{ largest: "", shift: 0, files: [], scriptBytes: 0 },
          ...{ awaited: [], early: [], beforeFrame: [] },
        };
        const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
          new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
            type,
            buffered: true,
          });
        watch("largest-contentful-paint", (entry) => {
          seen.largest = (entry as PerformanceEntry & { element?: Element }).element?.tagName ?? "";
        });
        watch("layout-shift", (entry) => {
          seen.shift += (entry as PerformanceEntry & { value: number }).value;
        });
        setTimeout(() => {
          const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
          const [frame] = performance.getEntriesByType("paint");
          type Timing = PerformanceResourceTiming & { renderBlockingStatus?: string };
          for (const entry of performance.getEntriesByType("resource") as Timing[]) {
            const path = new URL(entry.name).pathname;
            seen.files.push(path);
            if (path.endsWith(".js")) {
              seen.scriptBytes += entry.encodedBodySize;
              if (entry.startTime < (frame?.startTime ?? Number.POSITIVE_INFINITY))
                seen.beforeFrame.push(path);
            }
            if (entry.renderBlockingStatus === "blocking") seen.awaited.push(path);
            if (entry.startTime < (visit?.domInteractive ?? 0)) seen.early.push(path);
          }
          resolve(seen);
        }, 400);
      }),
  );
}

describe("a page on a phone", () => {
  it("is drawn with its words and one face, moves nothing, and fetches its script afterwards", async () => {
    const document = templates.find(({ id }) => id === "event")?.document;
    await publish("/", { document });
    const seen = await look("/");
    expect(seen.largest).toMatch(/^(?:H1|P)$/);
    expect(seen.shift).toBeLessThan(0.02);
    expect(seen.awaited).toEqual([]);
    expect(seen.early.filter((path) => !path.endsWith(".woff2"))).toEqual([]);
    expect(seen.files).toContain("/_foyer/form.js");
    expect(seen.beforeFrame).toEqual([]);
    expect(seen.scriptBytes).toBeLessThan(5000);
  });

  it("gets the picture of its first screen in the width and format it needs, and leaves the others", async () => {
    const { deps } = instance;
    const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
    const upload = async (width: number) => {
      const bytes = await sharp({
        create: { width, height: width / 2, channels: 3, background: "#fff", noise },
      })
        .jpeg()
        .toBuffer();
      return uploadImage(deps, site.owner, { workspaceId: site.workspaceId, name: "a.jpg", bytes });
    };
    const [hero, low] = [await upload(1000), await upload(900)];
    const img = (id: string) => `<img src="${filePath(id, { width: 960, format: "webp" })}" alt="">`;
    await publish("/picture", {
      html: `<style>.wrap{max-width:68rem;margin:auto}.wrap img{width:100%}.gap{height:6000px}</style><section class="wrap">${img(hero.id)}<h1>Harbour</h1></section><div class="gap"></div><section class="wrap">${img(low.id)}</section>`,
    });
    const first = await look("/picture");
    await renditionsOf(deps.files).settled();
    const seen = await look("/picture?again");
    await keepScreenshot(browser.page, "picture-on-a-phone");
    const wanted = filePath(hero.id, { width: 480, format: "avif" });
    for (const { files, shift, largest } of [first, seen]) {
      expect(files.filter((path) => path.startsWith("/_files/"))).toEqual([wanted]);
      expect(largest).toBe("IMG");
      expect(shift).toBeLessThan(0.02);
    }
    const drawn = await browser.page.locator("img").first().boundingBox();
    expect(Math.round((drawn?.width ?? 0) / (drawn?.height ?? 1))).toBe(2);
  });
});
