import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { templates } from "~builder/templates/templates";
import { ensureVerifyTools } from "../../../scripts/lib/verify-tools.mjs";
import { type LighthouseResult, runLighthouse } from "../../../scripts/verify/run-lighthouse";
import { type EdgeInstance, startEdgeInstance } from "./edge-instance";

/** What a busy machine keeps; the full marks of all templates on a quiet one are in docs/evidence. */
const least = { performance: 60, slowestLcpMs: 2500, shift: 0.05 };

let instance: EdgeInstance;
let site: TestSite;

beforeAll(async () => {
  instance = await startEdgeInstance();
  site = await makeTestSite(instance.deps, { slug: "harbour" });
});

afterAll(async () => {
  await instance?.close();
});

async function publish(path: string, id: string, part: "document" | "thanks"): Promise<string> {
  const template = templates.find((one) => one.id === id);
  const { deps } = instance;
  const page = await createPage(deps, site.owner, {
    ...{ siteId: site.site.id, path, title: template?.title ?? "" },
    description: template?.[part === "thanks" ? "thankYou" : "metaDescription"],
    document: template?.[part],
  });
  const { workspaceId, owner } = site;
  await publishPage(deps, owner, { workspaceId, pageId: page.id });
  const headers = { host: `harbour.localhost:${instance.port}` };
  const status = async () => (await instance.app.inject({ url: path, headers })).statusCode;
  await vi.waitFor(async () => expect(await status()).toBe(200), { timeout: 5000 });
  return `${instance.site("harbour")}${path}`;
}

const holds = ({ scores, lcpMs, cls }: LighthouseResult): boolean =>
  scores.performance >= least.performance && lcpMs < least.slowestLcpMs && cls < least.shift;

describe("Lighthouse on its slow phone", () => {
  it.each([
    ["a page with a form", "/", "event", "document"],
    ["a page after sending", "/thanks", "waitlist", "thanks"],
  ] as const)("gives %s, as published, full marks that no load can lower", async (_name, path, id, part) => {
    const url = await publish(path, id, part);
    const folder = ensureVerifyTools();
    let seen = await runLighthouse(folder, url);
    if (!holds(seen)) seen = await runLighthouse(folder, url);
    const { performance, ...steady } = seen.scores;
    expect(steady, seen.lost.join("\n")).toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
    expect(performance, seen.lost.join("\n")).toBeGreaterThanOrEqual(least.performance);
    expect(seen.lcpMs).toBeLessThan(least.slowestLcpMs);
    expect(seen.cls).toBeLessThan(least.shift);
    expect(seen.bytes).toBeLessThan(60_000);
  });
});
