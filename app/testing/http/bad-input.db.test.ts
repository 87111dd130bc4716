import { beforeAll, describe, expect, it } from "vitest";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { publicId } from "~/lib/ids";
import { makeTestSite, type TestSite } from "../factories/test-site";
import { naughtyStrings } from "../naughty-strings";
import { serverRoutes } from "../walk/server-routes";
import { useTestApp } from "./test-app";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let site: TestSite;
let key = "";
let action = "";
let hidden: Record<string, string> = {};
let callers = 0;

const naughty = naughtyStrings;

const html = `<h1>Words</h1><form><label>E-mail <input type="email" name="email" required></label>
<label>Words <textarea name="words"></textarea></label><button>Send</button></form>`;

/** Each call comes from an address of its own, so that no limit hides an answer. */
function from(): Record<string, string> {
  callers += 1;
  return { "x-forwarded-for": `198.${51 + (callers >> 16)}.${(callers >> 8) & 255}.${callers & 255}` };
}

/** A key of its own for each few hundred calls: the limit counts by key. */
async function freshKey(): Promise<string> {
  const { workspaceId, owner } = site;
  const input = { workspaceId, name: "Test", scopes: apiScopeNames };
  return (await createApiKey(app().deps, owner, input)).token;
}

async function call(method: "GET" | "POST" | "PATCH", url: string, body?: unknown) {
  const answer = await app().app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      host: "localhost:3000",
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  if (answer.statusCode === 429) {
    key = await freshKey();
    return call(method, url, body);
  }
  return { status: answer.statusCode, text: answer.body, json: answer.json() };
}

beforeAll(async () => {
  const { deps } = app();
  site = await makeTestSite(deps);
  key = await freshKey();
  const page = await createPage(deps, site.owner, { siteId: site.site.id, path: "/", title: "Words", html });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: page.id });
  const served = await app().app.inject({ url: "/", headers: { host: `${site.site.slug}.localhost` } });
  action = /action="(\/f\/[^"]+)"/.exec(served.body)?.[1] ?? "";
  hidden = { _t: /name="_t" value="([^"]+)"/.exec(served.body)?.[1] ?? "" };
}, 60_000);

