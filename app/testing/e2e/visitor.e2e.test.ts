import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, keepScreenshot, openBrowser } from "./browser";
import { type DemoInstance, startDemoInstance } from "./demo";
import { type Letter, letterTo, linkIn, until } from "./instance";

const reader = "jo@readers.example";

interface Suppressed {
  data: { topic_id: string | null; reason: string }[];
}

describe("the visitor's part, without any script, on a phone, in the dark, by keyboard", () => {
  let instance: DemoInstance;
  let browser: Browser;
  let letter: Letter;
  const suppressions = (email: string) =>
    instance.call<Suppressed>("GET", `/suppressions?email=${encodeURIComponent(email)}`);

  async function send(name: string): Promise<string> {
    const { data } = await instance.call<{ data: { id: string }[] }>("GET", "/senders");
    const { id } = await instance.call<{ id: string }>("POST", "/campaigns", {
      name,
      sender_id: data[0]?.id,
      subject: `${name}, {{name|friend}}`,
      html: '<p>Good day {{name|friend}}</p><p>{{postal_address}}</p><a href="{{unsubscribe_url}}">Stop</a>',
      segment_id: null,
    });
    await instance.call("POST", `/campaigns/${id}/delivery`, {});
    await until(`The end of ${name}`, async () => {
      const campaign = await instance.call<{ state: string }>("GET", `/campaigns/${id}`);
      return campaign.state === "sent";
    });
    return id;
  }

  beforeAll(async () => {
    instance = await startDemoInstance();
    browser = await openBrowser({ javaScriptEnabled: false, width: 390, height: 844, colorScheme: "dark" });
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.close();
  });

  it("[leads.capture] sends the form by keyboard, and is told what to correct", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.site("demo")}/?utm_source=poster`);
    await page.getByLabel("Your name").focus();
    await page.keyboard.type("Jo Reader");
    await page.keyboard.press("Tab");
    await page.keyboard.type("jo@readers");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").first().waitFor();
    await keepScreenshot(page, "visitor-errors");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Jo Reader");
    await page.getByLabel("Your e-mail").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(reader);
    await page.getByLabel(/Write to me about further workshops/).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/thanks**");
    await keepScreenshot(page, "visitor-thanks");
    const leads = await instance.call<{ data: { email: string; name: string }[] }>(
      "GET",
      `/leads?q=${reader}`,
    );
    expect(leads.data).toMatchObject([{ email: reader, name: "Jo Reader" }]);
  });

  it("sees a picture where the page is shared, also from a server that was started again", async () => {
    const { page } = browser;
    await page.goto(instance.server.site("demo"));
    const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
    const answer = await page.goto(picture ?? "");
    expect([answer?.status(), answer?.headers()["content-type"]]).toEqual([200, "image/png"]);
    const { width, height } = await sharp(await answer?.body()).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });

  it("[email.unsubscribe] looking at the link changes nothing; one POST without cookie stops the mail", async () => {
    await send("Evening");
    letter = await letterTo(instance.sink, reader, "Evening");
    const link = linkIn(letter, "/u/");
    expect(letter.raw).toContain(`<${link}>`);
    for (const method of ["GET", "HEAD"]) expect((await fetch(link, { method })).status).toBe(200);
    expect((await suppressions(reader)).data).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      const answer = await fetch(link, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    expect((await suppressions(reader)).data).toHaveLength(1);
  });

  it("[email.unsolicited] is not written to again, also not after coming in by a file or a form", async () => {
    await instance.call("POST", "/leads", { email: reader, fields: { name: "Jo again" } });
    const before = instance.sink.countByRecipient().get(reader);
    await send("Afterwards");
    expect(instance.sink.countByRecipient().get(reader)).toBe(before);
  });

  it("[email.frequency] chooses by mouse or keyboard what comes, without signing in", async () => {
    const { page } = browser;
    await page.goto(linkIn(letter, "/u/"));
    await keepScreenshot(page, "visitor-unsubscribed");
    await page.getByRole("link", { name: "Choose what you get" }).click();
    await page.getByRole("heading", { name: "What you get" }).waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await keepScreenshot(page, "visitor-preferences");
  });

  it("signs up by keyboard alone, without a script", async () => {
    const { page } = browser;
    await page.goto(`${instance.server.origin}/sign-up`);
    await page.getByLabel("Your name").focus();
    await page.keyboard.type("Kit Keys");
    await page.keyboard.press("Tab");
    await page.keyboard.type("kit@keys.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type("marble window ferry onion");
    await page.getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sign-up/sent");
    const welcome = await letterTo(instance.sink, "kit@keys.example", "Confirm your address");
    await page.goto(linkIn(welcome, "/confirm-email/"));
    await page.getByLabel("Password", { exact: true }).focus();
    await page.keyboard.type("marble window ferry onion");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workspaces**");
    await keepScreenshot(page, "visitor-signed-up");
  });

  it("meets public pages that everybody can use", async () => {
    const phone = await openBrowser({ width: 390, height: 844, colorScheme: "dark" });
    try {
      const { page } = phone;
      const link = linkIn(letter, "/u/");
      for (const [where, url] of [
        ["demo page", `${instance.server.site("demo")}/`],
        ["unsubscribe", link],
        ["a link that is none", `${instance.server.origin}/u/nothing`],
        ["a page that is not there", `${instance.server.site("demo")}/nowhere`],
      ] as const) {
        await page.goto(url);
        await expectAccessible(page, where);
        await keepScreenshot(page, `visitor-${where.replaceAll(" ", "-")}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide, `${where} is wider than a phone`).toBeLessThanOrEqual(0);
      }
    } finally {
      await phone.close();
    }
  });

  it("says in the visitor's language that a link of a request leads nowhere", async () => {
    const answer = await fetch(`${instance.server.origin}/privacy-request/nothing`, {
      headers: { "accept-language": "ar" },
    });
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('<html lang="ar" dir="rtl"');
    expect(page).toContain("هذا الرابط لا يعمل");
    expect(page).toContain('href="/privacy-request?lang=ar"');
  });
});
