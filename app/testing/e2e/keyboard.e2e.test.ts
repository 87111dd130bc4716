import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, openBrowser } from "./browser";
import { type DemoInstance, startDemoInstance } from "./demo";

/** What has the focus, as a screen reader names it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (!element) return "";
    const name =
      element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    return `${element.tagName.toLowerCase()} ${name?.trim().slice(0, 60)}`;
  });

/** The page takes its time to give the focus. */
const expectFocus = (page: Page) => expect.poll(() => focused(page), { timeout: 20_000 });

async function tabTo(page: Page, wanted: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 80) {
    await page.keyboard.press(key);
    const name = await focused(page);
    if (wanted.test(name)) return;
    passed.push(name);
  }
  throw new Error(`${wanted} is not reached by ${key}: ${passed.join(" > ")}`);
}

describe("by keyboard alone", () => {
  let instance: DemoInstance;
  let browser: Browser;
  beforeAll(async () => {
    instance = await startDemoInstance();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.close();
  });

  it("takes keys and clicks that come before a page is ready", async () => {
    const page = await browser.context.newPage();
    const failed: string[] = [];
    page.on("pageerror", (error) => failed.push(error.message));
    await page.addInitScript(() => {
      const press = () => {
        for (const type of ["keydown", "mousedown", "click"])
          document.body?.dispatchEvent(new Event(type, { bubbles: true }));
        if (performance.now() < 5_000) setTimeout(press);
      };
      press();
    });
    for (let time = 0; time < 5; time += 1) {
      await page.goto(`${instance.server.origin}/sign-in`);
      await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    }
    await page.close();
    expect(failed).toEqual([]);
  });

  it("signs in, writes a campaign, sends a test and the campaign, and reads its report", async () => {
    const { page } = browser;
    const { keyboard } = page;
    await page.goto(`${instance.server.origin}/sign-in`);
    await tabTo(page, /input E-mail address/);
    await keyboard.type(instance.demo.email);
    await tabTo(page, /input Password/);
    await keyboard.type(instance.demo.password);
    await keyboard.press("Enter");
    await page.waitForURL("**/w/demo");
    await page.getByRole("heading", { level: 1 }).waitFor();

    // Keys are heard once the page's script runs.
    await expect
      .poll(
        async () => {
          if (!(await focused(page)).includes("Search and commands")) await keyboard.press("ControlOrMeta+k");
          return focused(page);
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(/Search and commands/);
    await keyboard.type("new campaign");
    await page.getByRole("option", { name: "New campaign", exact: true }).waitFor();
    await keyboard.press("Enter");
    await page.waitForURL("**/campaigns/new");
    await page.getByRole("link", { name: "Announcement" }).waitFor();
    await tabTo(page, /a Announcement/);
    await keyboard.press("Enter");
    await expectFocus(page).toBe("input Name");
    await keyboard.type("By keyboard");
    await keyboard.press("Enter");
    await page.waitForURL("**/edit");
    await expectFocus(page).toMatch(/^main/);

    const state = page.getByRole("status").filter({ hasText: /^(Saved|Saving|Not saved yet)$/ });
    await tabTo(page, /input Subject/);
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("It is open");
    await state.getByText("Not saved yet").waitFor();
    await keyboard.press("Shift+Tab");
    await state.getByText("Saved", { exact: true }).waitFor();
    await tabTo(page, /textarea Message/);
    const message = await page.getByLabel("Message", { exact: true }).inputValue();
    await keyboard.press("ControlOrMeta+a");
    await keyboard.insertText(message.replace("example.org/open", "harbour.example/open"));
    await page.getByText("A link still leads to the example address").waitFor({ state: "hidden" });
    await page.reload();
    expect(await page.getByLabel("Subject").inputValue()).toBe("It is open");

    await tabTo(page, /button Send me a test/);
    await keyboard.press("Enter");
    await page.getByText("The test is on its way").waitFor();
    await tabTo(page, /^a Send$/);
    await keyboard.press("Enter");
    await expectFocus(page).toBe("input Now");
    await tabTo(page, /button Send to/);
    await keyboard.press("Enter");
    await page.waitForURL(/\/campaigns\/cmp_\w+$/);
    await page.getByRole("heading", { name: "First 72 hours" }).waitFor();
    await expectFocus(page).toMatch(/^main/);
  });

  it("goes on at the content of a page that was chosen beside it, and hears what it is called", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.origin}/w/demo/campaigns`);
    await page
      .getByRole("navigation", { name: "Workspace" })
      .getByRole("link", { name: "Leads" })
      .press("Enter");
    await page.waitForURL("**/w/demo/leads");
    await expectFocus(page).toBe("main Leads");
  });

  it("reads in a notice of its own why no test of an unfinished campaign was sent", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.origin}/w/demo/campaigns/new?start=html`);
    await page.getByLabel("Name").fill("Unfinished");
    await page.getByRole("button", { name: "Make the campaign" }).click();
    await page.waitForURL("**/edit");
    await page.getByLabel("From", { exact: true }).selectOption("");
    await tabTo(page, /button Send me a test/, "Shift+Tab");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    const refusal = page.getByRole("alert").filter({ hasText: "No test was sent" });
    await refusal.waitFor();
    await expectAccessible(page, "a test that was refused");
  });

  it("is asked before a draft is deleted, and by a menu that stays within a phone's window", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${instance.server.origin}/w/demo/campaigns`);
    await page.getByRole("link", { name: "Workshop reminder" }).click();
    await page.waitForURL("**/edit");
    await expectFocus(page).toMatch(/^main/);
    await tabTo(page, /summary More/);
    await page.keyboard.press("Enter");
    const copy = page.getByRole("button", { name: "Make a copy" });
    await copy.waitFor();
    await expect
      .poll(async () => (await copy.boundingBox())?.x, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(0);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("button Make a copy");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("summary Delete the draft");
    await page.keyboard.press("Enter");
    await page.getByText("It goes for good.").waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("button Delete it");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/campaigns");
    await page.getByRole("heading", { name: "Campaigns" }).waitFor();
    expect(await page.getByText("Workshop reminder").count()).toBe(0);
  });
});
