import { beforeAll, describe, expect, it } from "vitest";
import type { DomainError } from "~/domain/domain-error";
import { createPage } from "~/domain/pages/create-page.server";
import { updatePage } from "~/domain/pages/update-page.server";
import { createPreviewLink } from "~/domain/publishing/create-preview-link.server";
import { forgetPreviewLinks } from "~/domain/publishing/forget-preview-links.server";
import { listPreviewLinks } from "~/domain/publishing/list-preview-links.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { removePage } from "~/domain/publishing/remove-page.server";
import { revokePreviewLink } from "~/domain/publishing/revoke-preview-link.server";
import { changeStanding } from "~/domain/workspaces/change-standing.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
let shop: TestSite;
let stranger: TestSite;
let count = 0;
const day = 86_400_000;
const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";

beforeAll(async () => {
  shop = await makeTestSite(test().deps, { slug: "previewed" });
  stranger = await makeTestSite(test().deps, { slug: "elsewhere" });
});

const form =
  '<h1>Plum jam</h1><form><label>E-mail <input type="email" name="email"></label><button>Join</button></form>';

async function draft(html = form, at: TestSite = shop) {
  count += 1;
  const page = await createPage(test().deps, at.owner, {
    ...{ siteId: at.site.id, path: `/draft-${count}`, title: "Plum jam", html, language: "de" },
  });
  return { workspaceId: at.workspaceId, pageId: page.id };
}
const share = (page: { workspaceId: string; pageId: string }, more: object = {}) =>
  createPreviewLink(test().deps, shop.owner, { ...page, days: 7, ...more });
const pathOf = (url: string) => new URL(url).pathname;
const ask = (
  method: "GET" | "HEAD" | "POST",
  url: string,
  { at = shop, payload, ip = "203.0.113.7", ...headers }: Record<string, unknown> = {},
) =>
  test().app.inject({
    method,
    url,
    remoteAddress: ip as string,
    payload: payload as string | undefined,
    headers: {
      host: `${(at as TestSite).site.slug}.localhost:3000`,
      "user-agent": browser,
      ...(payload === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      ...(headers as Record<string, string>),
    },
  });
const refusal = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => expect.fail("it was done"),
    (error) => error as DomainError,
  );

