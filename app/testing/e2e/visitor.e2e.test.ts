import { execFileSync } from "node:child_process";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { buildApp } from "~/server/app.server";
import { assembleServerDeps } from "~/server/assemble.server";
import { freePort } from "../db/mariadb";
import { openTestInstance, sourceRoot, type TestInstance } from "../db/test-deps";
import { makeTestSite } from "../factories/test-site";
import { type Browser, expectAccessible, openBrowser } from "./browser";

let instance: TestInstance;
let app: FastifyInstance;
let browser: Browser;
let address = "";

const html = `<main><h1>Waitlist</h1><form>
<p><label>Your name <input name="name" required></label></p>
<p><label>E-mail <input type="email" name="email" required></label></p>
<p><label><input type="checkbox" name="consent_mail"> Write to me about bread.</label></p>
<button>Join</button></form></main>`;

const rows = (table: "visits" | "submissions") => instance.deps.db.selectFrom(table).selectAll().execute();

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(sourceRoot, "scripts/build-visitor.mjs")]);
  const port = await freePort();
  instance = await openTestInstance({ PORT: String(port) });
  const { deps } = instance;
  deps.clock.set(Date.now());
  app = await buildApp(
    { ...assembleServerDeps(deps), clock: deps.clock },
    { clientFolder: path.join(sourceRoot, "public") },
  );
  await app.listen({ port, host: "127.0.0.1" });
  const { site, owner, workspaceId } = await makeTestSite(deps, { slug: "shop" });
  const page = await createPage(deps, owner, { siteId: site.id, path: "/join", title: "Join", html });
  await publishPage(deps, owner, { workspaceId, pageId: page.id });
  address = `http://shop.localhost:${port}/join`;
  browser = await openBrowser({ locale: "en" });
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
  await instance?.close();
});

describe("the visitor script", () => {
  it("[consent.cookies] asks nobody else for anything and stores nothing in the browser", async () => {
    const asked: string[] = [];
    const problems: string[] = [];
    browser.page.on("request", (request) => asked.push(request.url()));
    browser.page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await browser.page.goto(`${address}?utm_source=news`, { waitUntil: "load" });
    await expect.poll(async () => (await rows("visits")).length).toBe(1);
    expect(asked.every((url) => url.startsWith(new URL(address).origin))).toBe(true);
    expect(problems).toEqual([]);
    expect(await browser.context.cookies()).toEqual([]);
    expect(await browser.page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
    expect((await rows("visits"))[0]).toMatchObject({ utm_source: "news", duration_ms: 0, ip: "" });
    await expectAccessible(browser.page, "a page with a form");
  });

  it("[leads.capture] shows what is wrong beside the field, keeps what was typed, then sends with proof of work", async () => {
    const { page } = browser;
    await page.fill('[name="name"]', "Ada");
    await page.fill('[name="email"]', "ada@nowhere");
    await page.click("button");
    const wrong = page.locator('[name="email"][aria-invalid="true"]');
    await wrong.waitFor();
    expect(await page.locator(".foyer-error").innerText()).toContain("e-mail address");
    expect(await page.inputValue('[name="name"]')).toBe("Ada");
    await page.fill('[name="email"]', "ada@example.org");
    await page.check('[name="consent_mail"]');
    await page.click("button");
    await page.waitForURL(/\/thanks$/);
    expect(await page.innerText("h1")).toBe("Thank you");
    expect(await rows("submissions")).toMatchObject([{ state: "accepted" }]);
    await expectAccessible(page, "the thank-you page");
  });

  it("[pages.navigational] tells how long the page was seen and that a form was begun", async () => {
    await expect
      .poll(async () => (await rows("visits"))[0])
      .toMatchObject({ form_started: 1, duration_ms: expect.any(Number) });
    expect((await rows("visits"))[0]?.duration_ms).toBeGreaterThan(0);
  });

  it("[leads.capture] is not needed: the form works without any script", async () => {
    const plain = await openBrowser({ javaScriptEnabled: false });
    try {
      await plain.page.goto(address);
      await plain.page.fill('[name="name"]', "Bo");
      await plain.page.fill('[name="email"]', "bo@example.org");
      await plain.page.click("button");
      await plain.page.waitForURL(/\/thanks$/);
      expect(await rows("submissions")).toHaveLength(2);
    } finally {
      await plain.close();
    }
  });
});
