import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { publicId } from "~/lib/ids";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let site: TestSite;
let token = "";

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await app().app.inject({
    method: method as "GET",
    url: `/api/v1${path}`,
    headers: {
      host: "localhost:3000",
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return {
    status: answer.statusCode,
    body: answer.body ? answer.json() : undefined,
    headers: answer.headers,
  };
}

beforeAll(async () => {
  site = await makeTestSite(app().deps, { slug: "outsider" });
  const key = { workspaceId: site.workspaceId, name: "Test", scopes: apiScopeNames };
  token = (await createApiKey(app().deps, site.owner, key)).token;
});

describe("an outsider at the API", () => {
  it("finds a page public as soon as its publication is answered, and gone as soon as that is", async () => {
    const host = { host: "outsider.localhost:3000" };
    const see = async (path: string) => (await app().app.inject({ url: path, headers: host })).statusCode;
    await app().app.ready();
    expect(await see("/now")).toBe(404);
    const page = await call("POST", "/pages", {
      site: "outsider",
      path: "/now",
      title: "Now",
      html: "<h1>Now</h1>",
    });
    const publication = `/pages/${page.body.id}/publication`;
    expect((await call("POST", publication)).status).toBe(201);
    expect(await see("/now")).toBe(200);
    expect((await call("DELETE", publication)).status).toBe(204);
    expect(await see("/now")).toBe(404);
  });

  it("may change what is there without naming a revision, and is stopped where a named one is old", async () => {
    const made = await call("POST", "/leads", { email: "rev@example.org", name: "One" });
    const path = `/leads/${made.body.id}`;
    expect(await call("PATCH", path, { name: "Two" })).toMatchObject({ status: 200, body: { name: "Two" } });
    expect((await call("PATCH", path, { name: "Three" }, { "if-match": "*" })).status).toBe(200);
    expect(await call("PATCH", path, { name: "Old" }, { "if-match": '"1"' })).toMatchObject({
      status: 412,
      body: { code: "revision_differs" },
    });
  });

  it("turns the pages of every list by its cursor", async () => {
    for (const name of ["One", "Two", "Three"]) await call("POST", "/topics", { name });
    for (const name of ["C", "A", "B"]) await call("POST", "/segments", { name, filter: {} });
    for (const slug of ["outsider-two", "outsider-three"]) await call("POST", "/sites", { slug, name: slug });
    for (const list of ["/topics", "/segments", "/sites"]) {
      const seen: string[] = [];
      let cursor = "";
      do {
        const page = await call("GET", `${list}?limit=1${cursor && `&cursor=${cursor}`}`);
        expect(page.body.data).toHaveLength(1);
        seen.push(page.body.data[0].id);
        cursor = page.body.next_cursor ?? "";
      } while (cursor);
      expect(new Set(seen).size, list).toBe(3);
    }
    expect(await call("GET", "/topics?cursor=zzz")).toMatchObject({
      status: 422,
      body: { errors: { cursor: expect.any(String) } },
    });
  });

  it("is refused a segment with words that nobody reads, instead of getting one of everybody", async () => {
    const refused = await call("POST", "/segments", { name: "Bern", filter: { city: "Bern" } });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { "filter.city": "There is no such field." } },
    });
    const rule = { kind: "field", field: "city", is: "equals", value: "Bern", negate: true };
    expect(await call("POST", "/segments", { name: "Bern", filter: { rules: [rule] } })).toMatchObject({
      status: 422,
      body: { errors: { "filter.rules.0.negate": expect.any(String) } },
    });
    const page = publicId("page", app().deps.ids.next());
    const byPage = await call("POST", "/segments", {
      name: "P",
      filter: { rules: [{ kind: "page", page }] },
    });
    expect(byPage).toMatchObject({
      status: 201,
      body: { filter: { rules: [{ kind: "page", page, sent: true }] } },
    });
  });

  it("reads in plain words and outside names what is wrong with each field", async () => {
    const sender = await call("POST", "/senders", { from_name: "A", from_email: "a", postal_address: "" });
    expect(Object.keys(sender.body.errors)).toEqual(["from_email", "postal_address"]);
    const site = await call("POST", "/sites", { slug: 5 });
    expect(site.body.errors).toEqual({ slug: "Give a text here.", name: "This is missing." });
    expect((await call("GET", "/leads?limit=0")).body.errors).toEqual({ limit: "Use at least 1." });
  });

  it("sends a file again under the same key and gets the first answer; another file of that length is refused", async () => {
    const csv = { "content-type": "text/csv", "idempotency-key": "file-1" };
    const first = await call("POST", "/lead_imports", "email\nann@example.org\n", csv);
    const again = await call("POST", "/lead_imports", "email\nann@example.org\n", csv);
    expect([first.status, again.status, again.body.id]).toEqual([202, 202, first.body.id]);
    expect([first.headers["idempotency-replayed"], again.headers["idempotency-replayed"]]).toEqual([
      undefined,
      "true",
    ]);
    expect(await call("POST", "/lead_imports", "email\nbob@example.org\n", csv)).toMatchObject({
      status: 422,
      body: { code: "idempotency_key_reused" },
    });
  });

  it("reads figures where the contract has them", async () => {
    const { body: campaigns } = await call("POST", "/campaigns", { name: "Figures" });
    const seen = await call("GET", `/campaigns/${campaigns.id}`);
    expect(seen.body).toMatchObject({
      state: "draft",
      candidates: 0,
      excluded: {},
      opened: { human: 0, machine: 0, unknown: 0 },
      complained: 0,
    });
    const page = await call("POST", "/pages", {
      site: "outsider",
      path: "/r",
      title: "R",
      html: "<h1>R</h1>",
    });
    expect((await call("GET", `/pages/${page.body.id}/report`)).body).toMatchObject({
      views: 0,
      visitors: 0,
      leads: 0,
      conversion: null,
      sources: [],
      by_variant: expect.any(Array),
    });
  });
});

describe("the OpenAPI document for outsiders", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { body } = await call("GET", "/openapi.json", undefined, { authorization: "" });
    const validator = new Validator();
    const result = await validator.validate(body);
    expect(result.errors ?? []).toEqual([]);
    expect([result.valid, validator.version]).toEqual([true, "3.1"]);
  });
});
