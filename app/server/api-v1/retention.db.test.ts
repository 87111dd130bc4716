import { beforeAll, describe, expect, it } from "vitest";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { insertTestLeads } from "~/testing/factories/test-campaign";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let site: TestSite;
let token = "";

async function call(method: "GET" | "PATCH", body?: unknown, more: Record<string, string> = {}) {
  const answer = await app().app.inject({
    method,
    url: "/api/v1/retention",
    headers: { host: "localhost:3000", authorization: `Bearer ${token}`, ...more },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  return { status: answer.statusCode, body: answer.json(), etag: String(answer.headers.etag) };
}

beforeAll(async () => {
  const { deps } = app();
  site = await makeTestSite(deps, { slug: "kept-shop" });
  const key = { workspaceId: site.workspaceId, name: "Test", scopes: apiScopeNames };
  token = (await createApiKey(deps, site.owner, key)).token;
});

describe("the API: how long data is kept [retention.customer]", () => {
  it("is told, tried out without saving, and changed within its limits", async () => {
    const { deps } = app();
    expect(await call("GET")).toMatchObject({
      status: 200,
      body: { people_months: 24, enquiry_months: 12, submission_months: null, visit_months: 13, due: [] },
    });
    await insertTestLeads(deps, site.workspaceId, [{ email: "ada@example.org" }]);
    const old = deps.clock.now() - 200 * 86_400_000;
    await deps.db.updateTable("leads").set({ created_at: old, updated_at: old }).execute();
    await deps.db.updateTable("consents").set({ at: old }).execute();
    const tried = await call("PATCH", { people_months: 6, upload_months: 3, dry_run: true });
    expect(tried.body).toMatchObject({ people_months: 6, due: [{ what: "leads", rows: 1 }] });
    expect((await call("GET")).body).toMatchObject({ people_months: 24, upload_months: null, due: [] });

    const saved = await call("PATCH", { people_months: 7, upload_months: 3, after_opt_out: "mail" });
    expect(saved).toMatchObject({ status: 200, body: { people_months: 7, upload_months: 3, due: [] } });
    expect((await call("PATCH", { upload_months: null })).body).toMatchObject({
      people_months: 7,
      upload_months: null,
      after_opt_out: "mail",
    });
    for (const wrong of [
      { people_months: 0 },
      { people_months: 121 },
      { visit_months: 14 },
      { message_months: "3" },
      { submission_months: 0 },
      { after_opt_out: "nothing" },
      { forever: true },
    ]) {
      expect((await call("PATCH", wrong)).status, JSON.stringify(wrong)).toBe(422);
    }
  });

  it("is changed from the state that was seen, whatever has become old enough meanwhile", async () => {
    const { deps } = app();
    await call("PATCH", { people_months: 12 });
    const { etag, body } = await call("GET");
    await insertTestLeads(deps, site.workspaceId, [{ email: "bo@example.org" }]);
    const old = deps.clock.now() - 400 * 86_400_000;
    await deps.db.updateTable("leads").set({ created_at: old, updated_at: old }).execute();
    await deps.db.updateTable("consents").set({ at: old }).execute();
    expect((await call("GET")).body.due).not.toEqual(body.due);
    expect((await call("PATCH", { people_months: 13 }, { "if-match": etag })).status).toBe(200);
    expect((await call("PATCH", { people_months: 14 }, { "if-match": etag })).status).toBe(412);
  });
});
