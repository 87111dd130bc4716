import type { AppLoadContext } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { publicId } from "~/lib/ids";
import { loader as leadScreen } from "~/routes/leads/lead";
import { loader as pageScreen } from "~/routes/pages/page";
import { buildApp } from "~/server/app.server";
import { type TestApp, useTestApp } from "../http/test-app";
import { askRoute } from "../walk/ask-route";
import { makeVictim, type Victim } from "../walk/victim";
import { acrossWorkspaces, over } from "./without";

const app = useTestApp();
let victim: Victim;
let stranger: Victim;

beforeAll(async () => {
  victim = await makeVictim(app().deps);
  stranger = await makeVictim(app().deps);
});

/** What the stranger, with the own key and session, gets to see of the victim's. */
async function seen(deps: TestApp["deps"]): Promise<string[]> {
  const found: string[] = [];
  const { ids, word, slug } = victim;
  const server = await buildApp(deps);
  for (const path of [
    `/leads/${publicId("lead", ids.lead)}`,
    `/pages/${publicId("page", ids.page)}`,
    `/campaigns/${publicId("campaign", ids.draft)}`,
  ]) {
    const headers = { host: "localhost:3000", authorization: `Bearer ${stranger.key}` };
    const answer = await server.inject({ url: `/api/v1${path}`, headers });
    if (answer.body.includes(word)) found.push(path.split("/")[1] ?? "");
  }
  await server.close();
  const context = { deps, nonce: "n", clientIp: "127.0.0.1" } as unknown as AppLoadContext;
  const cookie = stranger.people.owner.cookie;
  for (const [name, loader, at, params] of [
    ["screen of a lead", leadScreen, stranger.slug, { lead: publicId("lead", ids.lead) }],
    ["screen of a page", pageScreen, slug, { page: publicId("page", ids.page) }],
  ] as const) {
    const asked = {
      url: "http://localhost:3000/w/x",
      params: { workspace: at, ...params },
      context,
      cookie,
    };
    if ((await askRoute({ loader: loader as never }, asked)).text.includes(word)) found.push(name);
  }
  return found;
}

describe("what belongs to another workspace [account.roles] [account.apikey]", () => {
  it("is shown to no stranger", async () => {
    expect(await seen(app().deps)).toEqual([]);
  });

  it("would be shown if look-ups forgot whose rows they want", async () => {
    const everything = ["leads", "pages", "campaigns", "screen of a lead", "screen of a page"];
    expect(await seen(over(app().deps, acrossWorkspaces))).toEqual(everything);
  });
});
