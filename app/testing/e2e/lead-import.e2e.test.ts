import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";

/** As another system writes it: two columns of addresses, and one that nobody needs here. */
const csv = [
  "Contact;Given name;Backup mail;Town;Internal note",
  "wilma@import.example;Wilma;w2@import.example;Graz;do not tell",
  "xaver@import.example;Xaver;;Linz;do not tell",
  "nobody;Yvonne;;Linz;",
].join("\r\n");

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("a file of people, %s", (_words, javaScriptEnabled) => {
  let instance: DemoInstance;
  let browser: Browser;
  beforeAll(async () => {
    instance = await startDemoInstance();
    browser = await openBrowser({ width: 390, height: 844, colorScheme: "dark", javaScriptEnabled });
    await signIn(browser.page, instance.server.origin, instance.demo);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.close();
  });

  it("shows what its columns hold, becomes leads as somebody chose, and tells what was left out", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.origin}/w/demo/leads/imports/new`);
    await page
      .getByLabel("CSV file")
      .setInputFiles({ name: "other-system.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByRole("button", { name: "Go on" }).click();
    await page.waitForURL(/\/columns$/);
    await page.getByRole("heading", { name: "What the columns become" }).waitFor();
    await page.getByText("wilma@import.example · xaver@import.example · nobody").waitFor();
    if (javaScriptEnabled) await expectAccessible(page, "columns of an import");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);

    const becomes = (heading: string) => page.getByLabel(`${heading} becomes`);
    expect(await becomes("Contact").inputValue()).toBe("email");
    expect(await becomes("Given name").inputValue()).toBe("first_name");
    await becomes("Internal note").selectOption({ label: "Left out" });
    await becomes("Backup mail").selectOption({ label: "E-mail address" });
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.locator(".form-errors").getByText("choose between “Contact” and “Backup mail”").waitFor();
    expect(await becomes("Internal note").inputValue()).toBe("");
    await becomes("Backup mail").selectOption({ label: "New field: backup_mail" });
    await page.getByRole("button", { name: "Import", exact: true }).click();

    await expect
      .poll(
        async () => {
          if (!javaScriptEnabled) await page.reload();
          return page.getByText("The e-mail address cannot exist.").isVisible();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(true);
    const { data } = await instance.call<{ data: { email: string; fields: Record<string, string> }[] }>(
      "GET",
      "/leads?limit=100",
    );
    expect(data.find(({ email }) => email === "wilma@import.example")?.fields).toEqual({
      first_name: "Wilma",
      backup_mail: "w2@import.example",
      town: "Graz",
    });
  });
});
