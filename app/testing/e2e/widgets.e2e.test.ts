import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { baseCss, tokensCss } from "~builder/blocks/base-css";
import { blocks } from "~builder/blocks/blocks";
import { makeTestSite } from "../factories/test-site";
import {
  type Browser,
  type BrowserOptions,
  expectAccessible,
  keepScreenshot,
  openBrowser,
  scriptsOf,
} from "./browser";
import { type EdgeInstance, startEdgeInstance } from "./edge-instance";

let instance: EdgeInstance;
let browser: Browser | undefined;

const used = blocks.filter(({ id }) => /^(?:video|map|countdown|share|popup|bar)$/.test(id));
const html = `<main><h1>Widgets</h1>${used.map((block) => block.html).join("\n")}<p><a href="#offer">Open the offer</a></p></main>`;
const css = tokensCss() + baseCss + used.map((block) => block.css ?? "").join("\n");

beforeAll(async () => {
  instance = await startEdgeInstance();
  const { deps } = instance;
  const shop = await makeTestSite(deps, { slug: "harbour" });
  const page = await createPage(deps, shop.owner, {
    siteId: shop.site.id,
    path: "/",
    title: "Widgets",
    html,
    css,
  });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

async function open(options: BrowserOptions = {}) {
  await browser?.close();
  browser = await openBrowser(options);
  const foreign: string[] = [];
  const origin = instance.site("harbour");
  browser.page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  await browser.page.goto(`${origin}/`);
  if (options.javaScriptEnabled !== false) await scriptsOf(browser.page);
  return { page: browser.page, foreign };
}

describe("widgets in a browser", () => {
  it("ask nobody else and store nothing until a film is pressed [pages.thirdparty]", async () => {
    const { page, foreign } = await open();
    await page.waitForTimeout(500);
    expect(foreign).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await expectAccessible(page, "a page of widgets");
    await keepScreenshot(page, "widgets");
    await page.getByRole("link", { name: /Play the film/ }).click();
    const frame = page.locator("iframe.f-frame");
    expect(await frame.getAttribute("src")).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\//);
    expect(await frame.getAttribute("title")).toBe("Play the film");
    expect(foreign.every((url) => url.startsWith("https://www.youtube-nocookie.com/"))).toBe(true);
  });

  it("count down in words, and open a pop-up that keeps the focus and gives it back", async () => {
    const { page } = await open();
    expect(await page.locator("time").textContent()).toMatch(/\d+ days, \d+ hours?, \d+ minutes?/);
    const link = page.getByRole("link", { name: "Open the offer" });
    await link.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await expectAccessible(page, "the pop-up");
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("dialog,body")?.tagName)).toMatch(
        /DIALOG|BODY/,
      );
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open the offer");
  });

  it("show the bar after scrolling, without moving the page, and not again for who comes back", async () => {
    const { page } = await open({ width: 390, height: 844, colorScheme: "dark" });
    const bar = page.locator("[data-widget=bar]");
    expect(await bar.isVisible()).toBe(false);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.mouse.wheel(0, height);
    await bar.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    await keepScreenshot(page, "widgets-phone");
    await bar.getByRole("button", { name: "Close" }).click();
    await page.reload();
    await page.mouse.wheel(0, height);
    await page.waitForTimeout(500);
    expect(await bar.isVisible()).toBe(false);
  });

  it("work as plain words and links without script", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator("time").textContent()).toContain("June 1, 2027");
    expect(await page.getByRole("link", { name: "LinkedIn" }).getAttribute("href")).toContain(
      "share-offsite/?url=http",
    );
    expect(await page.getByRole("button", { name: "Share" }).count()).toBe(0);
    await page.getByRole("link", { name: "Open the offer" }).click();
    await page.getByText("One thing before you go").waitFor();
  });
});
