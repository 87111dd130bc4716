import { beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { createSite } from "~/domain/sites/create-site.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let own: TestSite;
let other: TestSite;
let action = "";
let place = 0;

const html = `<h1>Prize</h1><form data-name="You have won"><label>E-mail <input type="email" name="email" required></label>
<button>Take it</button></form>`;

const hostOf = ({ site }: TestSite) => `${site.slug}.localhost`;
const get = (host: string, url: string, language = "en") =>
  app().app.inject({ url, headers: { host, "accept-language": language } });
const post = (
  host: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  url = action,
) => {
  place += 1;
  return app().app.inject({
    method: "POST",
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      host,
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "x-forwarded-for": `198.51.100.${place}`,
      ...headers,
    },
  });
};
const leads = () => app().deps.db.selectFrom("leads").select("email").execute();

beforeAll(async () => {
  const { deps } = app();
  own = await makeTestSite(deps, { slug: "prizes" });
  other = await makeTestSite(deps, { slug: "bank" });
  const page = await createPage(deps, own.owner, { siteId: own.site.id, path: "/win", title: "Win", html });
  await publishPage(deps, own.owner, { workspaceId: own.workspaceId, pageId: page.id });
  action = /action="(\/f\/[^"]+)"/.exec((await get(hostOf(own), "/win")).body)?.[1] ?? "";
}, 60_000);

describe("a form and the host that it is asked for on", () => {
  it("is not there on the site of another workspace, in no shape, and stores nothing", async () => {
    const host = hostOf(other);
    for (const url of [action, `${action}/thanks`]) {
      const shown = await get(host, url, "de");
      expect([shown.statusCode, shown.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
      expect(shown.body).not.toContain("Prize");
      expect(shown.body).not.toContain("<form");
      expect(shown.body).toContain("Dieses Formular ist geschlossen");
    }
    const mistaken = await post(host, { email: "no" }, { accept: "text/html", "accept-language": "ar" });
    expect(mistaken.statusCode).toBe(404);
    expect(mistaken.body).toContain('lang="ar"');
    expect(mistaken.body).not.toContain("<form");
    const sent = await post(host, { email: "eve@example.org" }, { accept: "application/json" });
    expect([sent.statusCode, sent.json().code]).toEqual([404, "form_unknown"]);
    expect((await post("nobody.localhost", { email: "eve@example.org" })).statusCode).toBe(404);
    expect(await leads()).toEqual([]);
  });

  it("answers on every site of its own workspace", async () => {
    const { deps } = app();
    const { workspaceId, owner } = own;
    await createSite(deps, owner, { workspaceId, slug: "prizes-two", name: "Two", language: "en" });
    for (const host of [hostOf(own), "prizes-two.localhost"]) {
      expect((await get(host, action)).statusCode).toBe(200);
      expect((await post(host, { email: `ada@${host}.example` })).statusCode).toBe(303);
    }
    expect(await leads()).toHaveLength(2);
  });

  it("thanks in the language of its page where it has no words of its own, and leads back to it", async () => {
    const { deps } = app();
    const page = await createPage(deps, own.owner, {
      ...{ siteId: own.site.id, path: "/anmelden", title: "Anmelden", language: "de" },
      html: '<html lang="de"><h1>Anmelden</h1><form><label>E-Mail <input type="email" name="email"></label></form></html>',
    });
    await publishPage(deps, own.owner, { workspaceId: own.workspaceId, pageId: page.id });
    app().app.hostedPages.cache.forgetAll();
    const form = /action="(\/f\/[^"]+)"/.exec((await get(hostOf(own), "/anmelden")).body)?.[1] ?? "";
    const shown = await get(hostOf(own), form);
    expect(shown.body).toContain("<button>Senden</button>");
    const told = await post(hostOf(own), { email: "a@example.org" }, { accept: "application/json" }, form);
    expect(told.json().message).toBe("Ihre Angaben sind angekommen.");
    const thanks = await get(hostOf(own), `${form}/thanks`);
    expect(thanks.body).toContain("<p>Ihre Angaben sind angekommen.</p>");
    expect(thanks.body).toContain('<a href="/anmelden">Zurück zur Seite</a>');
    expect((await get("prizes-two.localhost", `${form}/thanks`)).body).toContain('<a href="/">');
  });

  it("may call its fields what every object has", async () => {
    const { deps } = app();
    const { workspaceId, owner } = own;
    const names = ["constructor", "toString", "hasOwnProperty"];
    const fields = names.map((name) => `<label>The ${name} <input name="${name}" maxlength="9"></label>`);
    const page = await createPage(deps, owner, {
      ...{ siteId: own.site.id, path: "/odd", title: "Odd" },
      html: `<h1>Odd</h1><form><label>E-mail <input type="email" name="email" required></label>${fields.join("")}<button>Go</button></form>`,
    });
    await publishPage(deps, owner, { workspaceId, pageId: page.id });
    app().app.hostedPages.cache.forgetAll();
    const form = /action="(\/f\/[^"]+)"/.exec((await get(hostOf(own), "/odd")).body)?.[1] ?? "";
    expect((await get(hostOf(own), form)).statusCode).toBe(200);
    const send = (email: string, value: string) =>
      post(hostOf(own), { email, ...Object.fromEntries(names.map((name) => [name, value])) }, {}, form);
    const wrong = await send("odd@example.org", "far too long");
    expect(wrong.statusCode).toBe(422);
    for (const name of names) expect(wrong.body).toContain(`The ${name}: Please use at most 9`);
    expect((await send("odd@example.org", "fits")).statusCode).toBe(303);
    const [kept] = await deps.db
      .selectFrom("leads")
      .select("fields")
      .where("email", "=", "odd@example.org")
      .execute();
    expect(Object.entries(JSON.parse(kept?.fields ?? "{}")).sort()).toEqual(
      names.map((name) => [name, "fits"]).sort(),
    );
  });

  it("counts all the addresses of one IPv6 network as one visitor", async () => {
    const from = (last: number) => ({ "x-forwarded-for": `2001:db8:5:6::${last.toString(16)}` });
    for (let sent = 1; sent <= 60; sent += 1)
      expect((await post(hostOf(own), { email: "no" }, from(sent))).statusCode).toBe(422);
    expect((await post(hostOf(own), { email: "no" }, from(200))).statusCode).toBe(429);
    const neighbour = { "x-forwarded-for": "2001:db8:5:7::1" };
    expect((await post(hostOf(own), { email: "no" }, neighbour)).statusCode).toBe(422);
  });
});
