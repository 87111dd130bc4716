import { Agent } from "node:http";
import { send } from "../../app/testing/crash/lead-load";
import { loadServer, type Stage, settle, siteHost, timesOf } from "./stage";

const howMany = 100_000;
const cacheMb = 384;
const memoryTargetMb = 600;
const coldTargetMs = 30;
const coldTimes = 200;

/** Copies the published page under 100,000 paths, each with bytes of its own. */
async function fillPages({ database, workspace }: Stage): Promise<void> {
  const columns = Object.keys((await database.query("select * from page_versions limit 1"))[0] ?? {});
  const last = "substr(concat('0000000', i), -7)";
  const changed: Record<string, string> = {
    id: `concat('01KPAGES00000000000', ${last})`,
    number: "i + 1000",
    path: "concat('/p/', i)",
    etag: `concat(substr(etag, 1, 12), ${last})`,
    // Visitors are never answered from it, and without it the pages are written in half the time.
    document: "'{}'",
    html: "replace(html, '</h1>', concat(' ', i, '</h1>'))",
  };
  const picked = columns.map((name) => changed[name] ?? `v.\`${name}\``);
  const digits = Array.from({ length: 10 }, (_, digit) => `select ${digit} as d`).join(" union all ");
  const numbers = `with digits as (${digits}), numbers(i) as (
    select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 1
    from digits a, digits b, digits c, digits e, digits f)`;
  const one = `v.workspace_id = '${workspace.id}' and v.page_id = '${workspace.pageId}' and v.number = 1`;
  const names = columns.map((name) => `\`${name}\``).join(",");
  const from = database.kind === "sqlite" ? "numbers cross join page_versions v" : "numbers, page_versions v";
  await database.query(
    `insert into page_versions (${names}) ${numbers} select ${picked.join(",")} from ${from} where ${one}`,
  );
  await database.query(
    `insert into publications (workspace_id, site_id, path, page_id, page_version_id, published_at)
    select p.workspace_id, p.site_id, v.path, v.page_id, v.id, p.published_at
    from publications p, page_versions v where p.workspace_id = '${workspace.id}' and p.page_id = '${workspace.pageId}'
    and p.path = '/' and v.workspace_id = p.workspace_id and v.page_id = p.page_id and v.number > 1000`,
  );
}

const visits = (order: string) => `function request()
  local n = ${order}
  return wrk.format("GET", "/p/" .. n)
end`;

/** A hundred thousand pages from one process, asked for in turn and by chance; what the first visitor of a page waits. */
export async function benchManyPages(stage: Stage): Promise<void> {
  const { server, memory } = stage;
  await fillPages(stage);
  await server.stop();
  await server.restart({ PAGE_CACHE_MB: String(cacheMb) });
  memory.reset();
  const host = siteHost(stage);
  const agent = new Agent({ keepAlive: true });
  const cold: number[] = [];
  for (let n = 0; n < coldTimes; n += 1) {
    const started = performance.now();
    const { status } = await send(
      agent,
      { port: server.port, host, action: `/p/${n * 7 + 1}`, hidden: {} },
      "GET",
    );
    cold.push(performance.now() - started);
    if (status !== 200) stage.fail(`many: page ${n * 7 + 1} answered ${status}`);
  }
  agent.destroy();
  cold.sort((a, b) => a - b);
  const slowest = cold[Math.floor(coldTimes * 0.99)] ?? 0;
  stage.add({
    name: "a page nobody asked for yet",
    value: cold[coldTimes / 2] ?? 0,
    unit: "ms, median",
    target: { words: `99 of 100 under ${coldTargetMs} ms`, met: slowest < coldTargetMs },
    note: `99th of 100: ${slowest.toFixed(1)} ms`,
  });
  const target = {
    url: `http://127.0.0.1:${server.port}/`,
    headers: { Host: host, "accept-encoding": "gzip, br" },
  };
  const inTurn = await loadServer(stage, {
    ...target,
    lua: visits(`counter() % ${howMany} + 1`),
    seconds: stage.seconds * 3,
  });
  await settle();
  const byChance = await loadServer(stage, {
    ...target,
    // Most visits go to few pages.
    lua: visits(`math.floor(${howMany} * math.random() ^ 4) + 1`),
    seconds: stage.seconds,
  });
  const broken = inTurn.refused + inTurn.broken + byChance.refused + byChance.broken;
  if (broken > 0) stage.fail(`many: ${broken} answers refused or broken`);
  stage.add({
    name: "100,000 pages, in turn, mostly cold",
    value: inTurn.perSecond,
    unit: "requests/s",
    note: `${timesOf(inTurn)}, ${Math.min(inTurn.answers, howMany)} different pages`,
  });
  const most = memory.mostMb;
  stage.add({
    name: "100,000 pages, most visits to few",
    value: byChance.perSecond,
    unit: "requests/s",
    target: { words: `under ${memoryTargetMb} MB`, met: most < memoryTargetMb },
    note: `${timesOf(byChance)}, at most ${most.toFixed(0)} MB with PAGE_CACHE_MB=${cacheMb}`,
  });
  await server.stop();
  await server.restart({ PAGE_CACHE_MB: "64" });
  memory.reset();
}