describe("strings that break software", () => {
  it("come through a form as they were typed [leads.capture]", async () => {
    const wrong: string[] = [];
    const expected = new Map<string, string>();
    for (const [index, words] of naughty.entries()) {
      const email = `form${index}@blns.example`;
      const answer = await app().app.inject({
        method: "POST",
        url: action,
        payload: new URLSearchParams({ ...hidden, email, words }).toString(),
        headers: {
          host: `${site.site.slug}.localhost`,
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          ...from(),
        },
      });
      // A string that looks like a card or identity number is refused, and says so.
      if (answer.statusCode === 422) continue;
      if (answer.statusCode !== 201) wrong.push(`${answer.statusCode} ${words}`);
      else expected.set(answer.json().id.replace(/^[a-z]+_/, ""), words);
    }
    expect(wrong).toEqual([]);
    expect(expected.size).toBeGreaterThan(naughty.length * 0.95);
    const rows = await app().deps.db.selectFrom("submissions").select(["id", "fields"]).execute();
    const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();
    for (const { id, fields } of rows) {
      const kept = JSON.parse(fields).words ?? "";
      expect(plain(kept)).toBe(plain(expected.get(id) ?? "?"));
    }
  });

  it("are taken or refused by every call of the API that takes words, and never break it", async () => {
    const senderless = { subject: "x", html: "<p>x</p>", segment_id: null };
    const wrong: string[] = [];
    const taken: Record<string, number> = {};
    for (const [index, words] of naughty.entries()) {
      const bodies: [string, unknown][] = [
        ["/leads", { email: `api${index}@blns.example`, name: words, fields: { words, [words]: "x" } }],
        ["/pages", { site: site.site.slug, path: `/p${index}`, title: words, html: `<p>${words}</p>` }],
        ["/segments", { name: words, filter: { match: "all", rules: [] } }],
        ["/topics", { name: words, description: words }],
        ["/suppressions", { email: words }],
        ["/sites", { slug: words, name: words }],
        ["/campaigns", { ...senderless, name: words, sender_id: words }],
        ["/exports", words],
      ];
      // Every tenth string goes everywhere, each of them to the two that keep most.
      for (const [url, body] of index % 10 === 0 ? bodies : bodies.slice(0, 2)) {
        if (url === "/exports" && words === "") continue;
        const answer = await call("POST", url, body);
        taken[url] = (taken[url] ?? 0) + (answer.status < 300 ? 1 : 0);
        const clear = answer.status < 300 || (answer.status < 500 && typeof answer.json.code === "string");
        if (!clear)
          wrong.push(`${url} ${answer.status} ${JSON.stringify(words)} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(taken["/pages"]).toBeGreaterThan(300);
    expect(taken["/leads"]).toBeGreaterThan(300);
  });

  it("find what they name and nothing else, in searches and as cursors", async () => {
    for (const words of naughty.filter((_, index) => index % 3 === 0)) {
      const q = encodeURIComponent(words.replaceAll(/[\uD800-\uDFFF]/gu, ""));
      for (const url of [
        `/leads?q=${q}`,
        `/leads?cursor=${q}`,
        `/consents?email=${q}`,
        `/pages/${q || "x"}`,
      ]) {
        const { status, text } = await call("GET", url);
        expect(status, `${url} ${text.slice(0, 200)}`).toBeLessThan(500);
      }
    }
  });
});

describe("bodies that nobody meant to send", () => {
  const bodies: [string, string, string | Buffer][] = [
    ["broken JSON", "application/json", '{"email":'],
    ["JSON of another shape", "application/json", '[[[["email"]]]]'],
    ["a prototype", "application/json", '{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}'],
    ["deep JSON", "application/json", "[".repeat(50_000) + "]".repeat(50_000)],
    [
      "bytes that are no UTF-8",
      "application/x-www-form-urlencoded",
      Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xc3]),
    ],
    ["broken percent signs", "application/x-www-form-urlencoded", "a=%&b=%zz&c=%e0%a4"],
    ["thousands of fields", "application/x-www-form-urlencoded", "a=1&".repeat(20_000)],
    ["a torn multipart", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name="],
    ["a multipart without boundary", "multipart/form-data", "--x--"],
    ["UTF-16", "application/json; charset=utf-16", Buffer.from('{"email":"a@b.example"}', "utf16le")],
    ["a kind nobody reads", "application/x-nothing", "\u0000\u0001"],
    ["three megabytes", "application/x-www-form-urlencoded", `a=${"x".repeat(3_000_000)}`],
    ["three megabytes of JSON", "application/json", `{"a":"${"x".repeat(3_000_000)}"}`],
    ["gzip that is none", "application/json", Buffer.from("1f8b0800deadbeef", "hex")],
  ];

  it.each(bodies)("get a clear answer everywhere and change nothing: %s", async (_name, type, payload) => {
    const { deps } = app();
    const count = async () =>
      Promise.all(
        (["leads", "submissions", "suppressions", "consents", "pages", "visits"] as const).map(
          async (table) => (await deps.db.selectFrom(table).select("workspace_id").execute()).length,
        ),
      );
    const before = await count();
    const page = publicId("page", deps.ids.next());
    for (const route of serverRoutes(app().app)) {
      if (!["POST", "PATCH", "DELETE", "PUT"].includes(route.method)) continue;
      const url = route.path === "/f/:form" ? action : route.path.replace(/:\w+/g, page).replace("*", "x");
      const api = route.path.startsWith("/api/v1");
      if (route.path === "/api/v1/lead_imports") continue;
      const answer = await app().app.inject({
        method: route.method as "POST",
        url,
        payload,
        headers: {
          host: route.surface === "site" ? `${site.site.slug}.localhost` : "localhost:3000",
          "content-type": type,
          ...(api ? { authorization: `Bearer ${await freshKey()}` } : {}),
          ...from(),
        },
      });
      const where = `${route.method} ${route.path}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
      if (route.path === "/api/v1/exports") continue;
      expect(answer.statusCode, where).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode, where).toBeLessThan(500);
      if (api) expect(answer.json().code, where).toEqual(expect.any(String));
    }
    expect(await count()).toEqual(before);
  });
});
