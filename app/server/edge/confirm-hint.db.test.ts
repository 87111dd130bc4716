import { beforeAll, describe, expect, it, vi } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
let shop: TestSite;

const formTo = (next: string) =>
  `<h1>Club</h1><form ${next}><label>E-mail <input type="email" name="email" required></label>
  <label><input type="checkbox" name="consent_mail"> Write to me</label><button>Join</button></form>`;

async function publish(path: string, html: string, language = "de") {
  const { deps } = test();
  const page = await createPage(deps, shop.owner, {
    ...{ siteId: shop.site.id, path, title: path.slice(1), html, language },
  });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
}
const host = () => ({ host: `${shop.site.slug}.localhost:3000` });
const get = (url: string, headers: Record<string, string> = {}) =>
  test().app.inject({ url, headers: { ...host(), ...headers } });

async function send(path: string, fields: string, accept = "text/html") {
  const html = await vi.waitFor(async () => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(200);
    return answer.body;
  });
  const action = /action="(\/f\/[^"]+)"/.exec(html)?.[1] ?? "";
  const token = /name="_t" value="([^"]+)"/.exec(html)?.[1] ?? "";
  return test().app.inject({
    method: "POST",
    url: action,
    headers: { ...host(), accept, "content-type": "application/x-www-form-urlencoded" },
    payload: `${fields}&_t=${token}`,
  });
}

beforeAll(async () => {
  shop = await makeTestSite(test().deps, { slug: "confirming" });
  await test()
    .deps.db.updateTable("workspaces")
    .set({ double_opt_in: 1 })
    .where("id", "=", shop.workspaceId)
    .execute();
  await publish("/danke", '<h1>Danke</h1><p>Bis <span data-url-text="day">bald</span></p>');
  await publish("/club", formTo('data-next-path="/danke"'));
  await publish("/away", formTo('data-next-url="https://shop.example/thanks"'));
});

describe("with double opt-in, the page after sending", () => {
  it("begins with the request to confirm by e-mail, in its language, without a script", async () => {
    const sent = await send("/club", "email=ada%40example.org&consent_mail=on");
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toBe("/danke?foyer=confirm");
    const shown = await get("/danke?foyer=confirm", { "accept-encoding": "identity" });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toMatch(
      /<body[^>]*><style>[^<]+<\/style><div class="foyer-confirm" role="status">Noch ein Schritt/,
    );
    expect(shown.body).toContain("<h1>Danke</h1>".slice(4));
    expect(shown.headers["x-robots-tag"]).toBe("noindex");
    const styles = /style-src ([^;]+)/.exec(String(shown.headers["content-security-policy"]))?.[1] ?? "";
    expect(styles.match(/'sha256-/g)?.length).toBe(2);
    const again = await get("/danke?foyer=confirm", { "if-none-match": String(shown.headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it("says nothing of it to those who need not confirm, and stays the page that was published", async () => {
    const sent = await send("/club", "email=bo%40example.org");
    expect(sent.headers.location).toBe("/danke");
    const plain = await get("/danke");
    expect(plain.body).not.toContain("foyer-confirm");
    expect((await get("/danke?foyer=confirm")).headers.etag).not.toBe(plain.headers.etag);
    for (const query of ["foyer=", "foyer=confirmx", "xfoyer=confirm", "foyer[]=confirm", "FOYER=confirm"])
      expect((await get(`/danke?${query}`)).body).not.toContain("foyer-confirm");
  });

  it("says it also with words from the address, and in the answer to a script", async () => {
    const shown = await get("/danke?day=Dienstag&foyer=confirm");
    expect(shown.body).toContain("foyer-confirm");
    expect(shown.body).toContain(">Dienstag</span>");
    const answer = await send("/club", "email=cy%40example.org&consent_mail=on", "application/json");
    expect(answer.json().next).toBe("/danke?foyer=confirm");
  });

  it("says it before leaving for another site, with the way on", async () => {
    const sent = await send("/away", "email=di%40example.org&consent_mail=on");
    expect(sent.headers.location).toMatch(/^\/f\/[^/]+\/thanks\?confirm=1$/);
    const shown = await get(String(sent.headers.location));
    expect(shown.body).toContain("Noch ein Schritt");
    expect(shown.body).toContain('<a href="https://shop.example/thanks">Weiter: shop.example</a>');
    const other = await send("/away", "email=ed%40example.org");
    expect(other.headers.location).toBe("https://shop.example/thanks");
  });

  it("stands at the top of the page, also where the page's own rules speak of a body", async () => {
    const rule = 'p::before{content:"<body><img src=x onerror=alert(1)>"}';
    await publish("/laut", `<style>${rule}</style><p>Danke</p>`);
    const shown = await vi.waitFor(async () => {
      const answer = await get("/laut?foyer=confirm");
      expect(answer.body).toContain("foyer-confirm");
      return answer.body;
    });
    expect(shown).toContain(`${rule}</style></head>`);
    expect(shown).toMatch(/<\/head><body[^>]*><style>[^<]+<\/style><div class="foyer-confirm"/);
  });

  it("is no answer where there is no page", async () => {
    expect((await get("/nothing?foyer=confirm")).statusCode).toBe(404);
  });
});
