import { createHash } from "node:crypto";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { manifestSchema } from "~/domain/termination/archive-format";
import { readZip } from "../read-zip";
import { type Browser, expectAccessible, keepScreenshot, openBrowser } from "./browser";
import { dragOnto } from "./drag-onto";
import {
  type Letter,
  letterTo,
  linkIn,
  type MailedInstance,
  makeWorkspace,
  sayWhoHoldsData,
  signUp,
  startMailedInstance,
  until,
} from "./instance";

const owner = {
  name: "Ada Harbour",
  email: "ada@harbour.example",
  password: "lantern otter quiet bicycle",
};
const reader = "mary@readers.example";

async function writeCampaign(page: Page, start: string, name: string): Promise<void> {
  await page.goto(start);
  await expectAccessible(page, "mail templates");
  await page.getByRole("link", { name: "Announcement" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make the campaign" }).click();
  await page.getByRole("button", { name: "Send me a test" }).waitFor();
  const placeholder = page.getByText("A link still leads to the example address of the template.");
  await placeholder.waitFor();
  const message = page.getByLabel("Message", { exact: true });
  await message.fill((await message.inputValue()).replace("example.org/open", "harbour.example/open"));
  await placeholder.waitFor({ state: "hidden" });
}

/** A figure of the report; the screen brings it up to date by itself. */
async function figure(page: Page, label: string, value: string): Promise<void> {
  const stat = page.locator(".stat").filter({ has: page.getByText(label, { exact: true }) });
  await stat.locator(".stat-value").getByText(value, { exact: true }).waitFor();
}

describe("the whole way, from an account to an archive", () => {
  let instance: MailedInstance;
  let browser: Browser;
  let visitor: Browser;
  let origin = "";
  let message: Letter | undefined;
  let sentAt = 0;

  beforeAll(async () => {
    instance = await startMailedInstance();
    origin = instance.server.origin;
    [browser, visitor] = [await openBrowser(), await openBrowser({ locale: "en-GB" })];
  });
  afterAll(async () => {
    await browser?.close();
    await visitor?.close();
    await instance?.close();
  });

  let isBroken = false;
  beforeEach(({ skip }) => skip(isBroken, "a step before it failed"));
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === "fail";
  });

  it("[aup.agree] signs up by accepting the policies and confirming the address", async () => {
    const { page } = browser;
    await page.goto(`${origin}/sign-up`);
    await expectAccessible(page, "sign-up");
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password", { exact: true }).fill(owner.password);
    await page.getByRole("button", { name: "Make the account" }).click();
    expect(page.url()).toContain("/sign-up");
    expect(instance.sink.messages).toHaveLength(0);
    await signUp(page, instance, owner);
    await expectAccessible(page, "workspaces");
  });

  it("makes a workspace with a site and says who holds the data", async () => {
    const { page } = browser;
    await makeWorkspace(page, origin, "Harbour Books", "harbour");
    await expectAccessible(page, "home of a new workspace");
    await keepScreenshot(page, "journey-home-new");
    await sayWhoHoldsData(page, origin, "harbour");
    await expectAccessible(page, "privacy settings");
  });

  it("[pages.build] builds a page from a template: a section dragged in, words changed, saved by itself", async () => {
    const { page } = browser;
    await page.goto(`${origin}/w/harbour/pages`);
    await expectAccessible(page, "pages without any");
    await page.goto(`${origin}/w/harbour/pages/new`);
    await expectAccessible(page, "templates");
    await page.getByRole("link", { name: "Waiting list" }).click();
    await page.getByLabel("Title").fill("The reading room");
    await page.getByLabel("Address").fill("reading-room");
    await page.getByRole("button", { name: "Make the page" }).click();
    await page.waitForURL("**/edit");
    const saved = page.getByRole("status").filter({ hasText: /^Saved$/ });
    await saved.waitFor();
    await expectAccessible(page, "editor");
    const canvas = page.frameLocator('iframe[title="Page"]');
    const features = canvas.getByRole("heading", { name: "What it does not do" });
    const quote = page.getByRole("button", { name: "Questions" });
    await dragOnto(page, quote, features, page.locator(".gjs-placeholder:visible"));
    await canvas.locator("details").first().waitFor();
    const title = canvas.getByRole("heading", { level: 1 });
    await title.dblclick();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("A room that ");
    await saved.waitFor();
    await page.keyboard.type("reads with you");
    await page
      .getByRole("button", { name: "Outline" })
      .or(page.getByRole("tab", { name: "Outline" }))
      .click();
    await page.getByText(/^(Not saved yet|Saving)$/).waitFor();
    await saved.waitFor();
    await page.reload();
    await saved.waitFor();
    await expect.poll(() => title.textContent()).toBe("A room that reads with you");
    await canvas.locator("details").first().waitFor();
    await expectAccessible(page, "editor");
    await keepScreenshot(page, "journey-editor");
  });

  it("[pages.notice] publishes from the editor; the page is there in under two seconds", async () => {
    const { page } = browser;
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Publish now" }).waitFor();
    await expectAccessible(page, "publishing");
    const began = Date.now();
    await dialog.getByRole("button", { name: "Publish now" }).click();
    await page.getByRole("heading", { name: "The page is live" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open the page");
    const address = `${instance.server.site("harbour")}/reading-room`;
    expect(await dialog.getByRole("link", { name: "Open the page" }).getAttribute("href")).toBe(address);
    const answer = await visitor.page.goto(`${address}?utm_source=letter&utm_campaign=spring`);
    expect(answer?.status()).toBe(200);
    expect(Date.now() - began).toBeLessThan(2_000);
    await visitor.page.getByRole("heading", { name: "A room that reads with you" }).waitFor();
    await visitor.page.getByText("Harbour Books Ltd").first().waitFor();
    await expectAccessible(visitor.page, "published page");
    await keepScreenshot(visitor.page, "journey-published");
  });

  it("[leads.capture] [consent.record] a visitor fills in the form and confirms by mail", async () => {
    const { page } = visitor;
    await page.getByRole("button", { name: "Put me on the list" }).click();
    expect(page.url()).toContain("/reading-room");
    await page.getByLabel("Your e-mail").fill(reader);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Put me on the list" }).click();
    await page.getByText("You are on the list").first().waitFor();
    await page.getByRole("status").filter({ hasText: "confirm" }).waitFor();
    await expectAccessible(page, "thanks");
    await keepScreenshot(page, "journey-thanks");
    const letter = await letterTo(instance.sink, reader, "");
    expect(letter.raw).not.toContain("List-Unsubscribe");
    await page.goto(linkIn(letter, "/confirm/"));
    await expectAccessible(page, "confirming");
    await page.getByText("Write to me when it opens").waitFor();
    await page.getByRole("button").click();
    await page.getByRole("heading", { name: /confirmed|thank/i }).waitFor();
    await keepScreenshot(page, "journey-confirmed");
  });

  it("shows the lead with the words agreed to and where it came from", async () => {
    const { page } = browser;
    await page.goto(`${origin}/w/harbour/leads`);
    await expectAccessible(page, "leads");
    await keepScreenshot(page, "journey-leads");
    await page.getByRole("link", { name: reader }).click();
    await page.getByText("Write to me when it opens").first().waitFor();
    await page.getByText("source letter, campaign spring").waitFor();
    await expectAccessible(page, "lead");
    await keepScreenshot(page, "journey-lead");
    await page.goto(`${origin}/w/harbour/leads?q=nobody-of-that-name`);
    await page.getByText("No lead matches").waitFor();
  });

  it("reports what the page brought", async () => {
    const { page } = browser;
    await page.goto(`${origin}/w/harbour/pages`);
    await expectAccessible(page, "pages");
    await page.getByRole("link", { name: "The reading room", exact: true }).click();
    const live = `${instance.server.site("harbour")}/reading-room`;
    await expect.poll(() => page.getByLabel("Live at").inputValue()).toBe(live);
    await expectAccessible(page, "page");
    await page.goto(`${page.url()}/report`);
    await expectAccessible(page, "page report");
    await keepScreenshot(page, "journey-page-report");
  });

  it("names a sender with a postal address", async () => {
    const { page } = browser;
    await page.goto(`${origin}/w/harbour/settings/data`);
    await page.getByText("Who it was", { exact: true }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await expectAccessible(page, "data settings");
    await page.goto(`${origin}/w/harbour/settings/senders`);
    await expectAccessible(page, "senders without any");
    await page.getByRole("link", { name: "New sender" }).click();
    await page.getByLabel("Name").fill("Ada of Harbour Books");
    await page.getByLabel("E-mail address").fill("letters@harbour.example");
    await expectAccessible(page, "new sender");
    await page.getByRole("button", { name: "Make the sender" }).click();
    await page.getByText("letters@harbour.example").waitFor();
    await expectAccessible(page, "senders");
  });

  it("writes a campaign from a template, tries it, and sends it to everybody who agreed", async () => {
    const { page } = browser;
    await writeCampaign(page, `${origin}/w/harbour/campaigns/new`, "Opening day");
    await expectAccessible(page, "campaign draft");
    await keepScreenshot(page, "journey-campaign-draft");
    await page.getByRole("button", { name: "Send me a test" }).click();
    await page.getByText("The test is on its way").waitFor();
    const test = await letterTo(instance.sink, owner.email, "It is open");
    expect(test.html).toContain("Come in");
    await page.getByRole("link", { name: "Send", exact: true }).click();
    await page.getByText("1 person", { exact: true }).waitFor();
    await expectAccessible(page, "sending");
    await keepScreenshot(page, "journey-send");
    await page.getByRole("button", { name: "Send to 1 person" }).click();
    await page.getByText("Sent", { exact: true }).first().waitFor();
    expect(page.url()).toMatch(/campaigns\/\w+$/);
  });

  it("[email.optout] [email.unsubscribe] the message carries all that it must", async () => {
    message = await letterTo(instance.sink, reader, "It is open");
    sentAt = Date.now();
    const oneClick = linkIn(message, "/u/");
    expect(message.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im);
    expect(message.raw).toMatch(/^List-Unsubscribe: <http/im);
    expect(message.raw).toMatch(/^Message-ID: /im);
    expect(message.text).toContain("8 Harbour Row");
    expect(String(message.html)).toContain("8 Harbour Row");
    expect(oneClick).toContain(origin);
    expect(message.from?.text).toContain("letters@harbour.example");
    expect(String(message.html)).not.toContain("{{");
  });

  it("[email.beacon] an open and a click show on the report within seconds", async () => {
    const html = String(message?.html);
    const beacon = /http[^"]+\/o\/[^"]+\.gif/.exec(html)?.[0] ?? "";
    const door = /http[^"]+\/c\/[^"]+/.exec(html)?.[0] ?? "";
    expect(beacon).toContain(origin);
    // Faster than five seconds counts as a scanner's open.
    await until("Five seconds after delivery", () => Date.now() - sentAt > 5_200);
    // A headless browser names itself a machine, and would be counted as one.
    const headers = {
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    };
    const opened = await visitor.page.request.get(beacon, { headers });
    expect(opened.headers()["content-type"]).toBe("image/gif");
    const followed = await visitor.page.request.get(door, { headers, maxRedirects: 0 });
    expect(followed.status()).toBe(302);
    expect(followed.headers().location).toBe("https://harbour.example/open");
    const { page } = browser;
    await figure(page, "opened by people", "1");
    await figure(page, "clicked", "1");
    await expectAccessible(page, "campaign report");
    await keepScreenshot(page, "journey-campaign-report");
  });

  it("[email.unsubscribe] unsubscribes with one button, and is not written to again", async () => {
    const { page: reading } = visitor;
    await reading.goto(linkIn(message as Letter, "/u/"));
    await expectAccessible(reading, "unsubscribing");
    await keepScreenshot(reading, "journey-unsubscribe");
    await reading.getByRole("button", { name: "Unsubscribe" }).click();
    await reading.getByRole("heading", { name: "You are unsubscribed" }).waitFor();
    await expectAccessible(reading, "unsubscribed");
    await reading.getByRole("link", { name: "Choose what you get" }).click();
    await expectAccessible(reading, "preferences");
    await keepScreenshot(reading, "journey-preferences");
    const { page } = browser;
    await figure(page, "unsubscribed", "1");
    await writeCampaign(page, `${origin}/w/harbour/campaigns/new`, "Second letter");
    await page.getByRole("link", { name: "Send", exact: true }).click();
    await page.getByText("Nobody in this audience may be written to.").waitFor();
    await expectAccessible(page, "sending to nobody");
    await keepScreenshot(page, "journey-send-nobody");
    expect(instance.sink.messages.filter(({ to }) => to.includes(reader))).toHaveLength(2);
  });

  it("[leave.export] orders the archive on the screen, and everything is in it", async () => {
    const { page } = browser;
    await page.goto(`${origin}/w/harbour/settings/leave`);
    await page.getByRole("button", { name: "Order an archive" }).click();
    const link = page.getByRole("link", { name: "Download the archive" });
    await link.waitFor();
    await expectAccessible(page, "export");
    await keepScreenshot(page, "journey-export");
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const file = path.join(instance.server.folder, "journey.zip");
    await download.saveAs(file);
    const files = await readZip(file);
    const manifest = manifestSchema.parse(JSON.parse(files.get("manifest.json")?.toString("utf8") ?? ""));
    const listed = Object.entries(manifest.files);
    expect(listed.length).toBeGreaterThan(20);
    for (const [name, { sha256 }] of listed) {
      expect(
        createHash("sha256")
          .update(files.get(name) ?? "")
          .digest("hex"),
        name,
      ).toBe(sha256);
    }
    expect(files.get("data/leads.ndjson")?.toString("utf8")).toContain(reader);
    expect(files.get("data/consents.ndjson")?.toString("utf8")).toContain("Write to me when it opens");
    expect(files.has("README.html")).toBe(true);
  });
});
