import { Agent, request } from "node:http";
import { startNginx } from "./nginx";
import { loadServer, type Stage, siteHost, timesOf, warmUpSeconds } from "./stage";
import { runWrk, type WrkRun } from "./wrk";

const accept = { "accept-encoding": "gzip, deflate, br" };
const copied = new Set(["date", "connection", "keep-alive", "content-length", "content-type", "etag"]);

/** The page as it travels: compressed, with its headers. */
function fetchRaw(port: number, host: string): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    request(
      { agent: new Agent(), port, host: "127.0.0.1", path: "/", headers: { host, ...accept } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const headers: Record<string, string> = {};
          for (const [name, value] of Object.entries(answer.headers)) {
            if (!copied.has(name)) headers[name] = String(value);
          }
          resolve({ bytes: Buffer.concat(chunks), headers });
        });
      },
    )
      .on("error", reject)
      .end();
  });
}

/** The machine's own speed changes from one minute to the next: both are asked in turns, and the middle one counts. */
const turns = 3;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function middle<Result extends WrkRun>(runs: readonly Result[]): Result {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  const [first] = runs;
  if (!first) throw new Error("Nothing was measured");
  return { ...(sorted[Math.floor(runs.length / 2)] ?? first), p99Ms: median(runs.map(({ p99Ms }) => p99Ms)) };
}

/** A published page from memory, against the same bytes as a file from nginx. */
export async function benchPages(stage: Stage): Promise<void> {
  const host = siteHost(stage);
  const page = await fetchRaw(stage.server.port, host);
  const nginx = await startNginx(page);
  try {
    const target = { headers: { ...accept }, seconds: stage.seconds };
    const origin = `http://127.0.0.1:${stage.server.port}/`;
    await runWrk({ ...target, url: origin, headers: { ...accept, Host: host }, seconds: warmUpSeconds });
    const runs: { own: Awaited<ReturnType<typeof loadServer>>; reference: WrkRun }[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const seconds = Math.max(5, Math.round(stage.seconds / turns));
      runs.push({
        own: await loadServer(stage, {
          ...target,
          url: origin,
          headers: { ...accept, Host: host },
          seconds,
        }),
        reference: await runWrk({ ...target, url: `${nginx.origin}/`, seconds }),
      });
    }
    const own = middle(runs.map((run) => run.own));
    const reference = middle(runs.map((run) => run.reference));
    const ratio = median(runs.map((run) => run.own.perSecond / run.reference.perSecond));
    for (const { own: each } of runs)
      if (each.refused + each.broken > 0) stage.fail(`pages: ${each.refused} refused, ${each.broken} broken`);
    stage.add({
      name: "hosted page",
      value: own.perSecond,
      unit: "requests/s",
      reference: { name: "nginx, static file", value: reference.perSecond },
      target: {
        words: "at least 0.6 of nginx, p99 under 5 ms",
        met: ratio >= 0.6 && own.p99Ms < 5,
      },
      note: `${page.bytes.length} bytes, ${timesOf(own)}; nginx p99 ${reference.p99Ms.toFixed(1)} ms, ratio in the middle of ${turns} turns ${ratio.toFixed(2)}`,
    });
  } finally {
    await nginx.stop();
  }
}
