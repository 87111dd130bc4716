import { beforeAll, describe, expect, it } from "vitest";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let site: TestSite;
let token = "";

async function call(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  match?: string,
) {
  const answer = await app().app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: "localhost:3000",
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(match === undefined ? {} : { "if-match": match }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return {
    status: answer.statusCode,
    body: answer.body ? answer.json() : undefined,
    etag: String(answer.headers.etag),
  };
}

const made = async (path: string, body: unknown) => {
  const { status, body: one } = await call("POST", path, body);
  expect([path, status, status < 300 ? "" : one]).toEqual([path, status, ""]);
  return one;
};
let pages = 0;
const newPage = async () => {
  pages += 1;
  const given = { site: "match-shop", path: `/p${pages}`, title: "One", html: "<h1>One</h1>" };
  return `/pages/${(await made("/pages", given)).id}`;
};
const tomorrow = () => new Date(app().deps.clock.now() + 86_400_000).toISOString();
const etagOf = async (path: string) => (await call("GET", path)).etag;

beforeAll(async () => {
  site = await makeTestSite(app().deps, { slug: "match-shop" });
  const of = { workspaceId: site.workspaceId, name: "Test", scopes: apiScopeNames };
  token = (await createApiKey(app().deps, site.owner, of)).token;
});

describe("two who change the same thing from the same state", () => {
  it("get one yes and one 412, and what stands is what the one wrote", async () => {
    const from = { from_name: "Ada", from_email: "ada@match.example", postal_address: "1 Quay, Bristol" };
    const things: [string, string][] = [
      [`/topics/${(await made("/topics", { name: "T" })).id}`, "name"],
      [`/segments/${(await made("/segments", { name: "S", filter: {} })).id}`, "name"],
      [
        `/webhook_endpoints/${(await made("/webhook_endpoints", { url: "https://hooks.example.org/a" })).id}`,
        "description",
      ],
      [`/senders/${(await made("/senders", from)).id}`, "from_name"],
      ["/sites/match-shop", "name"],
      [await newPage(), "title"],
      [`/leads/${(await made("/leads", { email: "race@example.org" })).id}`, "name"],
      [`/campaigns/${(await made("/campaigns", { name: "C" })).id}`, "name"],
    ];
    for (const [path, field] of things) {
      for (const round of [1, 2, 3]) {
        const etag = await etagOf(path);
        const wanted = ["one", "two", "three"].map((who) => `${who} ${round}`);
        const answers = await Promise.all(
          wanted.map((value) => call("PATCH", path, { [field]: value }, etag)),
        );
        const statuses = answers.map(({ status }) => status);
        expect([path, ...statuses.toSorted()]).toEqual([path, 200, 412, 412]);
        const shown = (await call("GET", path)).body;
        expect(shown[field]).toBe(wanted[statuses.indexOf(200)]);
      }
    }
  });

  it("holds where one changes how a page is listed and the other its words: the late one changes neither", async () => {
    const path = await newPage();
    const etag = await etagOf(path);
    const answers = await Promise.all([
      call("PATCH", path, { title: "Two", noindex: true }, etag),
      call("PATCH", path, { title: "Three", canonical: "https://example.org/three" }, etag),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const { body } = await call("GET", path);
    expect([
      ["Two", true, ""],
      ["Three", false, "https://example.org/three"],
    ]).toContainEqual([body.title, body.noindex, body.canonical]);
    const wrong = await call("PATCH", path, { title: "Four", canonical: "nowhere" });
    expect(wrong.status).toBe(422);
    expect((await call("GET", path)).body.title).toBe(body.title);
  });
});

describe("what is under something that a GET shows", () => {
  it("takes the ETag of its own GET: redirects, domains, plans and preview links", async () => {
    const page = await newPage();
    const publish = (await made(`${page}/publication`, { publish_at: tomorrow() })) as {
      schedules: { id: string }[];
    };
    const removable = [
      `/sites/match-shop/redirects/${(await made("/sites/match-shop/redirects", { from: "/a", to: "/b" })).id}`,
      `/sites/match-shop/domains/${(await made("/sites/match-shop/domains", { domain: "match.example" })).domain}`,
      `${page}/schedules/${publish.schedules[0]?.id}`,
      `${page}/preview_links/${(await made(`${page}/preview_links`, { days: 7 })).id}`,
    ];
    for (const path of removable) {
      const shown = await call("GET", path);
      expect([path, shown.status]).toEqual([path, 200]);
      const late = await call("DELETE", path, undefined, '"another"');
      expect([path, late.status, late.body?.code]).toEqual([path, 412, "revision_differs"]);
      expect(late.body.title).toContain("Read it again");
      const both = await Promise.all([1, 2].map(() => call("DELETE", path, undefined, shown.etag)));
      const [first, second] = both.map(({ status }) => status).toSorted();
      expect([path, first]).toEqual([path, 204]);
      expect([404, 409, 412]).toContain(second);
    }
  });

  it("publishes, plans and takes offline the page that was looked at, and no other", async () => {
    const page = await newPage();
    const seen = await etagOf(page);
    const saved = await call("PATCH", page, { title: "Newer" }, seen);
    for (const body of [{}, { publish_at: tomorrow() }])
      expect((await call("POST", `${page}/publication`, body, seen)).status).toBe(412);
    expect((await call("GET", page)).body.state).toBe("draft");
    expect((await call("GET", `${page}/schedules`)).body.data).toEqual([]);
    expect((await call("POST", `${page}/publication`, {}, saved.etag)).status).toBe(201);
    expect((await call("DELETE", `${page}/publication`, undefined, seen)).status).toBe(412);
    expect((await call("GET", page)).body.state).toBe("live");
    expect((await call("POST", `${page}/preview_links`, { days: 1 }, seen)).status).toBe(412);
    expect((await call("DELETE", `${page}/publication`, undefined, saved.etag)).status).toBe(204);
  });

  it("never publishes a save that came in between", async () => {
    for (const round of [1, 2, 3, 4]) {
      const page = await newPage();
      const seen = await etagOf(page);
      const [publication] = await Promise.all([
        call("POST", `${page}/publication`, {}, seen),
        call("PATCH", page, { title: `Newer ${round}` }, seen),
      ]);
      const { data } = (await call("GET", `${page}/versions`)).body;
      const titles = data.map(({ title }: { title: string }) => title);
      expect([publication.status, titles]).toEqual(publication.status === 201 ? [201, ["One"]] : [412, []]);
    }
  });

  it("sends the campaign that was looked at, and no other", async () => {
    const path = `/campaigns/${(await made("/campaigns", { name: "C" })).id}`;
    const seen = await etagOf(path);
    const saved = await call("PATCH", path, { subject: "Other words" }, seen);
    const late = await call("POST", `${path}/delivery`, {}, seen);
    expect([late.status, late.body.code]).toEqual([412, "revision_differs"]);
    // Looked at, it goes on to what stands against it: it has no sender.
    expect((await call("POST", `${path}/delivery`, {}, saved.etag)).status).toBe(422);
    expect((await call("DELETE", `${path}/delivery`, undefined, seen)).status).toBe(412);
  });

  it("refuses an ETag plainly where nothing is there that it could be of", async () => {
    const given = { site: "match-shop", path: "/none", title: "None", html: "<h1>None</h1>" };
    for (const match of ['"1"', "*"]) {
      const answer = await call("POST", "/pages", given, match);
      expect([answer.status, answer.body.code]).toEqual([400, "if_match_unsupported"]);
    }
    const { data } = (await call("GET", "/pages?q=None")).body;
    expect(data).toEqual([]);
    expect((await call("GET", "/pages", undefined, '"1"')).status).toBe(200);
  });
});
