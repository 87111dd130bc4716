import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { createPage } from "../pages/create-page.server";
import { keptVisitDays } from "../tracking/visit-retention";
import { updateWorkspace } from "../workspaces/update-workspace.server";
import { countLateLead } from "./count-late-lead.server";
import { countOldVisits, forgetOldVisits } from "./forget-old-visits.server";
import { getLiveReport } from "./get-live-report.server";
import { getPageReport } from "./get-page-report.server";
import { getSitesOverview } from "./get-sites-overview.server";
import { countLateVisits, rollUpPage } from "./roll-up-page.server";
import { rollUpVisits } from "./roll-up-visits.server";
import { allPages } from "./share-part";

const instance = useTestInstance();
const hour = 3_600_000;
const anybody = sql<boolean>`1 = 1`;
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
    place: "",
    lead_id: "",
    ...changes,
  }));
  for (let from = 0; from < rows.length; from += 100)
    await deps.db
      .insertInto("visits")
      .values(rows.slice(from, from + 100))
      .execute();
}

async function rolledViews(page: string): Promise<number> {
  const rows = await instance()
    .deps.db.selectFrom("page_rollups")
    .select("views")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", page)
    .execute();
  return rows.reduce((sum, { views }) => sum + views, 0);
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

async function rolled() {
  const { db } = instance().deps;
  const of = (table: "page_rollups" | "page_share_rollups") =>
    db.selectFrom(table).selectAll().where("workspace_id", "=", workspaceId);
  const slots = await of("page_rollups")
    .orderBy("page_id")
    .orderBy("slot" as never)
    .execute();
  const shares = await of("page_share_rollups")
    .orderBy("page_id")
    .orderBy("part" as never)
    .orderBy("day" as never)
    .orderBy("name" as never)
    .execute();
  return { slots, shares };
}

/** Forgets what was counted and counts everything from what was recorded. */
async function rebuilt() {
  const { deps } = instance();
  for (const table of ["page_rollups", "page_share_rollups", "page_progress", "day_visitors"] as const)
    await deps.db.deleteFrom(table).where("workspace_id", "=", workspaceId).execute();
  await rollUpVisits(deps);
  return rolled();
}

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
    expect((await rolled()).slots).toEqual([]);
    await rollUpVisits(deps);
    expect((await rolled()).slots.length).toBeGreaterThan(100);
    expect(await report()).toEqual(raw);
    expect(await getSitesOverview(deps, workspaceId, span)).toEqual(overviewRaw);
    deps.clock.advance(24 * hour);
    await rollUpVisits(deps);
    expect(await report()).toEqual(raw);
    expect(await getSitesOverview(deps, workspaceId, span)).toEqual(overviewRaw);
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

  it("tells where visitors and leads came from, each visitor in one place, and nothing of bots", async () => {
    const { shares, totals } = await report();
    const { source, campaign, device } = shares;
    const sum = (of: readonly { views: number; visitors: number }[], what: "views" | "visitors") =>
      of.reduce((all, share) => all + share[what], 0);
    expect(source.map((share) => share.name).sort()).toEqual(["", "newsletter", "search.example"]);
    expect(sum(source, "views")).toBe(totals.views);
    expect(sum(source, "visitors")).toBe(totals.visitors);
    expect(source.reduce((all, share) => all + (share.leads ?? 0), 0)).toBe(totals.leads);
    expect(sum(device, "visitors")).toBe(totals.visitors);
    expect(device[0]?.leads).toBeUndefined();
    expect(campaign.map((share) => share.name)).toEqual(["spring"]);
    expect(totals.visitors).toBeLessThanOrEqual(180);
    expect(totals.formStarts).toBeGreaterThan(0);
  });

  it("can be limited to one trait, day by day, and then adds up to its row", async () => {
    const whole = await report();
    const { deps } = instance();
    for (const part of ["source", "device"] as const) {
      for (const row of whole.shares[part]) {
        const limited = await getPageReport(deps, workspaceId, pages[0] ?? "", span, {
          part,
          name: row.name,
        });
        expect(limited.totals).toMatchObject({ views: row.views, visitors: row.visitors, bots: 0 });
        expect(limited.unit).toBe("day");
        expect(limited.points.reduce((sum, { views }) => sum + views, 0)).toBe(row.views);
        expect(limited.shares).toEqual(whole.shares);
      }
    }
    const nobody = await getPageReport(deps, workspaceId, pages[0] ?? "", span, {
      part: "source",
      name: "' or 1=1 --",
    });
    expect(nobody.totals.views).toBe(0);
  });

  it("[stats.aggregate] shows tens and hides small groups where the workspace wants it so", async () => {
    const { deps } = instance();
    const exact = await report();
    const visits = { at: start + hour, page: pages[0] ?? "", visitor: "rare" };
    await insertVisits([{ ...visits, changes: { utm_source: "one person's own link" } }]);
    await updateWorkspace(deps, own.owner, { workspaceId, settings: { reportFigures: "rounded" } });
    await countLateVisits(deps, workspaceId, pages[0] ?? "", visits.at);
    const { totals, before, shares, points, isRounded, variants } = await report();
    const lengths = [totals, before, ...points].filter(({ views }) => views > 0);
    expect(lengths.filter(({ views, durationMs }) => (durationMs / views) % 10_000 > 0)).toEqual([]);
    expect(isRounded).toBe(true);
    expect(Math.abs(totals.views - exact.totals.views)).toBeLessThanOrEqual(6);
    expect(shares.source.map(({ name }) => name)).not.toContain("one person's own link");
    const all = [totals, ...points, ...Object.values(shares).flat(), ...variants];
    expect(all.flatMap(({ views, visitors }) => [views % 10, visitors % 10]).filter(Boolean)).toEqual([]);
    const overview = await getSitesOverview(deps, workspaceId, span);
    expect(
      overview.pages.every(({ totals: { views }, views: line }) =>
        [views, ...line].every((n) => n % 10 === 0),
      ),
    ).toBe(true);
    await updateWorkspace(deps, own.owner, { workspaceId, settings: { reportFigures: "exact" } });
    expect((await report()).totals.views).toBe(exact.totals.views + 1);
  });

  it("[stats.aggregate] shows the last half hour by tens of minutes that do not move on with it", async () => {
    const { deps } = instance();
    const made = await createPage(deps, own.owner, {
      siteId: own.site.id,
      path: "/live",
      title: "Live",
      html: "<p>x</p>",
    });
    const now = Math.ceil(deps.clock.now() / hour) * hour + hour;
    deps.clock.advance(now - deps.clock.now());
    const minute = 60_000;
    const came = [2, 3, 4, 11, 12, 13, 14, 15, 16];
    await insertVisits(
      came.flatMap((ago) =>
        ["a", "b", "c"].map((name) => ({
          at: now - ago * minute,
          page: made.id,
          visitor: `${name}${ago}`,
        })),
      ),
    );
    const live = () => getLiveReport(deps, workspaceId, made.id);
    const exact = await live();
    expect(exact.points).toHaveLength(30);
    expect(exact.points.map(({ views }) => views).filter(Boolean)).toEqual(came.map(() => 3));
    await updateWorkspace(deps, own.owner, { workspaceId, settings: { reportFigures: "rounded" } });
    const seen = new Set<string>();
    for (let past = 0; past < 10; past += 1) {
      const { points, isRounded } = await live();
      expect(isRounded).toBe(true);
      expect(points.filter(({ start }) => start % (10 * minute) > 0)).toEqual([]);
      seen.add(points.map(({ start, views }) => `${(now - start) / minute}: ${views}`).join(", "));
      deps.clock.advance(minute);
    }
    expect([...seen]).toEqual(["20: 20, 10: 10, 0: 0"]);
    await updateWorkspace(deps, own.owner, { workspaceId, settings: { reportFigures: "exact" } });
  });

  it("adds a submission that is accepted after its time was counted, once", async () => {
    const { deps } = instance();
    const before = await report();
    const submissionId = await insertSubmission(start + hour, pages[0] ?? "", {}, "accepted");
    await deps.transact((tx) => countLateLead(tx, { workspaceId, submissionId }));
    expect((await report()).totals.leads).toBe(before.totals.leads + 1);
    const fresh = await insertSubmission(deps.clock.now(), pages[0] ?? "", {}, "accepted");
    const now = await rolled();
    await deps.transact((tx) => countLateLead(tx, { workspaceId, submissionId: fresh }));
    expect(await rolled()).toEqual(now);
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
    expect(empty).toMatchObject({ totals: { views: 0, visitors: 0 }, shares: { source: [] }, versions: [] });
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

describe("roll-ups", () => {
  const minute = 60_000;
  /** Around midnight in London and in UTC, and in no zone with whole hours. */
  const begin = Date.parse("2026-04-10T18:00:00Z");
  let page = "";

  it("[pages.navigational] counted little by little are those counted anew: late views, long visits and all", async () => {
    const { deps } = instance();
    const made = await createPage(deps, own.owner, {
      siteId: own.site.id,
      path: "/little",
      title: "little",
      html: "<p>Hi</p>",
    });
    page = made.id;
    let random = 11;
    const next = (below: number) => {
      random = (random * 48271) % 2147483647;
      return random % below;
    };
    for (let step = 0; step < 40; step += 1) {
      const from = begin + step * 20 * minute;
      deps.clock.set(from + 20 * minute);
      const visit = (at: number): TestVisit => ({
        at,
        page,
        visitor: `${Math.floor(at / 86_400_000)}-${next(40)}`,
        changes: {
          form_started: 0,
          duration_ms: 0,
          is_bot: next(9) === 0 ? 1 : 0,
          device: next(2) ? "mobile" : "desktop",
          utm_source: ["", "news", "mail"][next(3)] ?? "",
          language: ["en-GB", "de", "de-AT"][next(3)] ?? "",
          consent: next(5) === 0 ? "returning" : "none",
          page_version_id: next(2) ? made.id : "",
        },
      });
      await insertVisits(Array.from({ length: 12 }, () => visit(from + next(20 * minute))));
      if (step % 4 === 0) await insertSubmission(from + next(20 * minute), page, { utm_source: "news" });
      if (step % 7 === 0) {
        await deps.db
          .insertInto("conversions")
          .values({
            workspace_id: workspaceId,
            page_version_id: made.id,
            visitor_key: `${Math.floor(from / 86_400_000)}-${next(40)}`,
            page_id: page,
            at: from - (from % (15 * minute)),
          })
          .execute();
      }
      await rollUpVisits(deps);
      if (step % 10 === 5) {
        const late = from - 40 * minute;
        await insertVisits([visit(late), visit(late + 1)]);
        await countLateVisits(deps, workspaceId, page, late);
      }
      await deps.db
        .updateTable("visits")
        .set({ duration_ms: 5000 + step * 100, form_started: step % 2 })
        .where("workspace_id", "=", workspaceId)
        .where("page_id", "=", page)
        .where("at", ">=", from)
        .where("is_bot", "=", 0)
        .execute();
      if (step % 8 !== 3) continue;
      const { points, totals, shares } = await report(page, { from: "2026-04-10", to: "2026-04-11" });
      const views = points.reduce((sum, point) => sum + point.views, 0);
      expect(views).toBe(totals.views);
      expect(shares.language.reduce((sum, share) => sum + share.visitors, 0)).toBe(totals.visitors);
      const { pages: lines } = await getSitesOverview(deps, workspaceId, {
        from: "2026-04-10",
        to: "2026-04-11",
      });
      expect(lines[0]).toMatchObject({ pageId: page, totals: { views, visitors: totals.visitors } });
    }
    const open = await report(page, { from: "2026-04-10", to: "2026-04-11" });
    deps.clock.set(begin + 48 * hour);
    await rollUpVisits(deps);
    const sealed = await rolled();
    expect(await report(page, { from: "2026-04-10", to: "2026-04-11" })).toMatchObject({
      totals: { views: open.totals.views, visitors: open.totals.visitors, leads: open.totals.leads },
    });
    expect(sealed.shares.filter(({ part }) => part === "again").length).toBeGreaterThan(0);
    expect(sealed.shares.reduce((sum, { conversions }) => sum + conversions, 0)).toBeGreaterThan(12);
    expect(await rebuilt()).toEqual(sealed);
  });

  it("are made in short steps, so that views coming in wait for none of them long", async () => {
    const { deps } = instance();
    const { id: page } = await createPage(deps, own.owner, {
      siteId: own.site.id,
      path: "/busy",
      title: "Busy",
      html: "<p>Hi</p>",
    });
    const at = deps.clock.now() - 10_000;
    await insertVisits(
      Array.from({ length: 2600 }, (_, index) => ({ at: at + index, page, visitor: `busy-${index % 900}` })),
    );
    const steps: number[] = [];
    const before = await rolledViews(page);
    await rollUpPage(deps, workspaceId, page, "Europe/London", async (tookMs) => {
      expect(tookMs).toBeGreaterThan(0);
      steps.push(await rolledViews(page));
    });
    const sizes = steps.map((views, index) => views - (steps[index - 1] ?? before));
    expect(steps.at(-1)).toBe(2600);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
    expect((await report(page, { from: "2026-04-11", to: "2026-04-13" })).totals).toMatchObject({
      views: 2600,
      visitors: 900,
    });
  });

  it("follow the workspace to another zone", async () => {
    const { deps } = instance();
    for (const timeZone of ["Asia/Kathmandu", "Europe/London"]) {
      await updateWorkspace(deps, own.owner, { workspaceId, settings: { timeZone } });
      await rollUpVisits(deps);
      const moved = await rolled();
      expect(await rebuilt()).toEqual(moved);
    }
    const { days } = { days: (await rolled()).shares.map(({ day }) => day) };
    expect(new Set(days).has("2026-04-11")).toBe(true);
  });

  it("of all pages are the sum of each", async () => {
    const sum = new Map<number, number>();
    const all = new Map<number, number>();
    for (const { page_id, slot, views } of (await rolled()).slots) {
      const to = page_id === allPages ? all : sum;
      to.set(slot, (to.get(slot) ?? 0) + views);
    }
    expect([...all].sort()).toEqual([...sum].sort());
  });

  it("keep their figures when people are erased and visits grow too old", async () => {
    const { deps } = instance();
    const before = await report(page, { from: "2026-04-10", to: "2026-04-11" });
    const earlier = await report();
    await deps.db.deleteFrom("submissions").where("workspace_id", "=", workspaceId).execute();
    await rollUpVisits(deps);
    expect(await report(page, { from: "2026-04-10", to: "2026-04-11" })).toEqual(before);
    expect(await report()).toEqual(earlier);
    const now = deps.clock.now();
    deps.clock.set(Date.parse("2026-04-10T20:00:00Z") + keptVisitDays * 24 * hour);
    const before13 = deps.clock.now() - keptVisitDays * 24 * hour;
    const old = await countOldVisits(deps, "visits", workspaceId, { before: before13, only: anybody });
    expect(old).toBeGreaterThan(0);
    expect(await forgetOldVisits(deps, "visits", workspaceId, { before: before13, only: anybody })).toBe(old);
    const left = await deps.db
      .selectFrom("visits")
      .select((e) => [e.fn.min("at").as("first"), e.fn.countAll().as("count")])
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    expect(Number(left.first)).toBeGreaterThanOrEqual(Date.parse("2026-04-10T20:00:00Z"));
    expect(Number(left.count)).toBeGreaterThan(100);
    await rollUpVisits(deps);
    expect(await report(page, { from: "2026-04-10", to: "2026-04-11" })).toEqual(before);
    expect((await report()).totals).toEqual(earlier.totals);
    deps.clock.set(now);
  });

  it("leave nothing behind that tells visitors apart once their day is over", async () => {
    const { deps } = instance();
    deps.clock.advance(72 * hour);
    await insertVisits([{ at: deps.clock.now() - 30 * hour, page, visitor: "late" }]);
    await rollUpVisits(deps);
    deps.clock.advance(48 * hour);
    await rollUpVisits(deps);
    const left = await deps.db
      .selectFrom("day_visitors")
      .select("day")
      .where("workspace_id", "=", workspaceId)
      .where("day", "<", deps.clock.now() - 72 * hour)
      .execute();
    expect(left).toEqual([]);
  });
});
