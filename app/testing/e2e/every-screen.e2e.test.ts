import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import routes from "~/routes";
import { type Browser, expectAccessible, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";

const paths = (entries: readonly RouteConfigEntry[], above: string): string[] =>
  entries.flatMap(({ path, index, children = [], file }) => {
    const own = [above, path].filter(Boolean).join("/");
    const isScreen = file.endsWith(".tsx") && (index || children.length === 0);
    return [...(isScreen ? [own] : []), ...paths(children, own)];
  });
/** Only there where payments are taken; walked with them. */
const asksForPayments = "w/:workspace/settings/billing";
const screens = paths(routes, "").filter(
  (path) => path.startsWith("w/:workspace") && path !== asksForPayments,
);

/** Asks for chosen leads. */
const asksForChoice = "w/:workspace/leads/erase";

describe("every screen of a workspace", () => {
  let instance: DemoInstance;
  let phone: Browser;
  let stranger: Browser;
  const known: Record<string, string> = { workspace: "demo" };
  const addresses = () =>
    screens
      .map((path) => (path === asksForChoice ? `${path}?lead=:lead` : path))
      // A fresh demo workspace has not one of everything.
      .map((path) => path.replace(/:(\w+)/g, (whole, name: string) => known[name] ?? whole))
      .filter((path) => !path.includes(":"));

  beforeAll(async () => {
    instance = await startDemoInstance();
    phone = await openBrowser({ width: 390, height: 844, colorScheme: "dark" });
    stranger = await openBrowser();
    for (const [name, list] of [
      ["page", "pages"],
      ["lead", "leads"],
      ["campaign", "campaigns"],
      ["sender", "senders"],
    ] as const) {
      const { data } = await instance.call<{ data: { id: string }[] }>("GET", `/${list}`);
      known[name] = data[0]?.id ?? "";
    }
    await signIn(phone.page, instance.server.origin, instance.demo);
    const email = "stranger@elsewhere.example";
    const made = instance.server.foyer("user", "create", "--email", email, "--json");
    const { password } = JSON.parse(made.stdout) as { password: string };
    await signIn(stranger.page, instance.server.origin, { email, password });
  });
  afterAll(async () => {
    await phone?.close();
    await stranger?.close();
    await instance?.close();
  });

  it("fits a phone, in the dark, and can be used by everybody", async () => {
    const { page } = phone;
    const tooWide: string[] = [];
    for (const address of addresses()) {
      const answer = await page.goto(`${instance.server.origin}/${address}`);
      expect(answer?.status(), address).toBe(200);
      await expectAccessible(page, address);
      if (address.endsWith("/edit") && address.includes("/pages/")) continue;
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) tooWide.push(`${address}: ${over} px`);
    }
    expect(tooWide).toEqual([]);
  });

  it("is not there for a stranger", async () => {
    const { request } = stranger.page;
    for (const address of addresses()) {
      const answer = await request.get(`${instance.server.origin}/${address}`, { maxRedirects: 0 });
      expect(answer.status(), address).toBe(404);
      expect(await answer.text(), address).not.toContain("Harbour Repair");
    }
  });
});
