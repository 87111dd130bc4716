import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, expectAccessible, keepScreenshot, openBrowser, scriptsOf } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";
import { letterTo, until } from "./instance";

const pdf = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 A plan") };

const trip = `<h1>Plan a trip to <span data-url-text="town">the sea</span></h1>
<form id="trip" data-name="Trip" data-remember data-next-message="Thank you. We will write soon.">
<fieldset data-step="You"><legend>You</legend>
<div class="field"><label>Your name <input type="text" name="name" autocomplete="name" required></label></div>
<div class="field"><label>Your e-mail <input type="email" name="email" autocomplete="email" required></label><p data-help>Only for our answer.</p></div>
<div class="field"><label>Your telephone <input type="tel" name="phone" data-country="DE" data-countries="DE AT CH"></label></div>
</fieldset>
<fieldset data-step="Trip"><legend>Trip</legend>
<fieldset><legend>How do you come</legend><label><input type="radio" name="way" value="train" required> By train</label><label><input type="radio" name="way" value="car"> By car</label></fieldset>
<div class="field" data-show-field="way" data-show-is="one_of" data-show-value="car"><label>Number plate <input type="text" name="plate" required></label></div>
<div class="field"><label>Nights <input type="number" name="nights" min="1" max="14"></label></div>
<div class="field"><label>First day <input type="date" name="day" min="2026-12-01"></label></div>
<div class="field"><label>Your plan <input type="file" name="plan" accept=".pdf" data-max-mb="1"></label></div>
<input type="hidden" name="campaign" value="" data-from-url="utm_campaign">
</fieldset>
<button>Send</button></form>`;

const course = `<h1>Choose a course</h1><form id="course" data-next-message="Thank you.">
<fieldset data-step="Course"><legend>Course</legend>
<label>E-mail <input type="email" name="email" required></label>
<fieldset><legend>Which</legend><label><input type="radio" name="which" value="bread"> Bread</label><label><input type="radio" name="which" value="cake"> Cake</label></fieldset>
</fieldset>
<fieldset data-step="Flour" data-show-field="which" data-show-is="one_of" data-show-value="bread"><legend>Flour</legend><label>Flour <input name="flour"></label></fieldset>
<fieldset data-step="Rest"><legend>Rest</legend>
<div class="field" data-show-field="which" data-show-is="one_of" data-show-value="cake"><label>Icing <input name="icing" required></label></div>
<label>Note <input name="note"></label>
</fieldset>
<button>Send</button></form>`;

/** What a screen reader makes of the place that has the focus: its name and description, or else its words. */
const heard = (page: Page) =>
  page.evaluate(() => {
    const place = document.activeElement;
    const description = document.getElementById(place?.getAttribute("aria-describedby") ?? "");
    return place?.ariaLabel
      ? `${place.ariaLabel} | ${description?.textContent}`
      : `${place?.tagName} ${place?.textContent}`;
  });

