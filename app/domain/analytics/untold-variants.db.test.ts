import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { concludeExperiment } from "../experiments/change-experiment.server";
import { createExperiment } from "../experiments/create-experiment.server";
import type { ExperimentMode } from "../experiments/experiment";
import { getExperiment, listEditions } from "../experiments/get-experiment.server";
import { createPage } from "../pages/create-page.server";
import { startExperiment } from "../publishing/run-experiment.server";
import { getPageReport } from "./get-page-report.server";
import { reportRows } from "./report-rows";

const instance = useTestInstance();
let own: TestSite;
let made = 0;

beforeAll(async () => {
  own = await makeTestSite(instance().deps);
});

/** A page with a running experiment, to each version of which ten came, and one became a lead. */
async function makeRunning(mode: ExperimentMode) {
  const { deps } = instance();
  const { workspaceId } = own;
  made += 1;
  const html = `<h1>Bread</h1><form><label>Mail <input name="email" type="email"></label><button>Send</button></form>`;
  const page = await createPage(deps, own.owner, {
    ...{ siteId: own.site.id, path: `/untold${made}`, title: "Bread", html },
  });
  const setup = { name: "Heading", mode, baseline: 5, effect: 20 };
  const { id } = await createExperiment(deps, own.owner, { workspaceId, pageId: page.id, ...setup });
  const of = { workspaceId, experimentId: id };
  await startExperiment(deps, own.owner, of);
  const [edition] = await listEditions(deps.db, workspaceId, id);
  const versions = edition?.allocation.map(({ versionId }) => versionId) ?? [];
  const day = new Date(deps.clock.now()).toISOString().slice(0, 10);
  await deps.db
    .insertInto("page_share_rollups")
    .values(
      versions.map((name) => ({
        ...{ workspace_id: workspaceId, page_id: page.id, part: "version", day, name },
        ...{ views: 12, visitors: 10, form_starts: 3, leads: 1, conversions: 1, duration_ms: 1 },
      })),
    )
    .execute();
  const report = (filter?: Parameters<typeof getPageReport>[4]) =>
    getPageReport(deps, workspaceId, page.id, {}, filter);
  return { deps, of, report, versions };
}

const cells = (report: Awaited<ReturnType<typeof getPageReport>>) =>
  [...reportRows(report)].filter(([table]) => table === "variant" || table === "version");

describe("the report of a page with a running experiment", () => {
  it("tells who came and not what they did before a fixed horizon is reached, nor when limited to a part", async () => {
    const { deps, of, report, versions } = await makeRunning("fixed");
    const before = await report();
    expect(before.variants.map(({ isUntold, visitors }) => [isUntold, visitors])).toEqual([
      [true, 10],
      [true, 10],
    ]);
    for (const [, , views, visitors, ...rest] of cells(before))
      expect([views, visitors, ...rest]).toEqual([12, 10, "", "", "", "", ""]);
    for (const filter of [
      { part: "version", name: versions[0] ?? "" },
      { part: "variant", name: before.variants[0]?.variantId ?? "" },
    ] as const) {
      const asked = await report(filter);
      expect([asked.filter, asked.totals]).toEqual([undefined, before.totals]);
    }
    const experiment = await getExperiment(deps, of.workspaceId, of.experimentId);
    await concludeExperiment(deps, experiment, 1, []);
    const after = await report({ part: "version", name: versions[0] ?? "" });
    expect(after.variants.some(({ isUntold }) => isUntold)).toBe(false);
    expect(after.totals).toMatchObject({ visitors: 10, leads: 1 });
    expect(cells(after)[0]?.slice(2, 7)).toEqual([12, 10, 3, 1, 1]);
  });

  it("tells all of a sequential one, which may be looked at any time", async () => {
    const { report } = await makeRunning("sequential");
    const { variants, versions } = await report();
    expect([...variants, ...versions].some(({ isUntold }) => isUntold)).toBe(false);
  });
});
