import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { createPage } from "../pages/create-page.server";
import { countLateLead } from "./count-late-lead.server";
import { slotMs } from "./figures";
import { getPageReport } from "./get-page-report.server";
import { getSitesOverview, listSparklines } from "./get-sites-overview.server";
import { recountSlots, rollUpVisits, rollUpWorkspace } from "./roll-up-visits.server";

const instance = useTestInstance();
const hour = 3_600_000;
/** The days around the change of clocks in London: 28 to 30 March 2026. */
const start = Date.parse("2026-03-28T00:00:00Z");
const end = Date.parse("2026-03-30T23:00:00Z");
let own: TestSite;
let other: TestSite;
const pages: string[] = [];

interface TestVisit {
  at: number;
  page: string;
  visitor: string;
  changes?: Record<string, string | number>;
}

let workspaceId = "";

async function insertVisits(visits: readonly TestVisit[], scope = workspaceId) {
  const { deps } = instance();
  const rows = visits.map(({ at, page, visitor, changes }) => ({
    workspace_id: scope,
    id: deps.ids.next(),
    page_id: page,
    page_version_id: "",
    visitor_key: visitor,
    at,
    duration_ms: 1000,
    referrer_host: "",
    utm_source: "",
    utm_medium: "",
    utm_campaign: "",
    browser: "Firefox",
    os: "Linux",
    device: "desktop",
    time_zone: "",
    language: "en",
    ip: "",
    is_bot: 0,
    form_started: 0,
    consent: "none",
    lead_id: "",
    ...changes,
  }));
  for (let from = 0; from < rows.length; from += 100)
    await deps.db
      .insertInto("visits")
      .values(rows.slice(from, from + 100))
      .execute();
}

async function insertSubmission(at: number, page: string, source: object, state = "accepted") {
  const { deps } = instance();
  const id = deps.ids.next();
  await deps.db
    .insertInto("submissions")
    .values({
      workspace_id: workspaceId,
      id,
      lead_id: deps.ids.next(),
      form_id: page,
      page_id: page,
      page_version_id: "",
      fields: "{}",
      source: JSON.stringify(source),
      ip: "",
      state,
      quarantine_reason: "",
      held_consents: "[]",
      dedupe_key: id,
      visit_id: "",
      created_at: at,
    })
    .execute();
  return id;
}

const rollups = () =>
  instance()
    .deps.db.selectFrom("page_rollups")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("page_id")
    .orderBy("slot")
    .execute();

const span = { from: "2026-03-28", to: "2026-03-30" };
const report = (page = pages[0] ?? "", days = span) =>
  getPageReport(instance().deps, workspaceId, page, days);

beforeAll(async () => {
  const { deps } = instance();
  deps.clock.set(end + 30 * 60_000);
  own = await makeTestSite(deps);
  other = await makeTestSite(deps);
  workspaceId = own.workspaceId;
  for (const path of ["/", "/second"]) {
    const made = await createPage(deps, own.owner, {
      siteId: own.site.id,
      path,
      title: path,
      html: "<p>Hi</p>",
    });
    pages.push(made.id);
  }
  let random = 7;
  const next = (below: number) => {
    random = (random * 48271) % 2147483647;
    return random % below;
  };
  const visits = Array.from({ length: 900 }, (): TestVisit => {
    const at = start + next(end - start);
    const day = Math.floor(at / 86_400_000);
    return {
      at,
      page: pages[next(2)] ?? "",
      visitor: `${day}-${next(60)}`,
      changes: {
        duration_ms: next(90_000),
        form_started: next(4) === 0 ? 1 : 0,
        is_bot: next(9) === 0 ? 1 : 0,
        utm_source: next(3) === 0 ? "newsletter" : "",
        referrer_host: next(2) === 0 ? "www.search.example" : "",
        utm_campaign: next(3) === 0 ? "spring" : "",
        device: next(2) === 0 ? "mobile" : "desktop",
      },
    };
  });
  await insertVisits(visits);
  await insertVisits(visits.slice(0, 50), other.workspaceId);
  for (let index = 0; index < 60; index += 1) {
    const at = start + next(end - start);
    const source = index % 2 ? { referrer: "search.example", language: "en" } : { utm_source: "newsletter" };
    await insertSubmission(at, pages[next(2)] ?? "", source, index % 10 === 0 ? "quarantined" : "accepted");
  }
});

