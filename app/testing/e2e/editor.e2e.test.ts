import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, keepScreenshot, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";
import { dragByFinger } from "./drag-onto";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved$/ });
const canvasOf = (page: Page) => page.frameLocator('iframe[title="Page"]');

async function newPage(page: Page, origin: string, title: string, path: string): Promise<string> {
  await page.goto(`${origin}/w/demo/pages/new`);
  await page.getByRole("link", { name: "Waiting list" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Address").fill(path);
  await page.getByRole("button", { name: "Make the page" }).click();
  await page.waitForURL("**/edit");
  await saved(page).waitFor({ timeout: 60_000 });
  return page.url();
}

/** How much of the window jumped by itself. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

describe("the editor of pages", () => {
  let instance: DemoInstance;
  let one: Browser;
  let two: Browser;
  let address = "";

  beforeAll(async () => {
    instance = await startDemoInstance();
    one = await openBrowser();
    two = await openBrowser({ width: 390, height: 844, colorScheme: "dark" });
    for (const { page } of [one, two]) await signIn(page, instance.server.origin, instance.demo);
  });
  afterAll(async () => {
    await one?.close();
    await two?.close();
    await instance?.close();
  });

  it("[pages.build] changes, moves, hides, copies and takes back by keyboard alone", async () => {
    const { page } = one;
    address = await newPage(page, instance.server.origin, "By keyboard", "by-keyboard");
    expect(await layoutShift(page)).toBeLessThan(0.01);
    const canvas = canvasOf(page);
    const sections = canvas.locator("section");
    const count = await sections.count();
    await page.getByRole("tab", { name: "Outline", exact: true }).focus();
    await page.keyboard.press("Enter");
    const rows = await page.getByRole("treeitem").count();
    await page.getByRole("treeitem").nth(1).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
    await expect.poll(() => sections.count()).toBe(count + 1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => sections.count()).toBe(count);
    // What is pressed inside the canvas counts once, though GrapesJS tells the page around it once more.
    await sections.first().click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("Control+d");
    await expect.poll(() => sections.count()).toBe(count + 1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => sections.count()).toBe(count);
    await expect.poll(() => page.getByRole("treeitem").count()).toBe(rows);
    const row = page.getByRole("treeitem").nth(2);
    const words = await row.textContent();
    await row.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => page.getByRole("treeitem").nth(3).textContent()).toBe(words);
    await page.keyboard.press("F2");
    await page.keyboard.type("What we leave out");
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: /What we leave out/ }).waitFor();
    await page.keyboard.press("h");
    await page.getByRole("treeitem", { name: /What we leave out.*hidden/ }).waitFor();
    await saved(page).waitFor();
    await expectAccessible(page, "outline");
    await page.keyboard.press("Control+/");
    await page.getByRole("heading", { name: "Keyboard", exact: true }).waitFor();
    await expectAccessible(page, "sheet of shortcuts");
    await page.keyboard.press("Escape");
    await page.reload();
    await saved(page).waitFor();
    await page.getByRole("tab", { name: "Outline", exact: true }).click();
    await page.getByRole("treeitem", { name: /What we leave out.*hidden/ }).waitFor();
  });

  it("gives the whole page another look at once, and names what stands against it", async () => {
    const { page } = one;
    await page.getByRole("tab", { name: "Look", exact: true }).click();
    await page.getByRole("radio", { name: "Berry" }).click();
    const accent = () =>
      canvasOf(page)
        .locator("button")
        .first()
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    await expect.poll(accent).toBe("rgb(157, 23, 77)");
    await expectAccessible(page, "look of the page");
    await keepScreenshot(page, "editor-look");
    await saved(page).waitFor();
    await page.getByRole("tab", { name: /Checks/ }).click();
    await page.getByText("Every link leads somewhere").waitFor();
    await expectAccessible(page, "checks");
  });

  it("tells two people of each other and overwrites nobody", async () => {
    const { page: first } = one;
    const { page: second } = two;
    await second.goto(address);
    await saved(second).waitFor();
    await first.reload();
    await saved(first).waitFor();
    await first.getByText("Also open: you, in another tab").waitFor();
    await expectAccessible(second, "editor on a phone in the dark");
    await keepScreenshot(second, "editor-phone-dark");
    await first.getByRole("button", { name: "Page settings", exact: true }).click();
    await first.getByLabel("Title").fill("Saved first");
    await first.getByRole("button", { name: "Save settings" }).click();
    await first.getByRole("heading", { level: 1, name: "Saved first" }).waitFor();
    await second.getByRole("button", { name: "Outline", exact: true }).click();
    await second.getByRole("treeitem").first().focus();
    await second.keyboard.press("Alt+ArrowDown");
    await second.getByText(/saved this page at/).waitFor();
    await second.getByText("Nothing was overwritten").waitFor();
    await second.getByRole("button", { name: "Keep mine" }).click();
    await saved(second).waitFor();
  });

  it("is put in another order by finger, on the grips of the outline", async () => {
    const { page } = two;
    const open = page.getByRole("button", { name: "Outline", exact: true });
    if (!(await page.getByRole("tree").isVisible())) await open.click();
    const rows = page.getByRole("treeitem");
    const words = await rows.first().textContent();
    await dragByFinger(page, rows.first().locator(".fe-grip"), rows.nth(1));
    await expect.poll(() => rows.nth(1).textContent()).toBe(words);
    await dragByFinger(page, rows.nth(1).locator(".fe-grip"), rows.nth(0));
    await saved(page).waitFor();
  });

  it("[pages.build] takes a section from the list to its place on the page by finger", async () => {
    const { page } = two;
    const sections = canvasOf(page).locator("section");
    const count = await sections.count();
    await page.getByRole("button", { name: "Sections", exact: true }).click();
    const tile = page.getByTitle("Add Opening", { exact: true });
    const stage = page.locator(".fe-stage");
    // Not held, a finger scrolls the list.
    await dragByFinger(page, tile, stage, { share: 0.2 });
    expect(await sections.count()).toBe(count);
    await tile.scrollIntoViewIfNeeded();
    await dragByFinger(page, tile, stage, { holdMs: 400, share: 0.2 });
    await expect.poll(() => sections.count()).toBe(count + 1);
    await page.getByPlaceholder("Find a section").waitFor({ state: "hidden" });
    await saved(page).waitFor();
  });

  it("works on by finger without a connection, loses nothing, and says so", async () => {
    const { page, context } = two;
    const sections = canvasOf(page).locator("section");
    const count = await sections.count();
    await context.setOffline(true);
    await page.getByRole("button", { name: "Sections", exact: true }).click();
    await page.getByTitle("Add Text").click();
    await expect.poll(() => sections.count()).toBe(count + 1);
    await page.getByPlaceholder("Find a section").waitFor({ state: "hidden" });
    await page.getByText("Go on working: your changes are kept on this device").waitFor();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText("Your last changes are not saved yet").waitFor();
    await page.getByRole("button", { name: "Go on editing" }).click();
    await context.setOffline(false);
    await saved(page).waitFor();
    await page.reload();
    await saved(page).waitFor();
    expect(await sections.count()).toBe(count + 1);
  });

  it("[pages.build] takes a section to another page by two buttons, without keys", async () => {
    const { page } = one;
    const origin = instance.server.origin;
    await page.goto(address);
    await saved(page).waitFor();
    await page.getByRole("tab", { name: "Outline", exact: true }).click();
    await page.getByRole("treeitem").first().click();
    await page.getByRole("button", { name: "Copy this part" }).click();
    await page.getByText("Copied. Now open another page and press Paste.").waitFor();
    const words = await canvasOf(page).locator(".gjs-selected :is(h1,h2)").first().textContent();
    await page.goto(`${origin}/w/demo/pages/new?start=blank`);
    await page.getByLabel("Title").fill("Pasted");
    await page.getByLabel("Address").fill("pasted");
    await page.getByRole("button", { name: "Make the page" }).click();
    await page.waitForURL("**/edit");
    await saved(page).waitFor();
    await page.getByRole("button", { name: "Paste what you copied" }).click();
    await canvasOf(page)
      .getByRole("heading", { name: words ?? "" })
      .waitFor();
    // A blank page begins without rules: what its sections build on comes with the first of them.
    const margin = canvasOf(page)
      .locator("body")
      .evaluate((body) => getComputedStyle(body).margin);
    expect(await margin).toBe("0px");
    await saved(page).waitFor();
    await expectAccessible(page, "after pasting");
  });

  it("keeps a section for many pages and compares what was with what is", async () => {
    const { page } = one;
    await page.goto(address);
    await saved(page).waitFor();
    await page.getByRole("tab", { name: "Outline", exact: true }).click();
    await page.getByRole("treeitem").first().click();
    await page.getByLabel("Name of the section").fill("Opening of all pages");
    await page.getByRole("button", { name: "Save for other pages" }).click();
    await page.getByRole("button", { name: "Edit it for all pages" }).waitFor();
    await saved(page).waitFor();
    await page.goto(`${instance.server.origin}/w/demo/pages/sections`);
    await page.getByRole("heading", { name: "Opening of all pages" }).waitFor();
    await expectAccessible(page, "saved sections");
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await saved(page).waitFor();
    await expectAccessible(page, "editor of a saved section");
    await page.goto(address.replace("/edit", "/history"));
    await page
      .getByRole("link", { name: /^Compare/ })
      .last()
      .click();
    await page.getByText(/difference/).waitFor();
    await expectAccessible(page, "history");
    await keepScreenshot(page, "editor-history");
  });

  it("keeps the focus where somebody works without sight, and says what happened to the page", async () => {
    const { page } = one;
    await newPage(page, instance.server.origin, "Heard", "heard");
    const status = (words: string | RegExp) => page.getByRole("status").filter({ hasText: words });
    const focus = () =>
      page.evaluate(() => {
        const place = document.activeElement;
        return `${place?.getAttribute("role") ?? place?.tagName} ${place?.ariaLabel ?? place?.textContent}`;
      });
    await page.getByRole("tab", { name: "Sections" }).click();
    await page.getByRole("button", { name: "Header", exact: true }).press("Enter");
    await status(/^Header was added$/).waitFor();
    expect(await page.getByRole("button", { name: "Opening with form", exact: true }).count()).toBe(1);
    await page.getByRole("tab", { name: "Outline" }).click();
    const outline = page.getByRole("tabpanel", { name: "Outline" });
    const row = outline.getByRole("treeitem").nth(1);
    await row.focus();
    await row.evaluate((element) => element.setAttribute("data-same", ""));
    await page.keyboard.press("Alt+ArrowUp");
    await status(/ was moved up: 1 of \d+$/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-same"))).toBe(true);
    await outline.getByRole("button", { name: "Move down" }).press("Enter");
    await status(/ was moved down: 2 of \d+$/).waitFor();
    await expect.poll(focus).toBe("BUTTON Move down");
    await outline.getByRole("button", { name: "Move up" }).press("Enter");
    await status(/ was moved up: 1 of \d+$/).waitFor();
    // What can not be used any more hands the focus on.
    await expect.poll(focus).toBe("BUTTON Move down");
    await page.keyboard.press("ControlOrMeta+z");
    await status(/^Undone$/).waitFor();
    const state = page.locator(".editor-saved");
    await state.getByText("Not saved yet").waitFor();
    expect(await state.getAttribute("aria-live")).toBe("off");
    await saved(page).waitFor();
    expect(await state.getAttribute("aria-live")).toBe("polite");
  });
});
