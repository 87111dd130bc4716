import { getPageReport } from "../../app/domain/analytics/get-page-report.server";
import { rollUpPage } from "../../app/domain/analytics/roll-up-page.server";
import { storedId } from "../../app/lib/ids";
import { callApi, withInstance } from "../../app/testing/crash/live-workspace";
import { copyDay, dayMs, fillViews } from "./fill-views";
import { explain, watchQueries } from "./query-plans";
import type { Stage } from "./stage";

const times = 20;
const targetMs = 200;
const zone = "UTC";
/** Of ten million views in a year this many came in the last eight days; the days before are copies of one of them. */
const freshOfMany = 8;

async function makePage(stage: Stage, path: string): Promise<string> {
  const { server, workspace } = stage;
  const made = await callApi(server, workspace, "POST", "/pages", {
    site: workspace.slug,
    path,
    title: path,
    html: "<p>Hello</p>",
  });
  const id = storedId("page", String((made as { id: string }).id));
  if (!id) throw new Error("The page was not made");
  return id;
}

const median = (took: number[]): number => took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;

async function timed(
  work: () => Promise<unknown>,
  count = times,
): Promise<{ median: number; slowest: number }> {
  const took: number[] = [];
  for (let time = 0; time < count; time += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return { median: median(took), slowest: took.at(-1) ?? 0 };
}

async function askReport(stage: Stage, pageId: string, from: number, to: number) {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return (await callApi(
    stage.server,
    stage.workspace,
    "GET",
    `/pages/page_${pageId}/report?from=${day(from)}&to=${day(to)}`,
  )) as { views: number };
}

/** The days of the report, from the views themselves by the plainest query there is. */
const plainCount = (stage: Stage, pageId: string, from: number) =>
  stage.database.query(
    `select at - at % ${dayMs} day, sum(1 - is_bot) views, count(distinct visitor_key) visitors from visits
    where workspace_id = '${stage.workspace.id}' and page_id = '${pageId}' and at >= ${from} group by at - at % ${dayMs}`,
  );

interface Size {
  words: string;
  views: number;
  mark: number;
}

async function benchSize(stage: Stage, { words, views, mark }: Size): Promise<void> {
  const { database, server, workspace } = stage;
  const pageId = await makePage(stage, `/report-${mark}`);
  const now = Date.now();
  const today = now - (now % dayMs);
  const from = today - 364 * dayMs;
  const isMany = views > 1_000_000;
  const stored = isMany ? Math.floor((views / 365) * freshOfMany) : views;
  const since = isMany ? today - (freshOfMany - 1) * dayMs : from;
  await fillViews(database, { workspaceId: workspace.id, pageId, mark, views: stored, from: since, to: now });
  const started = performance.now();
  await withInstance(server.env, (deps) => rollUpPage(deps, workspace.id, pageId, zone));
  const rolling = stored / ((performance.now() - started) / 1000);
  if (isMany) {
    const day = today - 3 * dayMs;
    for (let back = freshOfMany - 3; back <= 361; back += 1)
      await copyDay(database, { workspaceId: workspace.id, pageId, day, times: 1, back });
  }
  const plain = await timed(() => plainCount(stage, pageId, from), isMany ? 3 : 5);
  const report = await timed(() => askReport(stage, pageId, from, now));
  const told = await askReport(stage, pageId, from, now);
  if (told.views < views * 0.85) stage.fail(`reports: ${told.views} views told of ${views}`);
  stage.add({
    name: `a year's report of ${words} views`,
    value: report.median,
    unit: "ms, median",
    reference: {
      name: isMany ? `plain count of the ${stored} newest` : "plain count of the views by day",
      value: plain.median,
    },
    target: { words: `under ${targetMs} ms`, met: report.median < targetMs },
    note: `${told.views} views of people told, slowest of ${times}: ${report.slowest.toFixed(0)} ms${isMany ? "; days older than eight are copies of a counted day" : ""}`,
  });
  stage.add({ name: `  roll-up of ${stored} views`, value: rolling, unit: "views/s" });
  if (!isMany) return;
  await withInstance(server.env, async (deps) => {
    const watched = watchQueries(deps);
    await getPageReport(watched.deps, workspace.id, pageId, {
      from: new Date(from).toISOString().slice(0, 10),
    });
    console.log("  What this report asks the database:");
    for (const seen of watched.seen) {
      const table = /(?:from|FROM) [`"]?(\w+)/.exec(seen.query.sql)?.[1] ?? "";
      const plans = await explain(database, seen);
      console.log(
        `    ${table.padEnd(20)} ${String(seen.rows).padStart(5)} rows answered; ${plans.join("; ")}`,
      );
    }
    const unbounded = watched.seen.filter(
      ({ query, rows }) => /from [`"]visits/.test(query.sql) && rows > 5000,
    );
    if (unbounded.length > 0) stage.fail("reports: views that are counted already were read again");
  });
}

/** How long a page's report takes with a thousand, a hundred thousand and ten million views of one year. */
export async function benchReports(stage: Stage): Promise<void> {
  const fresh = await stage.database.count("select count(*) c from visits");
  if (fresh > 0) {
    const { pageId } = stage.workspace;
    const report = await timed(() => askReport(stage, pageId, Date.now() - 29 * dayMs, Date.now()));
    stage.add({
      name: "a page's report just after views",
      value: report.median,
      unit: "ms, median",
      target: { words: `under ${targetMs} ms`, met: report.median < targetMs },
      note: `${fresh} views, slowest of ${times}: ${report.slowest.toFixed(0)} ms`,
    });
  }
  await benchSize(stage, { words: "1 k", views: 1000, mark: 1 });
  await benchSize(stage, { words: "100 k", views: 100_000, mark: 2 });
  await benchSize(stage, { words: "10 M", views: 10_000_000, mark: 3 });
}
