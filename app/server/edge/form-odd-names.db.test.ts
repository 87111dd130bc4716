import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { createLead } from "~/domain/leads/create-lead.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { exportLeads } from "~/domain/segments/export-leads.server";
import { namedValues } from "~/lib/named-values";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let site: TestSite;
let action = "";
let token = "";
let callers = 0;

/** Names of what every object has, and of what a form in a browser has. */
const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "action", "elements"];

const html = `<h1>Words</h1><form><label>E-mail <input type="email" name="email" required></label>
${names.map((name) => `<label>Of ${name} <input name="${name}" maxlength="9"></label>`).join("")}<button>Send</button></form>`;

const encoded = {
  urlencoded: (pairs: [string, string][]) => ({
    type: "application/x-www-form-urlencoded",
    payload: new URLSearchParams(pairs).toString(),
  }),
  JSON: (pairs: [string, string][]) => ({
    type: "application/json",
    payload: `{${pairs.map((pair) => pair.map((one) => JSON.stringify(one)).join(":")).join(",")}}`,
  }),
  multipart: (pairs: [string, string][]) => ({
    type: "multipart/form-data; boundary=b",
    payload: `${pairs.map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--b--\r\n`,
  }),
};

async function send(kind: keyof typeof encoded, pairs: [string, string][]) {
  const { type, payload } = encoded[kind]([["_t", token], ...pairs]);
  callers += 1;
  return app().app.inject({
    method: "POST",
    url: action,
    payload,
    headers: {
      ...{ host: `${site.site.slug}.localhost`, accept: "application/json", "content-type": type },
      "x-forwarded-for": `198.51.100.${callers}`,
    },
  });
}

const fieldsOf = async (email: string) => {
  const row = await app()
    .deps.db.selectFrom("leads")
    .select(["fields", "field_sources"])
    .where("email_key", "=", email)
    .executeTakeFirstOrThrow();
  const read = (text: string) => Object.fromEntries(Object.entries(JSON.parse(text)));
  return { fields: read(row.fields), sources: Object.keys(JSON.parse(row.field_sources)).sort() };
};

const all = (value: string) => names.map((name): [string, string] => [name, value]);

beforeAll(async () => {
  const { deps } = app();
  site = await makeTestSite(deps);
  const page = await createPage(deps, site.owner, { siteId: site.site.id, path: "/", title: "Odd", html });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: page.id });
  const served = await app().app.inject({ url: "/", headers: { host: `${site.site.slug}.localhost` } });
  action = /action="(\/f\/[^"]+)"/.exec(served.body)?.[1] ?? "";
  token = /name="_t" value="([^"]+)"/.exec(served.body)?.[1] ?? "";
}, 60_000);

describe("fields with names that objects have already", () => {
  it.each(["urlencoded", "JSON", "multipart"] as const)(
    "keep their values from the form to the lead, sent as %s [leads.capture]",
    async (kind) => {
      const email = `${kind.toLowerCase()}@odd.example`;
      expect((await send(kind, [["email", email], ...all("one")])).statusCode).toBe(201);
      expect(await fieldsOf(email)).toEqual({
        fields: Object.fromEntries(all("one")),
        sources: [...names].sort(),
      });
      expect((await send(kind, [["email", email], ...all("two")])).statusCode).toBe(201);
      expect((await fieldsOf(email)).fields).toEqual(Object.fromEntries(all("two")));
    },
  );

  it("have no value where none was given", async () => {
    expect((await send("urlencoded", [["email", "none@odd.example"]])).statusCode).toBe(201);
    expect(await fieldsOf("none@odd.example")).toEqual({ fields: {}, sources: [] });
    const { deps } = app();
    const rows = await exportLeads(deps, site.owner, { workspaceId: site.workspaceId, choice: {} });
    let csv = "";
    for await (const part of rows) csv += part;
    expect(csv).not.toMatch(/\[object|native code/);
  });

  it("are named when they are wrong", async () => {
    const answer = await send("urlencoded", [["email", "wrong@odd.example"], ...all("far too long")]);
    expect(answer.statusCode).toBe(422);
    expect(Object.keys(JSON.parse(answer.body).errors).sort()).toEqual([...names].sort());
  });

  it("are refused by the API in plain words where they would be lost, and taken otherwise", async () => {
    const { deps } = app();
    const { token: key } = await createApiKey(deps, site.owner, {
      ...{ workspaceId: site.workspaceId, name: "Test", scopes: ["leads:write", "leads:read"] },
    });
    const post = (fields: Record<string, string>) =>
      app().app.inject({
        method: "POST",
        url: "/api/v1/leads",
        payload: `{"email":"api@odd.example","fields":${JSON.stringify(fields)}}`,
        headers: {
          ...{ host: "localhost:3000", authorization: `Bearer ${key}` },
          "content-type": "application/json",
        },
      });
    const refused = await post(namedValues(Object.fromEntries([["__proto__", "x"]])));
    expect([refused.statusCode, refused.json().code]).toEqual([400, "name_forbidden"]);
    const { owner, workspaceId } = site;
    const fields = namedValues(Object.fromEntries([["__proto__", "x"]]));
    await expect(
      createLead(deps, owner, { workspaceId, email: "staff@odd.example", fields }),
    ).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(/“__proto__” cannot be the name/),
    });
    const taken = await post({ constructor: "x", toString: "y" } as never);
    expect(taken.statusCode).toBe(201);
    expect(taken.json().fields).toEqual({ constructor: "x", toString: "y" });
  });
});
