import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeChoice } from "~/domain/consent/cookie-choice";
import { saveThirdParty } from "~/domain/consent/save-third-party.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { baseCss, tokensCss } from "~builder/blocks/base-css";
import { blocks } from "~builder/blocks/blocks";
import { makeTestSite, type TestSite } from "../factories/test-site";
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
  await makeOwnPages(shop);
  const asking = await makeTestSite(deps, { slug: "quay" });
  await makeOwnPages(asking);
  await saveThirdParty(deps, asking.owner, {
    ...{ workspaceId: asking.workspaceId, name: "Tide Chat", vendor: "Tide Ltd", purpose: "Talks to you" },
    ...{ category: "functional" as const, scripts: "https://tide.example/chat.js" },
  });
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

const popup = (trigger: string) =>
  `<h1>Own</h1><form><label>Name <input name="name"></label><button>Send</button></form><div data-widget="popup" id="offer" data-again="7" ${trigger}><h2>One thing</h2></div>`;

/** One page for each way a pop-up opens, and one that counts for each visitor. */
async function makeOwnPages({ owner, site, workspaceId }: TestSite) {
  const pages = {
    "/soon": popup('data-trigger="time" data-after="2"'),
    "/exit": popup('data-trigger="exit"'),
    "/ask":
      '<h1>Own</h1><p><a href="#ask">Ask us</a></p><div data-widget="popup" id="ask" data-trigger="click"><h2>Ask</h2><form><label>Your name <input name="name"></label><button>Send</button></form><p><a href="#hours">Our hours</a></p></div><p style="padding-top:200vh"></p><h2 id="hours">Hours</h2>',
    "/own":
      '<h1>Own</h1><p><time data-widget="countdown" id="mine" datetime="2031-01-01T00:00" data-zone="UTC" data-evergreen="90">x</time></p>',
  };
  for (const [path, own] of Object.entries(pages)) {
    const made = { siteId: site.id, path, title: "Own", html: `<main>${own}</main>` };
    const { id } = await createPage(instance.deps, owner, made);
    await publishPage(instance.deps, owner, { workspaceId, pageId: id });
  }
}

/** As somebody who agreed to extras and to nothing else. */
const agreeToExtras = (page: Page, url: string) =>
  page.context().addCookies([
    {
      ...{ name: "foyer_consent", url },
      value: writeChoice({ grants: { functional: true, analytics: false, marketing: false }, offer: "x" }),
    },
  ]);

const leave = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.dispatchEvent(new MouseEvent("mouseleave", { clientY: -1 }));
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

  it("begin at the first field of a form, and close by a press beside them or on a link to a place on the page", async () => {
    const { page } = await open();
    await page.goto(`${instance.site("harbour")}/ask`);
    await scriptsOf(page);
    const dialog = page.getByRole("dialog");
    await page.getByRole("link", { name: "Ask us" }).click();
    await dialog.waitFor();
    await page.keyboard.type("Ada");
    expect(await dialog.getByLabel("Your name").inputValue()).toBe("Ada");
    const { x = 0, y = 0 } = (await dialog.boundingBox()) ?? {};
    await page.mouse.move(x + 20, y + 20);
    await page.mouse.down();
    await page.mouse.move(5, 5);
    await page.mouse.up();
    expect(await dialog.isVisible()).toBe(true);
    await page.mouse.click(5, 5);
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("link", { name: "Ask us" }).click();
    await page.getByRole("link", { name: "Our hours" }).click();
    await dialog.waitFor({ state: "hidden" });
    const hours = page.getByRole("heading", { name: "Hours" });
    await expect.poll(async () => (await hours.boundingBox())?.y).toBeLessThan(900);
    await page.waitForTimeout(200);
    expect((await hours.boundingBox())?.y).toBeLessThan(900);
  });

  it("show the bar after scrolling, without moving the page, and not again for who comes back", async () => {
    const { page } = await open({ width: 390, height: 844, colorScheme: "dark" });
    const bar = page.locator("[data-widget=bar]");
    expect(await bar.isVisible()).toBe(false);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.mouse.wheel(0, height);
    await bar.waitFor();
    // The page keeps its place, and its end can be scrolled out from behind the bar.
    const room = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await room()).toBe(height + Math.ceil((await bar.boundingBox())?.height ?? 0));
    await keepScreenshot(page, "widgets-phone");
    await bar.getByRole("button", { name: "Close" }).click();
    expect(await room()).toBe(height);
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

  it("never open over the question about cookies, nor before it has come", async () => {
    await browser?.close();
    browser = await openBrowser();
    const { page } = browser;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/_foyer/consent.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${instance.site("quay")}/soon`, { waitUntil: "commit" });
    await page.waitForTimeout(2600);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    letGo();
    await page.getByRole("dialog", { name: "May this page use services of others?" }).waitFor();
    await page.waitForTimeout(2600);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.locator("#foyer-consent button").first().click();
    await page.locator("dialog[open]").waitFor();
  });

  it("open when the pointer leaves, not while somebody writes, and once only", async () => {
    const { page } = await open();
    const url = `${instance.site("harbour")}/exit`;
    await page.goto(url);
    await page.getByLabel("Name").fill("Ada");
    await leave(page);
    await page.waitForTimeout(700);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.keyboard.press("Tab");
    await page.waitForTimeout(700);
    expect(await page.locator("dialog[open]").count(), "on the way through the form").toBe(0);
    await page.getByRole("button", { name: "Send" }).blur();
    await page.locator("dialog[open]").waitFor();
    expect(await page.getByLabel("Name").inputValue()).toBe("Ada");
    await page.keyboard.press("Escape");
    await leave(page);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length), "nothing is kept without consent").toBe(0);
    await agreeToExtras(page, url);
    for (const times of [1, 0]) {
      await page.goto("about:blank");
      // Scripts come after the first frame.
      await page.goto(url, { waitUntil: "networkidle" });
      await leave(page);
      await page.waitForTimeout(300);
      expect(await page.locator("dialog[open]").count(), "who agreed is met once a week").toBe(times);
    }
  });

  it("count for each visitor only where that may be remembered", async () => {
    const { page } = await open();
    const url = `${instance.site("harbour")}/own`;
    await page.goto(url);
    const time = () => page.locator("time").textContent();
    await expect.poll(time).toMatch(/\d{3,} days/);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await agreeToExtras(page, url);
    await page.goto(url);
    await expect.poll(time).toMatch(/^1 hour, (?:29|30) minutes/);
    const until = await page.evaluate(() => localStorage.getItem("foyer_until_mine"));
    await page.reload();
    await expect.poll(time).toMatch(/^1 hour/);
    expect(await page.evaluate(() => localStorage.getItem("foyer_until_mine"))).toBe(until);
  });
});
