import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { revokeApiKey } from "~/domain/developer/revoke-api-key.server";
import { runLeadImport } from "~/domain/leads/run-lead-import.server";
import { vouchSender } from "~/domain/senders/vouch-sender.server";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { runExport } from "~/domain/termination/run-export.server";
import { storedId } from "~/lib/ids";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let site: TestSite;
let token = "";
let stranger = "";

const keyOf = async (owner: TestSite, scopes: readonly string[]) =>
  (await createApiKey(app().deps, owner.owner, { workspaceId: owner.workspaceId, name: "Test", scopes }))
    .token;

type Method = "GET" | "POST" | "PATCH" | "DELETE" | "PUT";

async function call(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await app().app.inject({
    method,
    url: path.startsWith("/api") ? path : `/api/v1${path}`,
    headers: {
      host: "localhost:3000",
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const json = /json/.test(String(answer.headers["content-type"])) && answer.body ? answer.json() : undefined;
  return { status: answer.statusCode, body: json, headers: answer.headers, raw: answer.rawPayload };
}

const letter = `<p>Hello {{name|there}}</p><p>{{postal_address}}</p><p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>`;

beforeAll(async () => {
  site = await makeTestSite(app().deps, { slug: "api-shop" });
  token = await keyOf(site, apiScopeNames);
  stranger = await keyOf(await makeTestSite(app().deps, { slug: "api-other" }), apiScopeNames);
});

describe("the API: who may call [account.apikey]", () => {
  it("refuses calls without a key, with a wrong one and with a revoked one", async () => {
    expect(await call("GET", "/pages", undefined, { authorization: "" })).toMatchObject({
      status: 401,
      body: { code: "token_missing", status: 401 },
    });
    const wrong = await call("GET", "/pages", undefined, { authorization: `Bearer ${token}x` });
    expect(wrong).toMatchObject({ status: 401, body: { code: "token_invalid" } });
    expect(wrong.headers["www-authenticate"]).toContain("Bearer");
    expect(wrong.headers["content-type"]).toContain("application/problem+json");
    const { id, token: short } = await createApiKey(app().deps, site.owner, {
      workspaceId: site.workspaceId,
      name: "Short",
      scopes: ["pages:read"],
    });
    expect((await call("GET", "/pages", undefined, { authorization: `Bearer ${short}` })).status).toBe(200);
    await revokeApiKey(app().deps, site.owner, { workspaceId: site.workspaceId, keyId: id });
    expect((await call("GET", "/pages", undefined, { authorization: `Bearer ${short}` })).status).toBe(401);
  });

  it("refuses what the key's scopes do not name", async () => {
    const reader = { authorization: `Bearer ${await keyOf(site, ["pages:read"])}` };
    expect(await call("POST", "/exports", {}, reader)).toMatchObject({
      status: 403,
      body: { code: "scope_missing" },
    });
    expect((await call("GET", "/pages", undefined, reader)).status).toBe(200);
  });

  it("tells the rate limit and ends what is too much", async () => {
    const headers = { authorization: `Bearer ${await keyOf(site, ["pages:read"])}` };
    const first = await call("GET", "/sites", undefined, headers);
    expect(first.headers["ratelimit-limit"]).toBe("600");
    expect(first.headers["ratelimit-remaining"]).toBe("599");
    let last = first;
    for (let calls = 1; calls <= 600; calls += 1) last = await call("GET", "/sites", undefined, headers);
    expect(last).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("the API: bad input gets a clear answer", () => {
  it("knows its own calls and methods", async () => {
    expect(await call("GET", "/nothing")).toMatchObject({ status: 404, body: { code: "route_not_found" } });
    const put = await call("PUT", "/pages", {});
    expect(put).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
    expect(put.headers.allow).toBe("GET, POST");
  });

  it("refuses malformed JSON, other encodings, other kinds and too much", async () => {
    expect(await call("POST", "/pages", "{broken")).toMatchObject({
      status: 400,
      body: { code: "json_malformed" },
    });
    expect(await call("POST", "/pages", '{"__proto__": {"admin": true}}')).toMatchObject({ status: 400 });
    const deep = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    for (const headers of [undefined, { "idempotency-key": "deep" }])
      expect(await call("POST", "/topics", deep, headers)).toMatchObject({
        status: 400,
        body: { code: "json_too_deep" },
      });
    const xml = await call("POST", "/pages", "<a/>", { "content-type": "application/xml" });
    expect(xml).toMatchObject({ status: 415, body: { code: "media_type_unsupported" } });
    const large = await call("POST", "/leads", `{"name":"${"x".repeat(7 * 1024 * 1024)}"}`);
    expect(large).toMatchObject({ status: 413, body: { code: "body_too_large" } });
    const bytes = await app().app.inject({
      method: "POST",
      url: "/api/v1/leads",
      headers: {
        host: "localhost:3000",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
      },
      payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect(bytes.json()).toMatchObject({ status: 400, code: "encoding_invalid" });
  });

  it("names each field that is wrong", async () => {
    const page = await call("POST", "/pages", { site: "nowhere", path: "/a", colour: "red" });
    expect(page).toMatchObject({ status: 422, body: { errors: { colour: "There is no such field." } } });
    expect(await call("POST", "/pages", { site: "nowhere", path: "/a" })).toMatchObject({
      status: 422,
      body: { errors: { site: expect.any(String) } },
    });
    expect(await call("POST", "/leads", { email: "not an address" })).toMatchObject({
      status: 422,
      body: { errors: { email: expect.any(String) } },
    });
    expect((await call("GET", "/leads?limit=9999")).status).toBe(422);
    expect((await call("GET", "/pages/page_nonsense")).status).toBe(404);
  });
});

describe("the API: pages", () => {
  it("makes, changes by ETag, publishes and removes a page [pages.build]", async () => {
    const made = await call("POST", "/pages", {
      site: "api-shop",
      path: "/offer",
      title: "Offer",
      html: "<h1>Offer</h1>",
    });
    expect(made.status).toBe(201);
    const path = `/pages/${made.body.id}`;
    expect(made.headers.location).toBe(`/api/v1${path}`);
    expect(made.headers.etag).toBe('"1"');
    const changed = await call("PATCH", path, { title: "New", html: "<h1>New</h1>" }, { "if-match": '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { title: "New" } });
    expect(await call("PATCH", path, { title: "Late" }, { "if-match": '"1"' })).toMatchObject({
      status: 412,
      body: { code: "revision_differs" },
    });
    const published = await call("POST", `${path}/publication`);
    expect(published).toMatchObject({ status: 201, body: { version: 1, findings: expect.any(Array) } });
    expect(published.body.url).toBe("http://api-shop.localhost:3000/offer");
    const served = await app().app.inject({ url: "/offer", headers: { host: "api-shop.localhost:3000" } });
    expect(served.statusCode).toBe(200);
    expect((await call("GET", `${path}/versions`)).body.data).toMatchObject([{ number: 1, live: true }]);
    expect((await call("DELETE", `${path}/publication`)).status).toBe(204);
    expect((await call("DELETE", path)).status).toBe(204);
  });

  it("plans to publish and to take offline, lists the plans and takes one back", async () => {
    const made = await call("POST", "/pages", {
      ...{ site: "api-shop", path: "/fair", title: "Fair", html: "<h1>Fair</h1>" },
    });
    const path = `/pages/${made.body.id}`;
    const at = (hours: number) => new Date(app().deps.clock.now() + hours * 3_600_000).toISOString();
    const minute = (time: string) => `${time.slice(0, 16)}:00.000Z`;
    const planned = await call("POST", `${path}/publication`, {
      ...{ publish_at: at(2), unpublish_at: at(50) },
    });
    expect(planned).toMatchObject({
      status: 202,
      body: {
        url: "http://api-shop.localhost:3000/fair",
        version: null,
        schedules: [
          { act: "publish", state: "waiting", at: minute(at(2)) },
          { act: "unpublish", state: "waiting", at: minute(at(50)) },
        ],
      },
    });
    const offset = at(3).replace("Z", "+00:00");
    expect((await call("POST", `${path}/publication`, { publish_at: offset })).status).toBe(202);
    const list = (await call("GET", `${path}/schedules`)).body.data;
    expect(list.map(({ act, state }: { act: string; state: string }) => `${act} ${state}`)).toEqual([
      "publish waiting",
      "unpublish waiting",
      "publish cancelled",
    ]);
    expect((await call("DELETE", `${path}/schedules/${list[0].id}`)).status).toBe(204);
    expect((await call("DELETE", `${path}/schedules/${list[0].id}`)).status).toBe(409);
    const now = await call("POST", `${path}/publication`, { unpublish_at: at(1) });
    expect(now).toMatchObject({ status: 201, body: { version: 1, schedules: [{ act: "unpublish" }] } });
    for (const wrong of [
      { publish_at: "tomorrow" },
      { publish_at: "2026-13-01T00:00:00Z" },
      { publish_at: at(-1) },
      { publish_at: at(24 * 800) },
      { publish_at: at(5), unpublish_at: at(4) },
      { unpublish_at: at(-1) },
      { at: at(1) },
    ])
      expect((await call("POST", `${path}/publication`, wrong)).status).toBe(422);
  });

  it("changes how a page is listed at once, with the right to publish", async () => {
    const make = async (path: string, language: string) =>
      (await call("POST", "/pages", { site: "api-shop", path, title: "Find me", language, html: "<p>x</p>" }))
        .body.id as string;
    const [id, other] = [await make("/listed", "en"), await make("/gelistet", "de")];
    for (const each of [id, other]) await call("POST", `/pages/${each}/publication`);
    const canonical = "https://bakery.example/listed";
    const changed = await call("PATCH", `/pages/${id}`, { noindex: true, canonical, translation_of: other });
    expect(changed).toMatchObject({ status: 200, body: { noindex: true, canonical } });
    const served = await app().app.inject({ url: "/listed", headers: { host: "api-shop.localhost:3000" } });
    expect(served.headers["x-robots-tag"]).toBe("noindex");
    expect(served.body).toContain(`<link rel="canonical" href="${canonical}">`);
    expect(served.body).toContain('hreflang="de"');
    const back = await call("PATCH", `/pages/${id}`, { noindex: false, canonical: "", translation_of: null });
    expect(back.body).toMatchObject({ noindex: false, canonical: "" });
    expect((await call("GET", `/pages/${id}`)).body).toMatchObject({ noindex: false, canonical: "" });
    for (const wrong of [{ canonical: "javascript:alert(1)" }, { noindex: "yes" }, { translation_of: id }])
      expect((await call("PATCH", `/pages/${id}`, wrong)).status).toBe(422);
    const late = await call("PATCH", `/pages/${id}`, { noindex: true }, { "if-match": '"1"' });
    expect(late.status).toBe(412);
    expect((await call("GET", `/pages/${id}`)).body.noindex).toBe(false);
    const writer = { authorization: `Bearer ${await keyOf(site, ["pages:read", "pages:write"])}` };
    const refused = await call("PATCH", `/pages/${id}`, { noindex: true }, writer);
    expect(refused).toMatchObject({ status: 403, body: { code: "scope_missing" } });
    expect((await call("PATCH", `/pages/${id}`, { title: "Found" }, writer)).status).toBe(200);
  });

  it("shares a preview by link, and takes it back", async () => {
    const made = await call("POST", "/pages", {
      ...{ site: "api-shop", path: "/shared", title: "Shared", html: "<h1>Shared</h1>" },
    });
    const path = `/pages/${made.body.id}/preview_links`;
    const link = await call("POST", path, { days: 1, password: "long enough" });
    expect(link).toMatchObject({ status: 201, body: { password: true, version_id: null, opened_at: null } });
    expect((await call("GET", path)).body.data).toEqual([link.body]);
    const look = async () => {
      const { pathname, host } = new URL(link.body.url);
      return (await app().app.inject({ url: pathname, headers: { host } })).statusCode;
    };
    expect(await look()).toBe(200);
    expect((await call("DELETE", `${path}/${link.body.id}`)).status).toBe(204);
    expect(await look()).toBe(404);
    for (const wrong of [{ days: 2 }, { password: "short" }, { days: "7" }, { version_id: "ver_x" }])
      expect((await call("POST", path, wrong)).status).toBe(422);
  });

  it("refuses a form that asks for a card number, with rule, evidence and remedy [forms.sensitive]", async () => {
    const html =
      '<form><label>Card number <input name="card_number" autocomplete="cc-number"></label></form>';
    const made = await call("POST", "/pages", { site: "api-shop", path: "/pay", title: "Pay", html });
    const refused = await call("POST", `/pages/${made.body.id}/publication`);
    expect(refused.status).toBe(422);
    const blocking = refused.body.findings.find(
      (finding: { severity: string }) => finding.severity === "block",
    );
    expect(blocking).toMatchObject({
      rule: expect.any(String),
      evidence: expect.any(String),
      remedy: expect.any(String),
    });
  });

  it("is not told of another workspace's pages", async () => {
    const made = await call("POST", "/pages", {
      site: "api-shop",
      path: "/mine",
      title: "Mine",
      html: "<p>Mine</p>",
    });
    const other = { authorization: `Bearer ${stranger}` };
    for (const method of ["GET", "DELETE"] as const) {
      expect((await call(method, `/pages/${made.body.id}`, undefined, other)).status).toBe(404);
    }
    expect((await call("POST", `/pages/${made.body.id}/publication`, undefined, other)).status).toBe(404);
    expect((await call("GET", "/pages", undefined, other)).body.data).toEqual([]);
  });
});

describe("the API: leads", () => {
  it("takes a person up once, lists by cursor, changes and deletes [leads.dedupe]", async () => {
    const first = await call("POST", "/leads", {
      email: "Ada@Example.org",
      name: "Ada",
      fields: { city: "Bath" },
    });
    const again = await call("POST", "/leads", { email: "ada@example.org", fields: { city: "York" } });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toMatchObject({ id: first.body.id, fields: { city: "York" } });
    for (const name of ["b", "c"]) await call("POST", "/leads", { email: `${name}@example.org` });
    const page = await call("GET", "/leads?limit=2");
    expect(page.body.data).toHaveLength(2);
    const rest = await call("GET", `/leads?limit=2&cursor=${page.body.next_cursor}`);
    expect(rest.body).toMatchObject({ data: [{ id: first.body.id }], next_cursor: null });
    expect((await call("GET", "/leads?q=york")).body.data).toHaveLength(1);
    const etag = String(again.headers.etag);
    expect(
      (await call("PATCH", `/leads/${first.body.id}`, { fields: { city: "" } }, { "if-match": etag })).body
        .fields,
    ).toEqual({});
    expect((await call("DELETE", `/leads/${first.body.id}`)).status).toBe(204);
    expect((await call("GET", `/leads/${first.body.id}`)).status).toBe(404);
  });

  it("names no host of a site that has taken none here", async () => {
    const { body } = await call("POST", "/sites", { slug: "api-imported", name: "Imported" });
    expect(body.domains).toEqual(["api-imported.localhost:3000"]);
    await app().deps.db.deleteFrom("hosts").where("host", "=", "api-imported").execute();
    expect((await call("GET", "/sites/api-imported")).body.domains).toEqual([]);
  });

  it("does a repeated POST once [account.apikey]", async () => {
    const headers = { "idempotency-key": "order-17" };
    const body = { slug: "api-second", name: "Second" };
    const first = await call("POST", "/sites", body, headers);
    const again = await call("POST", "/sites", body, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await call("POST", "/sites", { slug: "api-third", name: "Third" }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
  });

  it("keeps and shows proof of consent, and never lifts an opt-out [consent.record]", async () => {
    await call("POST", "/leads", {
      email: "eve@example.org",
      consents: [{ purpose: "mail", wording: "Write to me." }],
    });
    const shown = await call("GET", "/consents?email=eve@example.org");
    expect(shown.body.data).toMatchObject([{ purpose: "mail", act: "granted", wording: "Write to me." }]);
    expect((await call("POST", "/suppressions", { email: "eve@example.org" })).status).toBe(201);
    expect((await call("POST", "/suppressions", { email: "EVE@example.org" })).status).toBe(200);
    await call("POST", "/leads", {
      email: "eve@example.org",
      consents: [{ purpose: "mail", wording: "Again." }],
    });
    const listed = await call("GET", "/suppressions?email=eve@example.org");
    expect(listed.body.data).toMatchObject([{ topic_id: null, lifted_at: null }]);
  });
});

describe("the API: imports and reports", () => {
  it("takes a CSV file as it is and tells how far it is [leads.dedupe]", async () => {
    const csv = "Email,Name,City\nann@example.org,Ann,Bath\nnot an address,X,Y\n";
    const send = (headers: Record<string, string>) =>
      call("POST", "/lead_imports?basis=consent&wording=Agreed%20at%20our%20fair%20in%20May", csv, headers);
    expect((await send({})).status).toBe(415);
    const started = await send({ "content-type": "text/csv", "idempotency-key": "file-1" });
    expect(started).toMatchObject({ status: 202, body: { state: "queued" } });
    expect((await send({ "content-type": "text/csv", "idempotency-key": "file-1" })).body.id).toBe(
      started.body.id,
    );
    const importId = storedId("import", started.body.id) ?? "";
    await runLeadImport(app().deps, { workspaceId: site.workspaceId, importId }, async () => true);
    expect((await call("GET", `/lead_imports/${started.body.id}`)).body).toMatchObject({
      state: "done",
      created: 1,
      rejected: 1,
      progress: 1,
    });
    expect((await call("GET", "/leads?q=ann")).body.data).toMatchObject([
      { origin: "import", fields: { city: "Bath" } },
    ]);
    expect(
      (await call("POST", "/lead_imports?columns=oops", csv, { "content-type": "text/csv" })).status,
    ).toBe(422);
  });

  it("shows what a page brought [pages.navigational]", async () => {
    const made = await call("POST", "/pages", {
      site: "api-shop",
      path: "/report",
      title: "Report",
      html: "<p>Report</p>",
    });
    const report = await call("GET", `/pages/${made.body.id}/report?from=2026-11-01&to=2026-11-23`);
    expect(report.body).toMatchObject({
      zone: "Europe/London",
      totals: { views: 0, leads: 0, conversion: null },
    });
    expect(report.body.points).toHaveLength(23);
    expect((await call("GET", `/pages/${made.body.id}/report?from=2026-11-23&to=2026-11-01`)).status).toBe(
      422,
    );
  });
});

describe("the API: campaigns", () => {
  it("refuses a campaign without sender, then sends once however often it is asked [email.optout] [email.contact]", async () => {
    await call("POST", "/leads", {
      email: "reader@example.org",
      consents: [{ purpose: "mail", wording: "Yes." }],
    });
    const topic = await call("POST", "/topics", { name: "News" });
    const segment = await call("POST", "/segments", {
      name: "Readers",
      filter: { match: "all", rules: [{ kind: "field", field: "email", is: "contains", value: "reader" }] },
    });
    const made = await call("POST", "/campaigns", {
      name: "First",
      subject: "Hello",
      html: letter,
      segment_id: segment.body.id,
    });
    expect(made.status).toBe(201);
    const refused = await call("POST", `/campaigns/${made.body.id}/delivery`, {});
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "campaign_refused", findings: expect.any(Array) },
    });
    const sender = await call("POST", "/senders", {
      from_name: "Harbour",
      from_email: "news@harbour.example",
      postal_address: "1 Quay Street, Bristol BS1 4QA",
    });
    expect(sender.body).toMatchObject({ state: "unverified", domain: { dkim: "unchecked" } });
    const senderId = storedId("sender", sender.body.id) ?? "";
    await vouchSender(
      app().deps,
      { kind: "staff", accountId: site.owner.accountId },
      { workspaceId: site.workspaceId, senderId },
    );
    const change = { sender_id: sender.body.id, topic_id: topic.body.id };
    expect((await call("PATCH", `/campaigns/${made.body.id}`, change, { "if-match": '"1"' })).status).toBe(
      200,
    );
    const sent = await call("POST", `/campaigns/${made.body.id}/delivery`, {});
    expect(sent).toMatchObject({ status: 202, body: { candidates: 1, prepared: 1, excluded: {} } });
    expect((await call("POST", `/campaigns/${made.body.id}/delivery`, {})).body.candidates).toBe(1);
    const seen = await call("GET", `/campaigns/${made.body.id}`);
    expect(seen.body.counts).toMatchObject({ candidates: 1, opened: { human: 0, machine: 0, unknown: 0 } });
    expect((await call("DELETE", `/campaigns/${made.body.id}/delivery`)).body.counts.cancelled).toBe(1);
  });

  it("pauses a scheduled campaign, tells so however often it is asked, and lets it go on to its time", async () => {
    const { data } = (await call("GET", "/campaigns?q=First")).body;
    const { name, subject, sender_id, segment_id } = data[0];
    const given = { name, subject, sender_id, segment_id, html: letter };
    const path = `/campaigns/${(await call("POST", "/campaigns", given)).body.id}`;
    const pause = `${path}/delivery/pause`;
    expect((await call("POST", pause, {})).body.code).toBe("campaign_not_running");
    const at = new Date(app().deps.clock.now() + 86_400_000).toISOString();
    expect((await call("POST", `${path}/delivery`, { at })).body.state).toBe("scheduled");
    for (const _round of [1, 2]) {
      const paused = await call("POST", pause, {});
      expect(paused).toMatchObject({ status: 200, body: { state: "paused", prepared: 1 } });
    }
    const goesOn = await call("DELETE", pause);
    expect(goesOn).toMatchObject({ status: 200, body: { state: "scheduled", prepared: 1 } });
    expect(await call("DELETE", pause)).toMatchObject({ status: 409, body: { code: "campaign_not_paused" } });
    const other = await call(
      "POST",
      pause,
      {},
      { authorization: `Bearer ${await keyOf(site, ["campaigns:write"])}` },
    );
    expect(other.body.code).toBe("scope_missing");
  });
});

describe("the API: exports and the audit log", () => {
  it("makes an archive that its link fetches, for its own workspace [leave.export]", async () => {
    const ordered = await call("POST", "/exports", {});
    expect(ordered).toMatchObject({ status: 202, body: { state: "queued", url: null } });
    const exportId = storedId("export", ordered.body.id) ?? "";
    await runExport(app().deps, { workspaceId: site.workspaceId, exportId });
    const done = await call("GET", `/exports/${ordered.body.id}`);
    expect(done.body).toMatchObject({ state: "done", progress: 1 });
    const url = new URL(done.body.url);
    const fetched = await call("GET", `${url.pathname}${url.search}`, undefined, { authorization: "" });
    expect(createHash("sha256").update(fetched.raw).digest("hex")).toBe(done.body.sha256);
    expect((await call("GET", `${url.pathname}?token=forged`, undefined, { authorization: "" })).status).toBe(
      403,
    );
    const other = { authorization: `Bearer ${stranger}` };
    expect((await call("GET", url.pathname, undefined, other)).status).toBe(404);
    expect((await call("GET", `/exports/${ordered.body.id}`, undefined, other)).status).toBe(404);
  });

  it("shows who did what, page by page [account.audit]", async () => {
    const first = await call("GET", "/audit_entries?limit=3");
    expect(first.body.data).toHaveLength(3);
    const next = await call("GET", `/audit_entries?limit=3&cursor=${first.body.next_cursor}`);
    expect(next.body.data[0].id < first.body.data[2].id).toBe(true);
  });
});

describe("the OpenAPI document", () => {
  it("names every call with its scope, and needs no key", async () => {
    const answer = await call("GET", "/openapi.json", undefined, { authorization: "" });
    expect(answer.body.openapi).toBe("3.1.0");
    const operations = Object.values(
      answer.body.paths as Record<string, Record<string, { "x-scope": string; security: unknown[] }>>,
    ).flatMap(Object.values);
    expect(operations.length).toBeGreaterThan(25);
    const keyed = operations.filter(({ security }) => security.length > 0);
    expect(operations.length - keyed.length).toBe(1);
    expect(keyed.every((operation) => apiScopeNames.includes(operation["x-scope"] as never))).toBe(true);
    expect(
      new Set(operations.map((operation) => (operation as { operationId?: string }).operationId)).size,
    ).toBe(operations.length);
  });

  it("tells every success, the headers that come with it, and how the archive is fetched", async () => {
    const { paths, components } = (await call("GET", "/openapi.json")).body;
    const successes = (operation: { responses: Record<string, unknown> }) =>
      Object.keys(operation.responses).filter((status) => status < "300");
    expect(successes(paths["/leads"].post)).toEqual(["200", "201"]);
    expect(successes(paths["/suppressions"].post)).toEqual(["200", "201"]);
    expect(successes(paths["/pages/{page}/publication"].post)).toEqual(["201", "202"]);
    expect(paths["/exports/{export}/archive"].get.responses["200"].content).toHaveProperty("application/zip");
    for (const name of Object.keys(paths["/leads"].post.responses["201"].headers))
      expect(components.headers).toHaveProperty(name);
    expect(Object.keys(paths["/topics/{topic}"].patch.responses)).toContain("412");
    expect(Object.keys(paths["/sites/{site}/domains/{domain}"].patch.responses)).toContain("409");
  });

  it("stays off site hosts", async () => {
    for (const url of ["/api/v1/openapi.json", "/api/v1", "/api/v1/"]) {
      const answer = await app().app.inject({ url, headers: { host: "api-shop.localhost:3000" } });
      expect(answer.statusCode, url).toBe(404);
    }
  });
});

describe("the API's own address", () => {
  it("says without a key what answers and where it is described, as the OpenAPI document tells", async () => {
    for (const path of ["/api/v1", "/api/v1/"]) {
      const { status, body, headers } = await call("GET", path, undefined, { authorization: "" });
      expect(status, path).toBe(200);
      expect(headers["content-type"], path).toContain("application/json");
      expect(body, path).toEqual({
        name: "Foyer",
        version: "1",
        openapi_url: "http://localhost:3000/api/v1/openapi.json",
        docs_url: "http://localhost:3000/docs/api",
      });
      const { paths } = (await call("GET", new URL(body.openapi_url).pathname)).body;
      const { schema } = paths["/"].get.responses["200"].content["application/json"];
      expect(schema.required, path).toEqual(Object.keys(body));
    }
  });

  it("refuses other methods as every call does", async () => {
    for (const path of ["/api/v1", "/api/v1/"]) {
      const { status, body, headers } = await call("POST", path, {});
      expect([status, body.code, headers.allow], path).toEqual([405, "method_not_allowed", "GET"]);
    }
  });
});

describe("the API: topics, segments and senders can be changed and deleted", () => {
  it("changes only what is given, and answers 404 once they are gone", async () => {
    const topic = await call("POST", "/topics", { name: "News", description: "Weekly" });
    const topicPath = `/topics/${topic.body.id}`;
    expect(topic.headers.location).toBe(`/api/v1${topicPath}`);
    expect((await call("PATCH", topicPath, { name: "Old news" })).body).toMatchObject({
      id: topic.body.id,
      name: "Old news",
      description: "Weekly",
    });
    expect((await call("PATCH", topicPath, { name: "" })).status).toBe(422);
    expect((await call("DELETE", topicPath)).status).toBe(204);
    expect((await call("PATCH", topicPath, { name: "Late" })).status).toBe(404);
    expect((await call("DELETE", topicPath)).status).toBe(404);

    const given = { name: "All", filter: {} };
    const segment = await call("POST", "/segments", given);
    expect(segment.status).toBe(201);
    const segmentPath = `/segments/${segment.body.id}`;
    expect(segment.headers.location).toBe(`/api/v1${segmentPath}`);
    expect((await call("PATCH", segmentPath, { name: "Everybody" })).body).toMatchObject({
      name: "Everybody",
      filter: segment.body.filter,
    });
    expect((await call("PATCH", segmentPath, { nonsense: 1 })).status).toBe(422);
    expect((await call("DELETE", segmentPath)).status).toBe(204);
    expect((await call("PATCH", segmentPath, { name: "Late" })).status).toBe(404);

    const sender = await call("POST", "/senders", {
      from_name: "Ada",
      from_email: "ada@shop.example",
      postal_address: "1 Quay Street, Bristol",
    });
    const senderPath = `/senders/${sender.body.id}`;
    expect(sender.headers.location).toBe(`/api/v1${senderPath}`);
    expect((await call("PATCH", senderPath, { reply_to: "help@shop.example" })).body).toMatchObject({
      from_name: "Ada",
      reply_to: "help@shop.example",
    });
    expect((await call("PATCH", senderPath, { from_email: "nobody" })).status).toBe(422);
    expect((await call("DELETE", senderPath)).status).toBe(204);
    const left = (await call("GET", "/senders")).body.data.map(({ id }: { id: string }) => id);
    expect(left).not.toContain(sender.body.id);
  });
});

describe("the API: the proof of an address", () => {
  it("comes by the page, newest first, with the present answers beside it [consent.record]", async () => {
    const { db, ids, keys } = app().deps;
    const addressHash = (await addressHasher({ keys }, db, site.workspaceId))("ida@example.org");
    for (let at = 1; at <= 5; at += 1) {
      await db
        .insertInto("consents")
        .values({
          workspace_id: site.workspaceId,
          id: ids.next(),
          lead_id: "",
          address_hash: addressHash,
          purpose: "mail",
          act: "granted",
          wording: `Wording ${at}`,
          wording_hash: "",
          locale: "en",
          method: "form",
          form_id: "",
          page_version_id: "",
          submission_id: "",
          ip: "",
          at,
        })
        .execute();
    }
    const wordings: string[] = [];
    let cursor = "";
    for (let pages = 0; pages < 3; pages += 1) {
      const { status, body } = await call("GET", `/consents?email=ida@example.org&limit=2${cursor}`);
      expect(status).toBe(200);
      wordings.push(...body.data.map(({ wording }: { wording: string }) => wording));
      cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : "";
    }
    expect(wordings).toEqual([5, 4, 3, 2, 1].map((at) => `Wording ${at}`));
    expect(cursor).toBe("");
    expect((await call("GET", "/consents?email=ida@example.org&cursor=nonsense")).status).toBe(422);
  });
});

describe("the API: sites", () => {
  it("are called by id or slug, and only by those of their workspace", async () => {
    const { body } = await call("GET", "/sites/api-shop");
    expect(body).toMatchObject({ slug: "api-shop" });
    expect((await call("GET", `/sites/${body.id}`)).body.id).toBe(body.id);
    const added = await call("POST", "/sites/api-shop/redirects", { from: "/a", to: "/b" });
    expect(added.status).toBe(201);
    expect((await call("GET", `/sites/${body.id}/redirects`)).body.data).toMatchObject([{ from: "/a" }]);
    expect((await call("DELETE", `/sites/api-shop/redirects/${added.body.id}`)).status).toBe(204);
    const theirs = { authorization: `Bearer ${stranger}` };
    for (const named of ["api-shop", body.id, "nobody", "__proto__"])
      expect((await call("GET", `/sites/${named}/redirects`, undefined, theirs)).status).toBe(404);
  });
});

describe("the API: a change says from which state it starts", () => {
  it("is refused with 412 when somebody was faster, whatever is changed or removed", async () => {
    const topic = `/topics/${(await call("POST", "/topics", { name: "Once" })).body.id}`;
    const segment = `/segments/${(await call("POST", "/segments", { name: "Once", filter: {} })).body.id}`;
    const endpoint = `/webhook_endpoints/${
      (await call("POST", "/webhook_endpoints", { url: "https://hooks.example.org/a" })).body.id
    }`;
    const changes: [string, unknown, unknown][] = [
      [topic, { name: "Twice" }, { name: "Thrice" }],
      [segment, { name: "Twice" }, { name: "Thrice" }],
      [endpoint, { description: "Twice" }, { description: "Thrice" }],
    ];
    for (const [path, mine, theirs] of changes) {
      const etag = String((await call("GET", path)).headers.etag);
      expect((await call("PATCH", path, mine, { "if-match": `"other", ${etag}` })).status, path).toBe(200);
      const late = await call("PATCH", path, theirs, { "if-match": etag });
      expect(late, path).toMatchObject({ status: 412, body: { code: "revision_differs" } });
      expect((await call("DELETE", path, undefined, { "if-match": etag })).status, path).toBe(412);
      const now = await call("GET", path);
      expect(now.body, path).toMatchObject(mine as object);
      const last = String(now.headers.etag);
      expect((await call("DELETE", path, undefined, { "if-match": last })).status, path).toBe(204);
      expect((await call("GET", path)).status, path).toBe(404);
    }
  });

  it("holds for removing a page or a lead too", async () => {
    const page = await call("POST", "/pages", {
      site: "api-shop",
      path: "/going",
      title: "Going",
      html: "<p>x</p>",
    });
    const lead = await call("POST", "/leads", { email: "going@example.org" });
    for (const [path, revision] of [
      [`/pages/${page.body.id}`, page.body.revision],
      [`/leads/${lead.body.id}`, lead.body.revision],
    ]) {
      expect((await call("DELETE", path, undefined, { "if-match": `"${revision + 5}"` })).status, path).toBe(
        412,
      );
      expect((await call("GET", path)).status, path).toBe(200);
      expect((await call("DELETE", path, undefined, { "if-match": `"${revision}"` })).status, path).toBe(204);
    }
  });
});

describe("the API: every list goes by the page", () => {
  it("of redirects and of lead fields too", async () => {
    const page = await call("POST", "/pages", {
      site: "api-shop",
      path: "/many-fields",
      title: "Many",
      html: "<form><label>E-mail <input type=email name=email></label><label>Town <input name=town></label><label>Größe <input name=größe></label><label>Firm <input name=firm></label></form>",
    });
    expect((await call("POST", `/pages/${page.body.id}/publication`, {})).status).toBe(201);
    const { body: sites } = await call("GET", "/sites");
    const redirects = `/sites/${sites.data[0].id}/redirects`;
    for (const from of ["/old-1", "/old-2", "/old-3"])
      await call("POST", redirects, { from, to: "/many-fields" });
    for (const [path, key] of [
      [redirects, "from"],
      ["/lead_fields", "name"],
    ] as const) {
      const seen: string[] = [];
      let cursor = "";
      do {
        const { body } = await call("GET", `${path}?limit=1${cursor && `&cursor=${cursor}`}`);
        expect(body.data).toHaveLength(1);
        seen.push(body.data[0][key]);
        cursor = body.next_cursor;
      } while (cursor);
      const all = (await call("GET", path)).body.data.map((one: Record<string, string>) => one[key]);
      expect(seen.length, path).toBeGreaterThan(2);
      expect(seen, path).toEqual(all);
    }
    expect((await call("GET", "/lead_fields?cursor=%00")).status).toBe(422);
  });
});
