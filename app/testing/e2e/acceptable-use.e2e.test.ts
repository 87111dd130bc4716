import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, keepScreenshot, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";
import { statusOf, until } from "./instance";

describe("acceptable use", () => {
  let instance: DemoInstance;
  let owner: Browser;
  let operator: Browser;
  const pageStatus = () => statusOf(`${instance.server.site("demo")}/`);

  beforeAll(async () => {
    instance = await startDemoInstance();
    [owner, operator] = [await openBrowser(), await openBrowser({ colorScheme: "dark" })];
  });
  afterAll(async () => {
    await owner?.close();
    await operator?.close();
    await instance?.close();
  });

  it("[aup.check] [forms.sensitive] refuses a page that asks for a card number, with rule, evidence and remedy", async () => {
    const { page } = owner;
    await signIn(page, instance.server.origin, instance.demo);
    await page.goto(`${instance.server.origin}/w/demo/pages/new?start=html`);
    await page.getByLabel("Title").fill("Pay here");
    await page.getByLabel("Address").fill("pay");
    await page
      .getByLabel("HTML")
      .fill(
        '<main><h1>Pay here</h1><form><label>Your e-mail <input type="email" name="email"></label><label>Card number <input name="card"></label><button>Pay</button></form></main>',
      );
    await page.getByRole("button", { name: "Make the page" }).click();
    await page.waitForURL("**/edit");
    await page
      .getByRole("status")
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Stops publishing").first().waitFor();
    await dialog.getByText(/card/i).first().waitFor();
    expect(await dialog.locator(".finding-remedy").first().innerText()).not.toBe("");
    expect(await dialog.getByRole("button", { name: "Publish now" }).count()).toBe(0);
    await expectAccessible(page, "refused publishing");
    await keepScreenshot(page, "aup-refused");
    expect(await statusOf(`${instance.server.site("demo")}/pay`)).toBe(404);
  });

  it("makes the first operator by the link that the start printed, once", async () => {
    const { page } = operator;
    await page.goto(instance.setupLink);
    await expectAccessible(page, "set up");
    await page.getByLabel("E-mail address").fill("operator@instance.example");
    await page.getByLabel("Password", { exact: true }).fill("granite teapot winter ladder");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Become the operator" }).click();
    await page.waitForURL("**/workspaces**");
    await page.goto(instance.setupLink);
    expect(await page.getByRole("button", { name: "Become the operator" }).count()).toBe(0);
  });

  it("[aup.suspend] a suspended workspace's pages are closed within two seconds, and come back", async () => {
    expect(await pageStatus()).toBe(200);
    const { page } = operator;
    await page.goto(`${instance.server.origin}/operator`);
    await expectAccessible(page, "operator");
    await keepScreenshot(page, "operator");
    await page.getByRole("link", { name: "Harbour Repair Café" }).click();
    await page.getByLabel("Rule").selectOption({ index: 1 });
    await page.getByLabel("Why").fill("Asks visitors for card numbers.");
    await expectAccessible(page, "operator's view of a workspace");
    await page.getByRole("button", { name: "Suspend this workspace" }).click();
    await page.getByText("Suspended. Pages and mail stop").waitFor();
    await until("The page closed", async () => (await pageStatus()) === 451, 2_000);
    await keepScreenshot(page, "operator-suspended");
    await owner.page.goto(`${instance.server.origin}/w/demo`);
    await owner.page.getByText("Asks visitors for card numbers.").waitFor();
    await expectAccessible(owner.page, "home of a suspended workspace");
    await keepScreenshot(owner.page, "suspended-home");
    await page.getByLabel("Why").fill("The form was changed.");
    await page.getByRole("button", { name: "Reinstate this workspace" }).click();
    await page.getByText("Reinstated.").waitFor();
    await until("The page opened again", async () => (await pageStatus()) === 200, 2_000);
  });
});
