import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";

async function openSendDialog(page: Page, { server, demo }: DemoInstance, name: string): Promise<void> {
  await signIn(page, server.origin, demo);
  await page.goto(`${server.origin}/w/demo/campaigns/new?start=letter`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make the campaign" }).click();
  await page.waitForURL("**/edit");
  await page.getByRole("link", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { name: "Send the campaign" }).waitFor();
}

describe("a campaign that leaves later", () => {
  let instance: DemoInstance;
  beforeAll(async () => {
    instance = await startDemoInstance();
  });
  afterAll(() => instance?.close());

  for (const javaScriptEnabled of [true, false]) {
    it(`is given its time, and not one that has passed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
      const browser: Browser = await openBrowser({ javaScriptEnabled, width: 390, height: 844 });
      try {
        const { page } = browser;
        await openSendDialog(page, instance, `Later ${javaScriptEnabled}`);
        const at = page.getByLabel(/^Date and time in /);
        expect(await at.isVisible()).toBe(false);
        await page.getByRole("radio", { name: "Later" }).check();
        await at.fill("2020-05-05T09:00");
        if (javaScriptEnabled) await expectAccessible(page, "sending later");
        await page.getByRole("button", { name: "Schedule it" }).click();
        await page
          .getByText(/This has passed in /)
          .first()
          .waitFor();
        expect(await page.getByRole("radio", { name: "Later" }).isChecked()).toBe(true);
        expect(await at.inputValue()).toBe("2020-05-05T09:00");
        await at.fill("2040-05-05T09:00");
        await page.getByRole("button", { name: "Schedule it" }).click();
        await page.getByText("Scheduled", { exact: true }).waitFor();
        await page.getByText(/Leaves\s+5 May 2040, 09:00/).waitFor();
      } finally {
        await browser.close();
      }
    });
  }
});

describe("a page that goes offline later", () => {
  it("shows its plan with what became of it well apart, on a phone", async () => {
    const instance = await startDemoInstance();
    const browser = await openBrowser({ width: 390, height: 844 });
    try {
      const { page } = browser;
      const { data } = await instance.call<{ data: { id: string }[] }>("GET", "/pages");
      await signIn(page, instance.server.origin, instance.demo);
      await page.goto(`${instance.server.origin}/w/demo/pages/${data[0]?.id}/publishing`);
      await page.getByRole("radio", { name: "Take offline" }).check();
      const inAMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 16);
      await page.getByLabel("Day and time").fill(inAMonth);
      await page.getByRole("button", { name: "Plan it" }).click();
      const plan = page.getByRole("listitem").filter({ hasText: "Take offline" });
      const words = await plan.getByText("Europe/Berlin").last().boundingBox();
      const state = await plan.getByText("Waits", { exact: true }).boundingBox();
      const isBelow = (state?.y ?? 0) >= (words?.y ?? 0) + (words?.height ?? 0);
      const gap = (state?.x ?? 0) - (words?.x ?? 0) - (words?.width ?? 0);
      expect(isBelow || gap >= 8, `${gap} pixels between`).toBe(true);
      await expectAccessible(page, "the plans of a page");
    } finally {
      await browser.close();
      await instance.close();
    }
  });
});