describe("forms, as visitors fill them in", () => {
  let instance: DemoInstance;
  let browser: Browser;
  let plain: Browser;
  const at = (path: string) => `${instance.server.site("demo")}${path}`;

  async function publish(path: string, title: string, html: string): Promise<string> {
    const { id } = await instance.call<{ id: string }>("POST", "/pages", { site: "demo", path, title, html });
    await instance.call("POST", `/pages/${id}/publication`, {});
    return id;
  }
  const leadBy = async (email: string) => {
    const found = await instance.call<{ data: { fields: Record<string, string> }[] }>(
      "GET",
      `/leads?q=${email}`,
    );
    return found.data[0];
  };

  beforeAll(async () => {
    instance = await startDemoInstance();
    browser = await openBrowser({ width: 390, height: 844 });
    plain = await openBrowser({ javaScriptEnabled: false, colorScheme: "dark" });
    await publish("/trip", "Trip", trip);
  });
  afterAll(async () => {
    await browser?.close();
    await plain?.close();
    await instance?.close();
  });

  it("[leads.capture] go step by step by keyboard, ask only for what is needed, and say thanks in place", async () => {
    const { page } = browser;
    await page.goto(at("/trip?utm_campaign=spring&town=Brest"));
    await scriptsOf(page);
    await page.getByRole("heading", { name: "Plan a trip to Brest" }).waitFor();
    await page.getByText("Step 1 of 2: You").waitFor();
    const titleOf = (name: string) => page.getByRole("group", { name }).locator("> legend");
    // Said once to who sees, and still read out with the fields.
    expect((await titleOf("You").boundingBox())?.width).toBeLessThan(2);
    expect(await page.getByLabel("Nights").isVisible()).toBe(false);
    await page.getByLabel("Your name").focus();
    await page.keyboard.press("Enter");
    const summary = page.getByRole("group", { name: "Please check what you entered" });
    await summary.getByRole("link", { name: /Your e-mail: Please fill in/ }).waitFor();
    // Said once, by the focus alone.
    await expect
      .poll(() => heard(page))
      .toBe(
        "Please check what you entered | Your name: Please fill in this field.Your e-mail: Please fill in this field.",
      );
    expect(await page.getByRole("alert").count()).toBe(0);
    await summary.getByRole("link", { name: /Your e-mail: Please fill in/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("email");
    await expectAccessible(page, "form with errors");
    await keepScreenshot(page, "forms-errors");
    await page.keyboard.type("mia@trips.example");
    await page.getByLabel("Your name").fill("Mia");
    await page.getByLabel("Your telephone").fill("030 901820");
    await page.keyboard.press("Enter");
    await page.getByText("Step 2 of 2: Trip").waitFor();
    await expect.poll(() => heard(page)).toBe("DIV Step 2 of 2: Trip");
    await expectAccessible(page, "second step");
    expect(await page.getByLabel("Number plate").isVisible()).toBe(false);
    await page.getByLabel("By car").focus();
    await page.keyboard.press("Space");
    await page.getByLabel("Nights").fill("20");
    await page.getByLabel("First day").fill("2026-01-05");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Please enter a value up to 14.").first().waitFor();
    await page.getByText("Please choose December 1, 2026 or later.").first().waitFor();
    await page.getByText("Please fill in this field.").first().waitFor();
    await keepScreenshot(page, "forms-step");
    await page.getByLabel("Number plate").fill("B-XY 1");
    await page.getByLabel("Nights").fill("3");
    await page.getByLabel("First day").fill("");
    await page.getByLabel("Your plan").setInputFiles(pdf);
    await page.getByLabel(/Keep my entries in this browser/).check();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you. We will write soon.").waitFor();
    await expect.poll(() => heard(page)).toBe("DIV Thank you. We will write soon.");
    expect(await page.getByRole("status").count()).toBe(0);
    expect(page.url()).toContain("/trip");
    expect((await leadBy("mia@trips.example"))?.fields).toEqual({
      name: "Mia",
      phone: "+4930901820",
      way: "car",
      plate: "B-XY 1",
      nights: "3",
      plan: "plan.pdf",
      campaign: "spring",
    });
  });

  it("[pages.personalise] remember in the visitor's own browser after the tick, and forget when asked", async () => {
    const { page } = browser;
    await page.goto(at("/trip"));
    await scriptsOf(page);
    await page.getByRole("heading", { name: "Plan a trip to the sea" }).waitFor();
    expect(await page.getByLabel("Your e-mail").inputValue()).toBe("mia@trips.example");
    expect(await page.context().cookies()).toEqual([]);
    await page.getByText("Step 1 of 2").waitFor();
    await page.getByRole("button", { name: "Forget my entries" }).click();
    await page.reload();
    await scriptsOf(page);
    expect(await page.getByLabel("Your e-mail").inputValue()).toBe("");
  });

  it("ask in later steps what an earlier step decided, and pass over a step of which nothing is asked", async () => {
    await publish("/course", "Course", course);
    const { page } = browser;
    await page.goto(at("/course"));
    await scriptsOf(page);
    const step = page.getByText(/^Step \d of 3/);
    const next = page.getByRole("button", { name: "Next" });
    await page.getByLabel("E-mail").fill("cake@trips.example");
    await page.getByRole("radio", { name: "Bread" }).check();
    // Still one step at a time.
    expect(await page.getByLabel("Flour").isVisible()).toBe(false);
    await next.click();
    expect(await step.textContent()).toBe("Step 2 of 3: Flour");
    await page.getByLabel("Flour").fill("Rye");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("radio", { name: "Cake" }).check();
    await next.click();
    expect(await step.textContent()).toBe("Step 3 of 3: Rest");
    await page.getByLabel("Icing").fill("Lemon");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Thank you.").waitFor();
    expect((await leadBy("cake@trips.example"))?.fields).toMatchObject({ which: "cake", icing: "Lemon" });
    expect((await leadBy("cake@trips.example"))?.fields).not.toHaveProperty("flour");
  });

  it("work without a script: all steps at once, choices by style alone, errors with ways to the fields, nothing lost", async () => {
    const { page } = plain;
    await page.goto(at("/trip"));
    expect(await page.getByLabel("Nights").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Next" }).isVisible()).toBe(false);
    expect(await page.getByLabel("Number plate").isVisible()).toBe(false);
    await page.getByLabel("By car").check();
    expect(await page.getByLabel("Number plate").isVisible()).toBe(true);
    await page.getByLabel("Your name").fill("Noa");
    await page.getByLabel("Your e-mail").fill("noa@trips.example");
    await page.getByLabel("Your telephone").fill("call me");
    await page.getByRole("button", { name: "Send" }).click();
    const summary = page.getByRole("alert");
    await summary.getByRole("link", { name: /Number plate: Please fill in/ }).waitFor();
    await summary.getByRole("link", { name: /Your telephone/ }).click();
    expect(page.url()).toMatch(/#f2$/);
    expect(await page.getByLabel("Your name").inputValue()).toBe("Noa");
    await keepScreenshot(page, "forms-plain-errors");
    await page.getByLabel("Your telephone").fill("+43 1 534530");
    await page.getByLabel("By train").check();
    expect(await page.getByLabel("Number plate").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL("**/thanks");
    expect((await leadBy("noa@trips.example"))?.fields).toEqual({
      name: "Noa",
      phone: "+431534530",
      way: "train",
    });
  });

  it("[pages.download] are set up in the editor by keyboard, and hand over a file at once and by mail", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 1440, height: 900 });
    const id = await publish(
      "/guide",
      "Guide",
      '<style>form{padding:40px}</style><h1>The guide</h1><form id="guide"><div class="field"><label>Your e-mail</label><input type="email" name="email" required></div><button>Send it to me</button></form>',
    );
    await signIn(page, instance.server.origin, instance.demo);
    await page.goto(`${instance.server.origin}/w/demo/pages/${id}/edit`);
    const canvas = page.frameLocator("iframe[title=Page]");
    await canvas.getByRole("button", { name: "Send it to me" }).waitFor();
    await canvas.locator("form").click({ position: { x: 8, y: 8 } });
    const fields = page.getByRole("region", { name: "Fields of the form" });
    await fields.getByRole("combobox", { name: "Add a field" }).selectOption({ label: "Number" });
    await fields.getByRole("button", { name: "Add", exact: true }).press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Field");
    await page.getByLabel("Question", { exact: true }).fill("Pages you read a day");
    await page.getByLabel("Question", { exact: true }).blur();
    const notice = canvas.locator("form > :last-child");
    expect(await notice.textContent()).toContain("Details and your rights");
    expect(await notice.evaluate((one) => one.className)).toBe("f-notice");
    await expectAccessible(page, "settings of a field");
    await keepScreenshot(page, "forms-editor-field");
    await canvas.locator("form").click({ position: { x: 8, y: 8 } });
    await fields.getByRole("button", { name: "Move up: Pages you read a day" }).press("Enter");
    await fields.getByText("Pages you read a day was moved up.").waitFor();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Upload a file" }).click();
    await (await chooser).setFiles({ ...pdf, name: "guide.pdf" });
    await page.getByText("guide.pdf is handed over after sending.").waitFor();
    await page.getByLabel("The visitor gets the file").selectOption("both");
    await expectAccessible(page, "settings of a form");
    await keepScreenshot(page, "forms-editor");
    await until("The page was saved", async () => {
      const { document } = await instance.call<{ document: unknown }>("GET", `/pages/${id}`);
      expect(JSON.stringify(document)).not.toContain("f-notice");
      return JSON.stringify(document).includes('"data-download-by":"both"');
    });
    await instance.call("POST", `/pages/${id}/publication`, {});
    await until("The new version is served", async () => {
      await page.goto(at("/guide"));
      return page.getByLabel("Pages you read a day").isVisible();
    });
    await page.getByLabel("Your e-mail").fill("pia@trips.example");
    await page.getByRole("button", { name: "Send it to me" }).click();
    await page.waitForURL("**/thanks?**");
    await expectAccessible(page, "download");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download guide.pdf" }).click();
    expect((await download).suggestedFilename()).toBe("guide.pdf");
    const letter = await letterTo(instance.sink, "pia@trips.example", "guide.pdf");
    expect(letter.text).toMatch(/\/d\/[\w-]+/);
  });

  it("[pages.build] are asked in the editor by lists and pickers, and a telephone shows its countries as visitors get them", async () => {
    const { page } = browser;
    const id = await publish(
      "/ask",
      "Ask",
      '<style>form{padding:40px}</style><h1>Ask</h1><form id="ask"><div class="field"><label>Your telephone</label><input type="tel" name="phone" data-countries="all"></div><div class="field"><label>First day</label><input type="date" name="day"></div><div class="field"><label>Which one</label><select name="one"><option value="">Please choose</option><option>Tea</option></select></div><div class="field"><label>Why then</label><input name="why"></div><button>Send</button></form>',
    );
    await page.goto(`${instance.server.origin}/w/demo/pages/${id}/edit`);
    const canvas = page.frameLocator("iframe[title=Page]");
    const countries = canvas.locator(".f-phone select");
    await expect.poll(() => countries.locator("option").count()).toBeGreaterThan(240);
    const choose = (name: string) => canvas.locator(".field", { hasText: name }).click();
    await choose("Your telephone");
    const beside = page.getByLabel("List of countries beside it");
    expect(await beside.inputValue()).toBe("all");
    await page.getByLabel("Chosen at first").selectOption("CZ");
    await expect.poll(() => countries.inputValue()).toBe("CZ");
    await beside.selectOption("some");
    await page.getByLabel("Add a country").selectOption("PL");
    await expect
      .poll(() => countries.locator("option").allTextContents())
      .toEqual(["Czechia (+420)", "Poland (+48)"]);
    // Settings that bring others leave the keyboard where it was.
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent);
    await beside.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => beside.inputValue()).toBe("all");
    expect(await focused()).toBe("List of countries beside it");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("group", { name: "Countries" }).waitFor();
    await page.getByLabel("Add a country").selectOption("PL");
    await expect.poll(() => countries.locator("option").count()).toBe(2);
    await expectAccessible(page, "countries of a field");
    await choose("Which one");
    expect(await page.getByLabel("Choices, one a line").inputValue()).toBe("Tea");
    await page.getByLabel("Choices, one a line").fill("Tea\nCoffee");
    await page.getByLabel("Shown before a choice").fill("Choose");
    await page.getByLabel("Shown before a choice").blur();
    await choose("First day");
    await page.getByLabel("First day", { exact: true }).fill("2027-03-01");
    await choose("Why then");
    await page.getByLabel("Show only when").selectOption({ label: "First day" });
    await page.getByLabel("Its answer").selectOption({ label: "is this day or later" });
    await page.getByLabel("Day", { exact: true }).fill("2027-05-01");
    await until("The page was saved", async () => {
      const page = await instance.call<{ document: unknown }>("GET", `/pages/${id}`);
      const stored = JSON.stringify(page.document);
      expect(stored).not.toContain("Czechia");
      return stored.includes('"data-show-value":"2027-05-01"') && stored.includes('"min":"2027-03-01"');
    });
    await instance.call("POST", `/pages/${id}/publication`, {});
    await until("The new version is served", async () => {
      await page.goto(at("/ask"));
      return (
        (await page.getByRole("option").allTextContents()).join() ===
        "Czechia (+420),Poland (+48),Choose,Tea,Coffee"
      );
    });
  });
});
