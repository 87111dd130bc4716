import { Agent } from "node:http";
import { send } from "../../app/testing/crash/lead-load";
import { startNginx } from "./nginx";
import { atLeast, loadServer, type Stage, settle, siteHost, timesOf, warmUpSeconds } from "./stage";
import { bareInserts, countTables, growth } from "./stored-rows";
import { luaText, runWrk } from "./wrk";

const target = 15_000;

/** Page views, answered when durable, against nginx's empty GIF and against bare inserts of the rows they became. */
export async function benchBeacons(stage: Stage): Promise<void> {
  const { database, server } = stage;
  const host = siteHost(stage);
  const page = await send(new Agent(), { port: server.port, host, action: "/", hidden: {} }, "GET");
  const token = /data-page="([^"]+)"/.exec(page.body)?.[1];
  if (!token) throw new Error("The page carries no token for its views");
  const view = {
    t: token,
    r: "https://search.example/rolls",
    q: "?utm_source=bench&utm_medium=load&utm_campaign=spring",
    d: 0,
    z: "Europe/London",
    l: "en-GB",
  };
  const load = (seconds: number) =>
    loadServer(stage, {
      url: `http://127.0.0.1:${server.port}/v`,
      headers: {
        Host: host,
        "content-type": "text/plain;charset=UTF-8",
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "accept-language": "en-GB,en;q=0.7",
      },
      lua: `local rest = ${luaText(JSON.stringify(view).slice(1))}
math.randomseed(os.time())
-- As the visitor script makes them: time first, then chance.
function request()
  local n = counter()
  wrk.headers["x-forwarded-for"] = address(n)
  local id = string.format("01KAQ%05d%08d%08d", n / 40, math.random(0, 99999999), math.random(0, 99999999))
  return wrk.format("POST", nil, nil, '{"v":"' .. id .. '",' .. rest)
end`,
      seconds,
    });
  await load(warmUpSeconds);
  await settle();
  const before = await countTables(database);
  const own = await load(stage.seconds);
  await settle();
  const grown = growth(before, await countTables(database));
  const stored = grown.get("visits") ?? 0;
  const acknowledged = own.answers - own.refused;
  if (stored < acknowledged) stage.fail(`beacons: ${acknowledged} acknowledged, ${stored} in the database`);
  if (own.refused + own.broken > 0) stage.fail(`beacons: ${own.refused} refused, ${own.broken} broken`);
  const figure = {
    name: "beacons, durably stored",
    value: own.perSecond,
    unit: "views/s",
    target: atLeast(own.perSecond, target, `at least ${target}/s`),
    note: `${timesOf(own)}, ${acknowledged} acknowledged, ${stored} stored`,
  };
  stage.add({
    ...figure,
    reference: {
      name: "bare multi-row inserts",
      value: await bareInserts(database, new Map([["visits", stored]]), stored, stage.spare),
    },
  });
  const nginx = await startNginx({ bytes: Buffer.from("-"), headers: {} });
  try {
    const reference = await runWrk({ url: `${nginx.origin}/beacon`, seconds: stage.seconds });
    stage.add({
      name: "the same beside a server that stores nothing",
      value: own.perSecond,
      unit: "views/s",
      reference: { name: "nginx, empty_gif", value: reference.perSecond },
    });
  } finally {
    await nginx.stop();
  }
}