describe("the report of a page", () => {
  it("[pages.navigational] says the same from what was recorded and from roll-ups", async () => {
    const { deps } = instance();
    const raw = await report();
    const overviewRaw = await getSitesOverview(deps, workspaceId, span);
    expect(raw.totals.views).toBeGreaterThan(300);
    expect(raw.totals.bots).toBeGreaterThan(20);
    expect(await rollups()).toEqual([]);
    await rollUpVisits(deps);
    expect((await rollups()).length).toBeGreaterThan(100);
    expect(await report()).toEqual(raw);
    expect(await getSitesOverview(deps, workspaceId, span)).toEqual(overviewRaw);
    deps.clock.advance(24 * hour);
    await rollUpVisits(deps);
    expect(await report()).toEqual(raw);
    expect(await getSitesOverview(deps, workspaceId, span)).toEqual(overviewRaw);
  });

  it("counts slots again without changing anything", async () => {
    const { deps } = instance();
    const before = await rollups();
    await recountSlots(deps, workspaceId, pages, { from: start, to: end + slotMs });
    await rollUpWorkspace(deps, workspaceId);
    expect(await rollups()).toEqual(before);
  });

  it("has the days of the workspace's zone, also when clocks change", async () => {
    const { points, unit, totals } = await report();
    expect(unit).toBe("day");
    expect(points.map((point) => new Date(point.start).toISOString())).toEqual([
      "2026-03-28T00:00:00.000Z",
      "2026-03-29T00:00:00.000Z",
      "2026-03-29T23:00:00.000Z",
    ]);
    const counted = await instance()
      .deps.db.selectFrom("visits")
      .select((e) => e.fn.countAll().as("views"))
      .where("workspace_id", "=", workspaceId)
      .where("page_id", "=", pages[0] ?? "")
      .where("is_bot", "=", 0)
      .where("at", ">=", Date.parse("2026-03-29T00:00:00Z"))
      .where("at", "<", Date.parse("2026-03-29T23:00:00Z"))
      .executeTakeFirstOrThrow();
    expect(points[1]?.views).toBe(Number(counted.views));
    expect(points.reduce((sum, point) => sum + point.leads, 0)).toBe(totals.leads);
    const short = await report(pages[0], { from: "2026-03-29", to: "2026-03-29" });
    expect(short.unit).toBe("hour");
    expect(short.points).toHaveLength(23);
    expect(short.points.reduce((sum, point) => sum + point.views, 0)).toBe(points[1]?.views);
  });

  it("tells where visitors and leads came from, the longest visits and nothing of bots", async () => {
    const { sources, campaigns, devices, totals } = await report();
    expect(sources.map((share) => share.name).sort()).toEqual([
      "Direct or unknown",
      "newsletter",
      "search.example",
    ]);
    expect(sources.reduce((sum, share) => sum + share.views, 0)).toBe(totals.views);
    expect(sources.reduce((sum, share) => sum + share.leads, 0)).toBe(totals.leads);
    expect(devices.reduce((sum, share) => sum + share.views, 0)).toBe(totals.views);
    expect(campaigns.map((share) => share.name)).toEqual(["spring"]);
    expect(totals.visitors).toBeLessThanOrEqual(180);
    expect(totals.formStarts).toBeGreaterThan(0);
  });

  it("adds a submission that is accepted after its slot was counted", async () => {
    const { deps } = instance();
    const before = await report();
    const submissionId = await insertSubmission(start + hour, pages[0] ?? "", {}, "accepted");
    await deps.transact((tx) => countLateLead(tx, { workspaceId, submissionId }));
    expect((await report()).totals.leads).toBe(before.totals.leads + 1);
    const fresh = await insertSubmission(deps.clock.now(), pages[0] ?? "", {}, "accepted");
    const now = await rollups();
    await deps.transact((tx) => countLateLead(tx, { workspaceId, submissionId: fresh }));
    expect(await rollups()).toEqual(now);
  });

  it("keeps its figures when people are erased", async () => {
    const { deps } = instance();
    const { totals } = await report();
    await deps.db.deleteFrom("submissions").where("workspace_id", "=", workspaceId).execute();
    await rollUpVisits(deps);
    expect((await report()).totals).toEqual(totals);
  });

  it("is empty, not broken, without visits, and covers thirty days when not asked otherwise", async () => {
    const { deps } = instance();
    const made = await createPage(deps, own.owner, {
      siteId: own.site.id,
      path: "/x",
      title: "x",
      html: "<p>x</p>",
    });
    const empty = await getPageReport(deps, workspaceId, made.id);
    expect(empty.points).toHaveLength(30);
    expect(empty).toMatchObject({ totals: { views: 0, visitors: 0 }, sources: [] });
    expect(await listSparklines(deps, workspaceId, [pages[0] ?? "", made.id])).toMatchObject({ size: 1 });
  });

  it("refuses pages of other workspaces and spans that make no sense", async () => {
    const { deps } = instance();
    await expect(getPageReport(deps, other.workspaceId, pages[0] ?? "", span)).rejects.toThrow(
      "page_not_found",
    );
    const odd = [
      { from: "2026-03-30", to: "2026-03-28" },
      { from: "yesterday" },
      { from: "2026-02-31" },
      { from: "2020-01-01", to: "2026-01-01" },
    ];
    for (const bad of odd)
      await expect(report(pages[0], bad as never)).rejects.toThrow("report_span_invalid");
  });
});