describe("a preview link", () => {
  it("shows the draft as it is now, under the site's host, to nobody who keeps or lists it [pages.build]", async () => {
    const page = await draft();
    const { url } = await share(page);
    expect(url).toMatch(/^http:\/\/previewed\.localhost:3000\/_foyer\/preview\/[\w-]{71}$/);
    const shown = await ask("GET", pathOf(url));
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain("Plum jam</h1>");
    expect(shown.body).toContain("Vorschau: Dies ist nicht die öffentliche Seite");
    expect(shown.body).not.toMatch(/action="\/f\/|data-page=|<script src/);
    expect(shown.headers).toMatchObject({
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
    });
    expect(shown.headers["content-security-policy"]).toMatch(
      /^sandbox; .*script-src 'none'.*frame-ancestors 'none'/,
    );
    expect((await ask("HEAD", pathOf(url))).body).toBe("");
    await updatePage(test().deps, shop.owner, { ...page, html: "<h1>Cherry jam</h1>" });
    expect((await ask("GET", pathOf(url))).body).toContain("Cherry jam</h1>");
  });

  it("says what it shows at the top of the page, also where the page's own rules speak of a body", async () => {
    const rule = 'h1::before{content:"<body><img src=x onerror=alert(1)>"}';
    const { url } = await share(await draft(`<style>${rule}</style><h1>Loud</h1>`));
    const shown = await ask("GET", pathOf(url));
    expect(shown.body).toContain(`${rule}</style></head>`);
    expect(shown.body).toMatch(/<\/head><body[^>]*><style>[^<]+<\/style><div class="foyer-preview"/);
  });

  it("shows a version that was chosen, whatever is saved later", async () => {
    const page = await draft();
    const { version } = await publishPage(test().deps, shop.owner, page);
    await updatePage(test().deps, shop.owner, { ...page, html: "<h1>Cherry jam</h1>" });
    const { url } = await share(page, { versionId: version.id });
    expect((await ask("GET", pathOf(url))).body).toContain("Plum jam</h1>");
    const other = await draft();
    expect((await refusal(share(other, { versionId: version.id }))).kind).toBe("invalid");
  });

  it("tells its makers when somebody last looked, robots apart, and counts no view", async () => {
    const page = await draft();
    const { url } = await share(page);
    const seen = async () =>
      (await listPreviewLinks(test().deps, shop.workspaceId, page.pageId))[0]?.openedAt;
    await ask("GET", pathOf(url), { "user-agent": "Slackbot-LinkExpanding 1.0" });
    await ask("HEAD", pathOf(url));
    expect(await seen()).toBeUndefined();
    await ask("GET", pathOf(url));
    expect(await seen()).toBe(test().deps.clock.now());
    const visits = await test()
      .deps.db.selectFrom("visits")
      .select("id")
      .where("workspace_id", "=", shop.workspaceId)
      .execute();
    expect(visits).toEqual([]);
  });

  it("with a password shows nothing before it was given, and stays open in that browser", async () => {
    const { url } = await share(await draft(), { password: "long plum jam" });
    const path = pathOf(url);
    const locked = await ask("GET", path, { "accept-language": "fr" });
    expect(locked.body).not.toContain("Plum jam");
    expect(locked.body).toContain("Mot de passe");
    expect(locked.headers["cache-control"]).toBe("no-store");
    const wrong = await ask("POST", path, { payload: "password=long+plum+jams" });
    expect([wrong.statusCode, wrong.headers["set-cookie"]]).toEqual([403, undefined]);
    const opened = await ask("POST", path, { payload: "password=long+plum+jam" });
    expect([opened.statusCode, opened.headers.location]).toEqual([303, path]);
    const cookie = String(opened.headers["set-cookie"]);
    expect(cookie).toContain(`Path=${path}; Max-Age=43200; HttpOnly; SameSite=Lax`);
    const pass = cookie.split(";")[0];
    expect((await ask("GET", path, { cookie: pass })).body).toContain("Plum jam</h1>");
    const other = await share(await draft(), { password: "another password" });
    expect((await ask("GET", pathOf(other.url), { cookie: pass })).body).not.toContain("Plum jam");
    test().deps.clock.advance(13 * 3_600_000);
    expect((await ask("GET", path, { cookie: pass })).body).not.toContain("Plum jam");
  });

  it("takes only so many tries, also at once, and no password of other shape", async () => {
    const { url } = await share(await draft(), { password: "long plum jam" });
    const path = pathOf(url);
    for (const payload of ["", "password=", "password[]=x", `password=${"x".repeat(5000)}`, "%00%ff=%"])
      expect((await ask("POST", path, { payload, ip: "203.0.113.8" })).statusCode).toBe(403);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => ask("POST", path, { payload: "password=guess" })),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 403)).toHaveLength(8);
    expect(tries.filter(({ statusCode }) => statusCode === 429)).toHaveLength(4);
    const right = await ask("POST", path, { payload: "password=long+plum+jam" });
    expect(right.statusCode).toBe(429);
    expect(Number(right.headers["retry-after"])).toBeGreaterThan(0);
    const elsewhere = await ask("POST", path, { payload: "password=long+plum+jam", ip: "203.0.113.9" });
    expect(elsewhere.statusCode).toBe(303);
  });

  it("ends by time, by being taken back, and with its page; all look the same", async () => {
    const { deps } = test();
    const [old, taken, gone] = [await draft(), await draft(), await draft()];
    const [first, second, third] = [await share(old, { days: 1 }), await share(taken), await share(gone)];
    deps.clock.advance(day + 1);
    await revokePreviewLink(deps, shop.owner, { ...taken, linkId: second.id });
    await removePage(deps, shop.owner, gone);
    const answers = await Promise.all([first, second, third].map(({ url }) => ask("GET", pathOf(url))));
    for (const { statusCode, body } of answers) {
      expect(statusCode).toBe(404);
      expect(body).toBe(answers[0]?.body);
      expect(body).toContain("This preview has ended");
    }
    expect(await listPreviewLinks(deps, shop.workspaceId, taken.pageId)).toEqual([]);
    const again = revokePreviewLink(deps, shop.owner, { ...taken, linkId: second.id });
    expect((await refusal(again)).kind).toBe("not_found");
    deps.clock.advance(40 * day);
    await forgetPreviewLinks(deps);
    const left = await deps.db
      .selectFrom("preview_links")
      .select("id")
      .where("workspace_id", "=", shop.workspaceId)
      .where("id", "in", [first.id, second.id, third.id])
      .execute();
    expect(left).toEqual([]);
  });

  it("is no link on another site, with a letter changed, or of another shape", async () => {
    const { url } = await share(await draft());
    const path = pathOf(url);
    expect((await ask("GET", path, { at: stranger })).statusCode).toBe(404);
    const middle = path.length - 30;
    const forged = `${path.slice(0, middle)}${path[middle] === "A" ? "B" : "A"}${path.slice(middle + 1)}`;
    for (const wrong of [forged, `${path}A`, path.slice(0, -1), "/_foyer/preview/x", "/_foyer/preview/%00"])
      for (const method of ["GET", "POST"] as const) {
        const answer = await ask(method, wrong, method === "POST" ? { payload: "password=x" } : {});
        expect([400, 404]).toContain(answer.statusCode);
        expect(answer.body).not.toContain("Plum jam");
      }
    const named = { workspaceId: stranger.workspaceId };
    const [link] = await listPreviewLinks(test().deps, shop.workspaceId, (await draft()).pageId);
    expect(link).toBeUndefined();
    expect((await refusal(share({ ...(await draft()), ...named }))).kind).toBe("not_found");
  });

  it("is closed with its workspace, and nobody makes one then", async () => {
    const { deps } = test();
    const closed = await makeTestSite(deps, { slug: "closed-previews" });
    const page = await draft(form, closed);
    const input = { ...page, days: 7 };
    const { url } = await createPreviewLink(deps, closed.owner, input);
    await deps.transact((tx) =>
      changeStanding(
        deps,
        tx,
        { kind: "system", reason: "test" },
        { workspaceId: closed.workspaceId, standing: "suspended", reason: "phishing" },
      ),
    );
    await expect
      .poll(async () => (await ask("GET", pathOf(url), { at: closed })).statusCode, { timeout: 2000 })
      .toBe(451);
    expect((await refusal(createPreviewLink(deps, closed.owner, input))).code).toBe(
      "workspace_not_in_good_standing",
    );
  });

  it("lasts 1, 7 or 30 days, takes a password of 8 letters or none, and is not made without end", async () => {
    const page = await draft("<p>x</p>");
    for (const more of [{ days: 0 }, { days: 365 }, { days: Number.NaN }, { password: "short" }])
      expect((await refusal(share(page, more))).kind).toBe("invalid");
    expect((await refusal(share(page, { password: "x".repeat(257) }))).kind).toBe("invalid");
    await Promise.all(Array.from({ length: 50 }, () => share(page)));
    expect((await refusal(share(page))).code).toBe("too_many_preview_links");
  });
});
