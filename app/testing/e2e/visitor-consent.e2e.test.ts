import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveThirdParty } from "~/domain/consent/save-third-party.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "../factories/test-site";
import { type Browser, expectAccessible, keepScreenshot, openBrowser, scriptsOf } from "./browser";
import { type EdgeInstance, startEdgeInstance } from "./edge-instance";
import { until } from "./instance";
import { startThirdParty } from "./third-party";

let instance: EdgeInstance;
let party: Awaited<ReturnType<typeof startThirdParty>>;
let shop: TestSite;
let browser: Browser;

const html = `<main><h1>Fresh bread</h1><p>${"Bread and butter. ".repeat(120)}</p>
<form class="form"><label>Your e-mail <input name="email" type="email"></label><button>Send</button></form></main>`;

beforeAll(async () => {
  instance = await startEdgeInstance();
  party = await startThirdParty();
  const { deps } = instance;
  shop = await makeTestSite(deps, { slug: "harbour" });
  for (const [path, language] of [
    ["/", "en"],
    ["/ar", "ar"],
  ] as const) {
    const page = await createPage(deps, shop.owner, {
      siteId: shop.site.id,
      path,
      title: "Bread",
      html,
      language,
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
  }
  await saveThirdParty(deps, shop.owner, {
    workspaceId: shop.workspaceId,
    name: "Tide Count",
    vendor: "Tide Ltd",
    purpose: "Counts visits in more detail",
    category: "analytics",
    privacyUrl: "https://tide.example/privacy",
    scripts: `${party.origin}/count.js`,
    startCode: "window.tideStarted = true",
    storedNames: "_tide*",
  });
  await saveThirdParty(deps, shop.owner, {
    workspaceId: shop.workspaceId,
    name: "Gull Ads",
    vendor: "Gull Inc",
    purpose: "Shows our adverts elsewhere",
    category: "marketing",
    scripts: `${party.origin}/advert.js`,
  });
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
  await party?.close();
});

async function open(options: Parameters<typeof openBrowser>[0] = {}): Promise<Page> {
  await browser?.close();
  party.asked.length = 0;
  browser = await openBrowser(options);
  await browser.page.goto(`${instance.site("harbour")}/`);
  if (options.javaScriptEnabled !== false) await scriptsOf(browser.page);
  return browser.page;
}

/** A page is live within two seconds of being published, and not before that is noticed. */
const visit = (page: Page, path: string) =>
  expect
    .poll(async () => (await page.goto(`${instance.site("harbour")}${path}`))?.status(), { timeout: 5000 })
    .toBe(200);

const calm = (page: Page) => page.waitForTimeout(700);
const box = (page: Page) => page.getByRole("dialog", { name: "May this page use services of others?" });
const inBox = (page: Page) => page.evaluate(() => document.activeElement?.closest("#foyer-consent") !== null);

/** A slow network: what is chosen reaches the server when it is let through. */
async function holdAnswers(page: Page) {
  const held: (() => Promise<void>)[] = [];
  await page.route("**/consent", (route) => {
    held.push(() => route.continue());
  });
  return {
    async release() {
      const next = await until("A choice on its way", () => held.shift());
      const answered = page.waitForResponse("**/consent");
      await next();
      await (await answered).finished();
      await calm(page);
    },
  };
}

const stored = async (page: Page) => ({
  cookies: (await page.context().cookies()).map(({ name }) => name),
  local: await page.evaluate(() => Object.keys(localStorage)),
  session: await page.evaluate(() => Object.keys(sessionStorage)),
});

describe("a page whose owner declared services of others, in a browser", () => {
  it("asks nobody else and stores nothing before the choice and after a refusal [consent.cookies] [pages.thirdparty] [consent.noflash]", async () => {
    const page = await open();
    await box(page).waitFor();
    await calm(page);
    expect(party.asked).toEqual([]);
    expect(await stored(page)).toEqual({ cookies: [], local: [], session: [] });
    await expectAccessible(page, "the question");
    await keepScreenshot(page, "consent-question");
    await page.getByRole("button", { name: "Refuse all" }).click();
    await box(page).waitFor({ state: "hidden" });
    await page.reload();
    await calm(page);
    expect(party.asked).toEqual([]);
    expect(await stored(page)).toEqual({ cookies: ["foyer_consent"], local: [], session: [] });
    expect(await box(page).isVisible()).toBe(false);
    const expires = (await page.context().cookies())[0]?.expires ?? 0;
    expect(expires - Date.now() / 1000).toBeGreaterThan(180 * 86_400);
  });

  it("loads only what was ticked, stops with the withdrawal, and takes back what was stored [consent.cookies] [pages.thirdparty]", async () => {
    const page = await open();
    await page.getByLabel("Statistics").check();
    await page.getByRole("button", { name: "Only what I ticked" }).click();
    await until("The script of the statistics", () => party.asked.includes("/beacon"));
    expect(party.asked).not.toContain("/advert.js");
    expect(await page.getAttribute("html", "data-tide")).toBe("true");
    expect((await stored(page)).cookies.sort()).toEqual(["_tide", "foyer_consent"]);
    await page.getByRole("button", { name: "Cookie settings" }).click();
    expect(await page.getByLabel("Statistics").isChecked()).toBe(true);
    await page.getByRole("button", { name: "Refuse all" }).click();
    await page.waitForFunction(() => !document.documentElement.hasAttribute("data-tide"));
    await calm(page);
    party.asked.length = 0;
    await page.reload();
    await calm(page);
    expect(party.asked).toEqual([]);
    expect(await stored(page)).toEqual({ cookies: ["foyer_consent"], local: [], session: [] });
  });

  it("refuses what a script tries to load in spite of all", async () => {
    const page = await open();
    await box(page).waitFor();
    await page.evaluate((src) => {
      const script = document.createElement("script");
      script.src = `${src}/count.js`;
      document.head.append(script);
      new Image().src = `${src}/pixel.gif`;
      void fetch(`${src}/beacon`).catch(() => undefined);
    }, party.origin);
    await calm(page);
    expect(party.asked).toEqual([]);
  });

  it("leaves refusing as easy as agreeing, and the notice in sight, whatever the page's own styles try [consent.cookies] [pages.notice]", async () => {
    const { deps } = instance;
    const sly = await createPage(deps, shop.owner, {
      siteId: shop.site.id,
      path: "/sly",
      title: "Sly",
      html,
      css: `body > div:first-child button:first-of-type, [role=dialog] .buttons > :first-child { display: none !important; font-size: 1px !important; opacity: 0 !important }
        [id^=foyer] { opacity: .01 !important; transform: translateX(-9999px) !important; z-index: -1 !important }
        body { visibility: hidden; transform: translateX(-200vw); color: transparent; font-size: 0 } main { visibility: visible; transform: translateX(200vw) }
        main::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #fff }
        details, form > :last-child, form summary { display: none !important; height: 0 !important; position: absolute !important; left: -9999px !important; font-size: 0 !important }
        form { height: 30px !important; overflow: hidden !important; opacity: .02 !important }
        form *, .f-notice, .f-notice summary { color: #fff !important; background: #fff !important; -webkit-text-fill-color: #fff !important; -webkit-text-security: disc !important; mix-blend-mode: screen !important }
        .f-notice::after { content: ""; position: absolute; inset: 0; background: #fff } .f-notice ::first-line { color: #fff !important }`,
      language: "en",
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: sly.id });
    const page = await open();
    await visit(page, "/sly");
    await box(page).waitFor();
    const areas = await Promise.all(
      ["Refuse all", "Accept all"].map(async (name) => {
        const area = await page.getByRole("button", { name }).boundingBox();
        return area && [Math.round(area.width), Math.round(area.height)];
      }),
    );
    expect(areas[0]).toEqual(areas[1]);
    expect(areas[0]?.[0]).toBeGreaterThan(150);
    await page.getByRole("button", { name: "Refuse all" }).click();
    await box(page).waitFor({ state: "hidden" });
    const notice = page.locator("details.f-notice");
    expect((await notice.locator("summary").boundingBox())?.height).toBeGreaterThan(15);
    expect(await notice.evaluate((node) => getComputedStyle(node).fontSize)).toBe("13px");
    const drawn = await notice.locator("summary").evaluate((node) => {
      const { color, webkitTextFillColor, mixBlendMode } = getComputedStyle(node);
      const line = getComputedStyle(node, "::first-line").color;
      const form = node.closest("form");
      const { bottom } = node.getBoundingClientRect();
      const isInside = form !== null && bottom <= form.getBoundingClientRect().bottom + 1;
      const ground = getComputedStyle(node.parentElement ?? node).backgroundColor;
      const cover = getComputedStyle(node.parentElement ?? node, "::after").content;
      return [color, webkitTextFillColor, line, ground, mixBlendMode, cover, isInside];
    });
    const ink = "rgb(0, 0, 0)";
    expect(drawn).toEqual([ink, ink, ink, "rgb(255, 255, 255)", "normal", "none", true]);
    expect(await page.getByRole("button", { name: "Cookie settings" }).isVisible()).toBe(true);
  });

  it.each([
    ["a low box", ".around { height: 60px; overflow: hidden }"],
    ["a track too low", ".page { display: grid; grid-template-rows: 50px 900px } .around { overflow: clip }"],
    [
      "a column that gives way",
      ".page { display: flex; flex-direction: column; height: 90px } .around { overflow: hidden }",
    ],
    ["a low box in one that hides", ".around { overflow: hidden } .inner { height: 40px }"],
    ["edges", ".around { position: absolute; inset: 0 0 auto 0; bottom: 80vh; overflow: hidden }"],
    [
      "a form out of its place",
      "form { position: absolute; top: 0 } .around { position: relative; height: 4rem; overflow: hidden }",
    ],
    ["a shape", ".around { clip-path: inset(0 0 60% 0) }"],
    ["a mask", ".around { mask-image: linear-gradient(#000 40%, transparent 40%) }"],
    [
      "an animation",
      "@keyframes shut { to { max-height: 50px; overflow: hidden; opacity: .01 } } .around { animation: shut 1ms forwards }",
    ],
    ["a bar on the screen", ".around { position: fixed; bottom: 0; height: 90px; overflow: hidden }"],
    [
      "a page that does not scroll",
      "html { overflow: hidden; height: 100% } body { overflow: hidden; height: 120px }",
    ],
  ])("keeps the privacy notice in sight in %s around the form [pages.notice]", async (name, css) => {
    const { deps } = instance;
    const path = `/${name.replaceAll(" ", "-")}`;
    const boxed = await createPage(deps, shop.owner, {
      ...{ siteId: shop.site.id, path, title: name, language: "en", css },
      html: `<div class="page"><div class="around"><div class="inner">${html}</div></div><p>Below</p></div>`,
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: boxed.id });
    const page = await open({ width: 390, height: 844 });
    await visit(page, path);
    await box(page).waitFor();
    await page.getByRole("button", { name: "Refuse all" }).click();
    await box(page).waitFor({ state: "hidden" });
    const summary = page.locator("details.f-notice summary");
    // Only what a hand can scroll is scrolled: a box that hides what is too much is not.
    const below = await summary.evaluate((node) => {
      for (let one = node.parentElement; one && one !== document.body; one = one.parentElement)
        if (/auto|scroll/.test(getComputedStyle(one).overflowY))
          one.scrollTop += node.getBoundingClientRect().bottom - one.getBoundingClientRect().bottom;
      return node.getBoundingClientRect().top - 400;
    });
    await page.mouse.move(380, 10);
    if (below > 0) await page.mouse.wheel(0, below);
    await calm(page);
    const seen = await summary.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height - 2);
      const faded: string[] = [];
      for (let one: Element | null = node; one; one = one.parentElement)
        if (getComputedStyle(one).opacity !== "1" || getComputedStyle(one).maskImage !== "none")
          faded.push(one.tagName);
      return { isSummary: at === node, isOnScreen: top >= 0 && top + height <= innerHeight, faded };
    });
    expect(seen).toEqual({ isSummary: true, isOnScreen: true, faded: [] });
    await summary.click();
    const rights = page.locator("details.f-notice dd").last();
    await rights.hover();
    expect(await rights.isVisible()).toBe(true);
  });

  it.each([
    ["a part of its section", ".spot { position: absolute; inset: 0; z-index: 2; background: #fff }"],
    [
      "a part pulled up",
      ".below { position: relative; margin-top: -500px; height: 900px; z-index: 9; background: #fff }",
    ],
    [
      "what is drawn beside the box",
      ".around::after { content: ''; position: absolute; inset: 0; z-index: 5; background: #fff }",
    ],
    [
      "what is drawn beside the form",
      "form::after { content: ''; position: absolute; inset: 0; z-index: 1; background: #fff }",
    ],
    [
      "a part over a stack",
      ".around { z-index: 1 } .below { position: absolute; inset: 0; z-index: 3; background: #fff }",
    ],
    [
      "a part over a moved box",
      ".inner { transform: translateX(0.1px) } .below { position: absolute; inset: 0; background: #fff }",
    ],
    ["the whole screen", ".below { position: fixed; inset: 0; z-index: 99; background: #fff }"],
  ])("keeps the privacy notice above %s laid over the form [pages.notice]", async (name, css) => {
    const { deps } = instance;
    const path = `/over-${name.replaceAll(" ", "-")}`;
    const covered = await createPage(deps, shop.owner, {
      ...{ siteId: shop.site.id, path, title: name, language: "en" },
      css: `body { margin: 0 } .page, .around { position: relative } ${css}`,
      html: `<div class="page"><div class="around"><div class="inner">${html}</div><b class="spot"></b></div><p class="below">Below</p></div>`,
    });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: covered.id });
    const page = await open({ width: 390, height: 844 });
    await visit(page, path);
    await box(page).waitFor();
    await page.getByRole("button", { name: "Refuse all" }).click();
    await box(page).waitFor({ state: "hidden" });
    const summary = page.locator("details.f-notice summary");
    const onTop = await summary.evaluate((node) => {
      node.scrollIntoView({ block: "center" });
      const { left, top, width, height } = node.getBoundingClientRect();
      return [0.1, 0.5, 0.9].map(
        (share) => document.elementFromPoint(left + width * share, top + height / 2) === node,
      );
    });
    expect(onTop).toEqual([true, true, true]);
  });

  it("is answered by keyboard: first in order, focus kept and given back, Escape leaves it as it was", async () => {
    const page = await open();
    await box(page).waitFor();
    await page.keyboard.press("Tab");
    const name = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(await inBox(page)).toBe(true);
    const seen: string[] = [];
    for (let step = 0; step < 8 && !(await name()).includes("Accept all"); step += 1) {
      seen.push(await name());
      await page.keyboard.press("Tab");
    }
    expect(seen.join("|")).toMatch(/Which services.*Refuse all\|Only what I ticked/);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await box(page).waitFor({ state: "hidden" });
    const settings = page.getByRole("button", { name: "Cookie settings" });
    await settings.focus();
    await page.keyboard.press("Enter");
    await box(page).waitFor();
    expect(await inBox(page)).toBe(true);
    await page.keyboard.press("Escape");
    await box(page).waitFor({ state: "hidden" });
    expect(await name()).toBe("Cookie settings");
  });

  it("stays open and keeps the focus when it is opened again before an earlier answer has arrived", async () => {
    const page = await open();
    await box(page).waitFor();
    const answers = await holdAnswers(page);
    await page.getByRole("button", { name: "Refuse all" }).press("Enter");
    await box(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Cookie settings" }).press("Enter");
    await box(page).waitFor();
    await answers.release();
    expect(await box(page).isVisible()).toBe(true);
    expect(await inBox(page)).toBe(true);
    await page.getByRole("button", { name: "Refuse all" }).press("Enter");
    await page.getByLabel("Your e-mail").focus();
    await answers.release();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("email");
  });

  it("tells who does not see it that it is there, once, and that the choice is saved", async () => {
    const page = await open();
    const said = page.locator("aside[lang=en]").getByRole("status");
    await said.getByText("May this page use services of others?").waitFor();
    await page.getByRole("button", { name: "Refuse all" }).press("Enter");
    await said.getByText("Your choice is saved.").waitFor();
    await page.getByRole("button", { name: "Cookie settings" }).press("Enter");
    await box(page).waitFor();
    await calm(page);
    expect(await inBox(page)).toBe(true);
    expect(await said.textContent()).toBe("");
    await page.getByRole("button", { name: "Only what I ticked" }).press("Enter");
    await said.getByText("Your choice is saved.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Cookie settings");
  });

  it("hears a browser that objects, and says so [ads.optout] [consent.cookies]", async () => {
    const page = await open({ extraHTTPHeaders: { "Sec-GPC": "1" } });
    await box(page).waitFor();
    expect(await page.getByLabel(/Marketing/).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Accept all" }).click();
    await until("The script of the statistics", () => party.asked.includes("/beacon"));
    expect(party.asked).not.toContain("/advert.js");
    await page.getByText("Opt-out request honoured", { exact: true }).waitFor();
    await browser.context.addInitScript(() =>
      Object.defineProperty(navigator, "globalPrivacyControl", { value: true }),
    );
    await keepScreenshot(page, "consent-gpc");
  });

  it("keeps what somebody has typed, and gives all services with the next page", async () => {
    const page = await open({ width: 390, height: 844 });
    await keepScreenshot(page, "consent-question-phone");
    await page.getByLabel("Your e-mail").fill("jo@readers.example");
    await page.getByRole("button", { name: "Accept all" }).click();
    await box(page).waitFor({ state: "hidden" });
    expect(await page.getByLabel("Your e-mail").inputValue()).toBe("jo@readers.example");
    expect(party.asked).toEqual([]);
    await page.getByText("Your choice is saved.").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Cookie settings" }).click();
    expect(await page.getByLabel("Statistics").isChecked()).toBe(true);
    await page.reload();
    await until(
      "Both scripts",
      () => party.asked.includes("/count.js") && party.asked.includes("/advert.js"),
    );
  });

  it("speaks Arabic from right to left, in the dark", async () => {
    const page = await open({ width: 768, colorScheme: "dark" });
    await page.goto(`${instance.site("harbour")}/ar`);
    await page.getByRole("button", { name: "رفض الكل" }).waitFor();
    await expectAccessible(page, "the question in Arabic");
    await keepScreenshot(page, "consent-question-ar");
    const hidden = await page.evaluate(() => {
      const last = document.querySelector<HTMLElement>(".foyer-cookies a");
      last?.focus();
      const box = document.querySelector("#foyer-consent .modal-content");
      return (last?.getBoundingClientRect().bottom ?? 0) - (box?.getBoundingClientRect().top ?? 0);
    });
    expect(hidden, "the end of a short page lies behind the question").toBeLessThanOrEqual(0);
    await page.goto(`${instance.site("harbour")}/consent?l=ar`);
    await expectAccessible(page, "the choices as a page");
    await keepScreenshot(page, "consent-page-ar");
  });
});
