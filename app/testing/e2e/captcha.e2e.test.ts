import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite } from "../factories/test-site";
import { captchaSettings, captchaVendor } from "../http/captcha-vendor";
import { type Browser, openBrowser, scriptsOf } from "./browser";
import { type EdgeInstance, startEdgeInstance } from "./edge-instance";

let service: Awaited<ReturnType<typeof captchaVendor>>;
let instance: EdgeInstance;
let browser: Browser;

const form =
  "<main><h1>Join</h1><form><label>E-mail <input type=email name=email></label><button>Join</button></form></main>";

beforeAll(async () => {
  service = await captchaVendor();
  instance = await startEdgeInstance(captchaSettings(service.origin));
  const { deps } = instance;
  const shop = await makeTestSite(deps, { slug: "harbour" });
  const page = await createPage(deps, shop.owner, {
    siteId: shop.site.id,
    path: "/",
    title: "Join",
    html: form,
  });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
  await service?.close();
});

describe("[forms.captcha] a visitor of a form with a service of others", () => {
  it("meets it only after agreeing, and is then asked about by it", async () => {
    const { page } = browser;
    const join = async (email: string) => {
      await page.goto(`${instance.site("harbour")}/`);
      await scriptsOf(page);
      await page.getByLabel("E-mail").fill(email);
      await page.getByRole("button", { name: "Join" }).click();
      await page.getByText("Your details have arrived").first().waitFor();
    };
    await join("without@example.org");
    expect(service.asked).toEqual([]);

    await page.goto(`${instance.site("harbour")}/`);
    await page.getByRole("dialog").getByRole("button", { name: "Accept all" }).click();
    await page.waitForFunction(() => "grecaptcha" in window && "foyerCaptcha" in window);
    await join("with@example.org");
    expect(service.asked.filter((url) => url.endsWith("siteverify"))).toEqual(["/recaptcha/api/siteverify"]);
    const leads = await instance.deps.db.selectFrom("leads").select("email").orderBy("email").execute();
    expect(leads.map(({ email }) => email)).toEqual(["with@example.org", "without@example.org"]);
  });
});
