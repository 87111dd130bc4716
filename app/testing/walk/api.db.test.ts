import { beforeAll, describe, expect, it } from "vitest";
import { publicId } from "~/lib/ids";
import { useTestApp } from "../http/test-app";
import { type ApiSample, apiSamples, openCalls } from "./api-samples";
import { rowsOfWorkspace } from "./rows-of-workspace";
import { serverRoutes } from "./server-routes";
import { makeVictim, type Victim } from "./victim";

const app = useTestApp();
let stranger: Victim;
let victim: Victim;

beforeAll(async () => {
  stranger = await makeVictim(app().deps, { archive: true });
  victim = await makeVictim(app().deps, { archive: true });
});

const calls = Object.keys(apiSamples).map((call) => [call, apiSamples[call] ?? {}] as const);

function idsOf({ ids, word }: Victim): Record<string, string> {
  return {
    site: publicId("site", ids.site),
    domain: `www.${word}.example`,
    redirect: publicId("redirect", ids.redirect),
    page: publicId("page", ids.page),
    lead: publicId("lead", ids.lead),
    campaign: publicId("campaign", ids.draft),
    export: publicId("export", ids.export),
    import: publicId("import", ids.import),
    endpoint: publicId("webhook", ids.endpoint),
    topic: publicId("topic", ids.topic),
    segment: publicId("segment", ids.segment),
    testimonial: publicId("testimonial", ids.testimonial),
    sender: publicId("sender", ids.sender),
    delivery: publicId("message", ids.delivery),
    schedule: publicId("schedule", ids.schedule),
    link: publicId("previewLink", ids.previewLink),
  };
}

async function ask(call: string, sample: ApiSample, of: Victim, token: string) {
  const [method = "", path = ""] = call.split(" ");
  const known = idsOf(of);
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    if (!known[name]) throw new Error(`${call} asks for :${name}, and no sample gives one`);
    return known[name];
  });
  const revision = sample.ifMatch?.(of);
  const answer = await app().app.inject({
    method: method as "GET",
    url: `/api/v1${address}${sample.search?.(of) ?? ""}`,
    headers: {
      host: "localhost:3000",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(revision === undefined ? {} : { "if-match": `"${revision}"` }),
      ...(sample.csv ? { "content-type": "text/csv" } : {}),
      ...(sample.body ? { "content-type": "application/json" } : {}),
    },
    ...(sample.csv ? { payload: sample.csv } : {}),
    ...(sample.body ? { payload: JSON.stringify(sample.body(of)) } : {}),
  });
  return { status: answer.statusCode, text: answer.body };
}

describe("the API's router", () => {
  it("has sample input for every call", () => {
    const found = serverRoutes(app().app)
      .filter(({ path }) => path.startsWith("/api/v1/"))
      .map(({ method, path }) => `${method} ${path.slice("/api/v1".length)}`)
      .filter((call) => !call.endsWith("/*"));
    expect(found.length).toBeGreaterThan(30);
    const known = [...Object.keys(apiSamples), ...Object.keys(openCalls)];
    expect(
      found.filter((call) => !known.includes(call)),
      "add sample input to api-samples.ts",
    ).toEqual([]);
    expect(
      known.filter((call) => !found.includes(call)),
      "samples of calls that are gone",
    ).toEqual([]);
  });
});

describe("a stranger at the API [account.apikey] [account.roles]", () => {
  it.each(calls)("%s", async (call, sample) => {
    const { deps } = app();
    const isRead = call.startsWith("GET");
    const target = isRead ? victim : await makeVictim(deps);
    await sample.before?.(deps, target);
    if (isRead) {
      const own = await ask(call, sample, target, target.key);
      expect(own.status, own.text).toBe(200);
    }
    const before = await rowsOfWorkspace(deps, target.workspaceId);
    const unscoped = await target.keyOf(["audit:read"]);
    const readerOnly = await target.keyOf(["sites:read"]);
    const withKeys = await rowsOfWorkspace(deps, target.workspaceId);

    expect((await ask(call, sample, target, "")).status, "without a key").toBe(401);
    expect((await ask(call, sample, target, `${target.key}x`)).status, "with a wrong key").toBe(401);
    const lacking = call === "GET /audit_entries" ? readerOnly : unscoped;
    expect((await ask(call, sample, target, lacking)).status, "without the scope").toBe(403);
    const foreign = await ask(call, sample, target, stranger.key);
    expect(foreign.text).not.toContain(target.word);
    expect(foreign.status, foreign.text).toBeLessThan(500);
    if (call.includes(":")) expect(foreign.status, "a key of another workspace").toBe(404);
    if (sample.refuses) expect(foreign.status, foreign.text).toBeGreaterThanOrEqual(400);
    expect(await rowsOfWorkspace(deps, target.workspaceId)).toEqual(withKeys);

    if (isRead) return;
    const own = await ask(call, sample, target, target.key);
    expect(own.status, own.text).toBeLessThan(300);
    expect(await rowsOfWorkspace(deps, target.workspaceId)).not.toEqual(before);
  });
});
