import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved$/ });
const canvasOf = (page: Page) => page.frameLocator('iframe[title="Page"]');
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return (element?.labels?.[0] ?? element)?.textContent?.trim() ?? "";
  });

describe("the editor, as hands use it", () => {
  let instance: DemoInstance;
  let browser: Browser;
  beforeAll(async () => {
    instance = await startDemoInstance();
    browser = await openBrowser();
    const { page } = browser;
    await signIn(page, instance.server.origin, instance.demo);
    await page.goto(`${instance.server.origin}/w/demo/pages/new`);
    await page.getByRole("link", { name: "Waiting list" }).click();
    await page.getByLabel("Title").fill("By hand");
    await page.getByLabel("Address").fill("by-hand");
    await page.getByRole("button", { name: "Make the page" }).click();
    await page.waitForURL("**/edit");
    await saved(page).waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.close();
  });

  it("ends writing in place by Escape, and its settings show the new words at once", async () => {
    const { page } = browser;
    const heading = canvasOf(page).locator("h1");
    const words = page.locator("#fe-panel-selection").getByRole("textbox", { name: "Words", exact: true });
    await heading.dblclick();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Written in place");
    await page.keyboard.press("Escape");
    await expect.poll(() => words.inputValue()).toBe("Written in place");
    expect(await canvasOf(page).locator("[contenteditable=true]").count()).toBe(0);
    await heading.dblclick();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(", twice");
    // A press takes its time: what is under it must not be drawn anew meanwhile.
    const copy = page.locator(".fe-selected").getByRole("button", { name: "Duplicate" });
    const { x = 0, y = 0 } = (await copy.boundingBox()) ?? {};
    await page.mouse.move(x + 8, y + 8);
    await page.mouse.down();
    await page.waitForTimeout(200);
    await page.mouse.up();
    await expect.poll(() => heading.allTextContents()).toEqual(Array(2).fill("Written in place, twice"));
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => heading.count()).toBe(1);
  });

  it("takes rows of the outline to another place by mouse, wherever they are held", async () => {
    const { page } = browser;
    await page.getByRole("tab", { name: "Outline", exact: true }).click();
    const rows = page.locator("[role=treeitem][aria-level='1']");
    await rows.first().press("ArrowLeft");
    // What was undone before is drawn anew.
    await saved(page).waitFor();
    const [first = "", second = ""] = await rows.allTextContents();
    const boxes = async () => [await rows.first().boundingBox(), await rows.nth(1).boundingBox()] as const;
    await expect.poll(boxes).not.toContain(null);
    const [from, to] = await boxes();
    if (!from || !to) throw new Error("The outline has no rows");
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + to.height * 0.8, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await rows.allTextContents()).slice(0, 2)).toEqual([second, first]);
    await page.getByRole("button", { name: "Undo" }).click();
  });

  it("changes one colour after the other, and walks the finished ones by arrows", async () => {
    const { page } = browser;
    await page.getByRole("tab", { name: "Look", exact: true }).click();
    await page.getByRole("radio", { name: "Sky" }).click();
    for (const name of ["Berry", "Clay"]) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => focused(page)).toBe(name);
      await expect.poll(() => page.getByRole("radio", { name }).getAttribute("aria-checked")).toBe("true");
    }
    await page.getByText("Each colour").click();
    const look = page.locator("#fe-panel-page");
    await look.getByLabel("Accent", { exact: true }).fill("#7a1f5c");
    await page.keyboard.press("Enter");
    await look.getByLabel("Words", { exact: true }).fill("#111111");
    await page.keyboard.press("Enter");
    await expect.poll(() => look.getByLabel("Accent", { exact: true }).inputValue()).toBe("#7a1f5c");
    await saved(page).waitFor();
  });

  it("leads from the words of a film to where its address is given", async () => {
    const { page } = browser;
    await page.getByRole("tab", { name: "Sections", exact: true }).click();
    await page.getByTitle("Add Film elsewhere", { exact: true }).click();
    await canvasOf(page).getByText("Play the film").click();
    const address = page.getByLabel("Address of the film");
    await address.fill("https://films.baker.com/1");
    await address.press("Tab");
    await saved(page).waitFor();
    await page.getByRole("tab", { name: /Checks/ }).click();
    await page.getByText("“Play the film” stays a link").waitFor();
  });

  it("checks a page again when its settings were saved, and leads the keyboard to what a note is about", async () => {
    const { page } = browser;
    await page.getByRole("tab", { name: /Checks/ }).click();
    const note = page.getByText("The page has no description.");
    await page.getByRole("button", { name: "Page settings", exact: true }).click();
    await page.locator("[name=description]").fill("");
    await page.getByRole("button", { name: "Save settings" }).click();
    await note.waitFor();
    await page.getByRole("tab", { name: "Sections", exact: true }).click();
    await page.getByTitle("Add Opening", { exact: true }).click();
    await page.getByRole("tab", { name: /Checks/ }).click();
    await page.getByRole("button", { name: /^Show it: The link “Read more first”/ }).press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.matches(".fe-selected h2")))
      .toBe(true);
  });

  it("is published by keys from where the button is seen, also on a phone", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: /^Checks \d+ to look at$/ }).waitFor();
    await page.getByRole("link", { name: "Leave the editor" }).focus();
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page)).toBe("Publish");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Preview" }).focus();
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page)).toBe("Publish");
  });

  it("says which variant of an experiment it holds, and a question beside a title leaves the title in its place", async () => {
    const { page } = browser;
    await page.goto(page.url().replace(/\/edit$/, "/experiments"));
    await page.getByLabel("What is tried out").fill("Other words");
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByRole("link", { name: "Edit Variant B" }).click();
    await page.getByRole("heading", { level: 1, name: "Variant B of By hand" }).waitFor();
    await saved(page).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Publish and start" }).click();
    const stop = page.getByText("Stop", { exact: true });
    await stop.waitFor();
    const title = page.getByRole("heading", { level: 1 });
    const before = await title.boundingBox();
    await stop.click();
    await page.getByRole("button", { name: "Stop and keep the page" }).waitFor();
    expect(await title.boundingBox()).toEqual(before);
  });
});
