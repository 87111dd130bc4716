import { beforeAll, describe, expect, it } from "vitest";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import {
  answerTestimonial,
  askedMark,
  findAskedTestimonial,
} from "~/domain/testimonials/answer-testimonial.server";
import { getTestimonial } from "~/domain/testimonials/list-testimonials.server";
import { testimonialToken } from "~/domain/testimonials/testimonial-token.server";
import { storedId } from "~/lib/ids";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp();
let site: TestSite;
let token = "";
const said = { words: "They answer within the hour.", name: "Jo Baker", email: "jo@baker.example" };

async function call(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object, headers = {}) {
  const answer = await app().app.inject({
    method,
    url: `/api/v1/testimonials${path}`,
    headers: { host: "localhost:3000", authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });
  return {
    status: answer.statusCode,
    body: answer.body ? answer.json() : undefined,
    etag: String(answer.headers.etag ?? ""),
  };
}

/** As the quoted person does on the page of the link. */
async function agree(id: string): Promise<void> {
  const { deps } = app();
  const one = await getTestimonial(deps.db, site.workspaceId, storedId("testimonial", id) ?? "");
  const asked = await findAskedTestimonial(deps, testimonialToken(deps, one));
  if (!asked) throw new Error("Nobody was asked");
  const visitor = { kind: "visitor", ip: "192.0.2.0" } as const;
  const given = { answer: "agree", mark: askedMark(asked.testimonial), ip: "192.0.2.0" } as const;
  expect(await answerTestimonial(deps, visitor, asked, given)).toBe(true);
}

beforeAll(async () => {
  const { deps } = app();
  site = await makeTestSite(deps, { slug: "quoted-shop" });
  const key = { workspaceId: site.workspaceId, name: "Test", scopes: apiScopeNames };
  token = (await createApiKey(deps, site.owner, key)).token;
});

describe("the API: testimonials [consent.record]", () => {
  it("shows only what the person agreed to, and asks anew for other words", async () => {
    const made = await call("POST", "", said, { "idempotency-key": "one" });
    expect(made).toMatchObject({ status: 201, body: { state: "draft", shown: null, revision: 1 } });
    const { id } = made.body;
    const again = await call("POST", "", said, { "idempotency-key": "one" });
    expect(again.body.id).toBe(id);

    expect(await call("POST", `/${id}/consent_request`)).toMatchObject({
      status: 202,
      body: { state: "asked" },
    });
    expect(await call("POST", `/${id}/consent_request`)).toMatchObject({
      status: 409,
      body: { code: "testimonial_asked" },
    });
    await agree(id);
    const agreed = await call("GET", `/${id}`);
    expect(agreed.body).toMatchObject({ state: "agreed", shown: { words: said.words } });

    const stale = await call("PATCH", `/${id}`, { words: "Other words." }, { "if-match": made.etag });
    expect(stale.status).toBe(412);
    const changed = await call("PATCH", `/${id}`, { words: "Other words." }, { "if-match": agreed.etag });
    expect(changed.body).toMatchObject({
      state: "draft",
      words: "Other words.",
      shown: { words: said.words },
    });

    const withdrawn = await call("POST", `/${id}/withdrawal`);
    expect(withdrawn).toMatchObject({ status: 200, body: { state: "withdrawn", shown: null } });
    expect((await call("POST", `/${id}/withdrawal`)).body.revision).toBe(withdrawn.body.revision);
    expect((await call("DELETE", `/${id}`)).status).toBe(204);
    expect((await call("GET", `/${id}`)).status).toBe(404);

    const told = await app()
      .deps.db.selectFrom("outbox_events")
      .select("type")
      .where("workspace_id", "=", site.workspaceId)
      .where("type", "like", "testimonial.%")
      .orderBy("id")
      .execute();
    expect(told.map(({ type }) => type)).toEqual([
      "testimonial.agreed",
      "testimonial.withdrawn",
      "testimonial.withdrawn",
    ]);
  });

  it("are listed by cursor, and refuse what is no testimonial", async () => {
    const ids: string[] = [];
    for (const name of ["Ann", "Ben", "Cem"]) {
      ids.push((await call("POST", "", { ...said, name, site_id: null })).body.id);
    }
    const first = await call("GET", "?limit=2");
    expect(first.body.data.map(({ name }: { name: string }) => name)).toEqual(["Cem", "Ben"]);
    const rest = await call("GET", `?limit=2&cursor=${first.body.next_cursor}`);
    expect(rest.body).toMatchObject({ data: [{ name: "Ann" }], next_cursor: null });
    for (const wrong of [
      { ...said, words: "" },
      { ...said, email: "nobody" },
      { ...said, picture: "https://else.example/a.png" },
      { ...said, site_id: "site_01JD4Q0Z8N3V5K7M9P2R4T6W8Y" },
      { ...said, shown: { words: "Best" } },
      { ...said, state: "agreed" },
    ]) {
      expect((await call("POST", "", wrong)).status, JSON.stringify(wrong)).toBe(422);
    }
  });

  it("writes to fifty people a day at most", async () => {
    const { deps } = app();
    const { id } = (await call("POST", "", said)).body;
    const row = await deps.db.selectFrom("consents").selectAll().executeTakeFirstOrThrow();
    const asked = Array.from({ length: 50 }, () => ({ ...row, id: deps.ids.next(), act: "requested" }));
    await deps.db.insertInto("consents").values(asked).execute();
    expect(await call("POST", `/${id}/consent_request`)).toMatchObject({
      status: 429,
      body: { code: "too_many_letters" },
    });
  });
});
