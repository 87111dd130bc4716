import { Agent, request } from "node:http";
import { startNginx } from "./nginx";
import { loadServer, type Stage, siteHost, timesOf, warmUpSeconds } from "./stage";
import { runWrk } from "./wrk";

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

/** A published page from memory, against the same bytes as a file from nginx. */
export async function benchPages(stage: Stage): Promise<void> {
  const host = siteHost(stage);
  const page = await fetchRaw(stage.server.port, host);
  const nginx = await startNginx(page);
  try {
    const target = { headers: { ...accept }, seconds: stage.seconds };
    const origin = `http://127.0.0.1:${stage.server.port}/`;
    await runWrk({ ...target, url: origin, headers: { ...accept, Host: host }, seconds: warmUpSeconds });
    const own = await loadServer(stage, { ...target, url: origin, headers: { ...accept, Host: host } });
    const reference = await runWrk({ ...target, url: `${nginx.origin}/` });
    if (own.refused + own.broken > 0) stage.fail(`pages: ${own.refused} refused, ${own.broken} broken`);
    stage.add({
      name: "hosted page",
      value: own.perSecond,
      unit: "requests/s",
      reference: { name: "nginx, static file", value: reference.perSecond },
      target: {
        words: "at least 0.6 of nginx, p99 under 5 ms",
        met: own.perSecond / reference.perSecond >= 0.6 && own.p99Ms < 5,
      },
      note: `${page.bytes.length} bytes, ${timesOf(own)}; nginx p99 ${reference.p99Ms.toFixed(1)} ms`,
    });
  } finally {
    await nginx.stop();
  }
}
