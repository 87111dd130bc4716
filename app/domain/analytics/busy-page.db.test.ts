import type { KyselyPlugin } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { createPage } from "../pages/create-page.server";
import { countByVersion } from "./count-by-version.server";
import { slotOf } from "./figures";
import { getPageReport } from "./get-page-report.server";
import { rollUpPage } from "./roll-up-page.server";
import { factsAtOnce } from "./stream-facts";

const instance = useTestInstance();
const zone = "Europe/London";
const versionId = "01KAHM2Z8N3V5K7M9P2R4T6W8Y";
/** More than a report reads one by one while it is asked for. */
const views = 2100;
let own: TestSite;
let pageId = "";
let began = 0;

async function insertInParts(
  table: "visits" | "conversions" | "submissions",
  rows: Record<string, string | number>[],
) {
  for (let from = 0; from < rows.length; from += 100)
    await instance()
      .deps.db.insertInto(table)
      .values(rows.slice(from, from + 100) as never)
      .execute();
}

const convert = (from: number, to: number) =>
  insertInParts(
    "conversions",
    Array.from({ length: to - from }, (_, index) => ({
      ...{ workspace_id: own.workspaceId, page_id: pageId, page_version_id: versionId },
      ...{ visitor_key: `visitor ${from + index}`, at: slotOf(began) },
    })),
  );

beforeAll(async () => {
  const { deps } = instance();
  own = await makeTestSite(deps);
  const page = await createPage(deps, own.owner, { siteId: own.site.id, path: "/", title: "Busy", html: "" });
  pageId = page.id;
  began = deps.clock.now();
  await insertInParts(
    "visits",
    Array.from({ length: views }, (_, index) => ({
      ...{ workspace_id: own.workspaceId, id: deps.ids.next(), page_id: pageId, page_version_id: versionId },
      ...{
        visitor_key: `visitor ${index}`,
        at: began + index,
        duration_ms: 4000,
        form_started: 1,
        is_bot: 0,
      },
      ...{ referrer_host: "", utm_source: "", utm_medium: "", utm_campaign: "", ip: "", lead_id: "" },
      ...{ browser: "Firefox", os: "Linux", device: "desktop", language: "en", time_zone: "", place: "" },
      consent: "none",
    })),
  );
  deps.clock.advance(60_000);
  await rollUpPage(deps, own.workspaceId, pageId, zone);
});

const conversions = async (care: { whole?: boolean } = {}) => {
  const { deps } = instance();
  const span = { from: began, to: deps.clock.now(), ...care };
  const { counts, isComplete } = await countByVersion(deps, own.workspaceId, pageId, span);
  return [counts.get(versionId)?.visitors, counts.get(versionId)?.conversions, isComplete];
};

describe("a page that thousands are on", () => {
  it("tells at once who became a lead, while lengths of visits follow", async () => {
    await convert(0, 30);
    const report = await getPageReport(instance().deps, own.workspaceId, pageId);
    expect(report.versions[0]).toMatchObject({ visitors: views, conversions: 30 });
    expect(report.shares.device).toMatchObject([{ name: "desktop", conversions: 30 }]);
    expect([report.grownUntil !== undefined, report.isConverted, report.totals.durationMs]).toEqual([
      true,
      true,
      0,
    ]);
    expect(await conversions()).toEqual([views, 30, true]);
  });

  it("says when it does not tell yet, and waits for all where an experiment is decided", async () => {
    await convert(30, 2050);
    expect(await conversions()).toEqual([views, 0, false]);
    expect(await conversions({ whole: true })).toEqual([views, 2050, true]);
    expect((await getPageReport(instance().deps, own.workspaceId, pageId)).isConverted).toBe(false);
    instance().deps.clock.advance(3_600_000);
    await rollUpPage(instance().deps, own.workspaceId, pageId, zone);
    expect(await conversions()).toEqual([views, 2050, true]);
    const settled = await getPageReport(instance().deps, own.workspaceId, pageId);
    expect([settled.grownUntil, settled.totals.durationMs]).toEqual([undefined, views * 4000]);
  });
});

describe("a page that sent thousands of leads and few views since it was last counted", () => {
  const leads = factsAtOnce * 2 + 100;

  /** The same dependencies, and the most rows that any query answered. */
  function watched() {
    const { deps } = instance();
    const seen = { most: 0 };
    const plugin: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        seen.most = Math.max(seen.most, result.rows.length);
        return result;
      },
    };
    return {
      seen,
      deps: { ...deps, db: deps.db.withPlugin(plugin), reader: deps.reader.withPlugin(plugin) },
    };
  }

  it("is counted a bounded number at a time, and every lead once", async () => {
    const { deps } = instance();
    const page = await createPage(deps, own.owner, {
      ...{ siteId: own.site.id, path: "/few", title: "Few views", html: "" },
    });
    const first = deps.clock.now();
    await insertInParts(
      "submissions",
      Array.from({ length: leads }, (_, index) => ({
        ...{
          workspace_id: own.workspaceId,
          id: deps.ids.next(),
          page_id: page.id,
          page_version_id: versionId,
        },
        ...{ form_id: versionId, lead_id: versionId, fields: "{}", ip: "", state: "accepted", visit_id: "" },
        ...{ source: JSON.stringify({ utm_source: "fair" }), quarantine_reason: "", held_consents: "[]" },
        // Ten in each millisecond, and one millisecond with more than are read at once.
        created_at: first + (index < factsAtOnce + 50 ? 0 : Math.floor(index / 10)),
        dedupe_key: `key ${index}`,
      })),
    );
    const toldBefore = watched();
    const report = await getPageReport(toldBefore.deps, own.workspaceId, page.id);
    deps.clock.advance(60_000);
    const counting = watched();
    await rollUpPage(counting.deps, own.workspaceId, page.id, zone);
    const counted = await getPageReport(deps, own.workspaceId, page.id);
    for (const { totals, shares } of [report, counted]) {
      expect(totals.leads).toBe(leads);
      expect(shares.source).toMatchObject([{ name: "fair", leads }]);
    }
    expect([toldBefore.seen.most, counting.seen.most]).toEqual([factsAtOnce + 50, factsAtOnce + 50]);
  });
});
