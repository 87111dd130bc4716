import { readHostedForm } from "../../app/testing/crash/lead-load";
import { loadServer, type Stage, settle, siteHost, timesOf, warmUpSeconds } from "./stage";
import { bareInserts, countTables, growth } from "./stored-rows";
import { luaText } from "./wrk";

const target = 3000;
const p99Target = 50;

/** Form submissions of distinct persons, answered when durable, against bare inserts of the rows they became. */
export async function benchLeads(stage: Stage): Promise<void> {
  const { database, server, workspace } = stage;
  const form = await readHostedForm(server.port, workspace.slug);
  const hidden = new URLSearchParams(form.hidden).toString();
  const load = (people: string, seconds: number) =>
    loadServer(stage, {
      url: `http://127.0.0.1:${server.port}${form.action}`,
      headers: {
        Host: siteHost(stage),
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        referer: `http://${siteHost(stage)}/?utm_source=bench`,
      },
      lua: `local hidden = ${luaText(hidden)}
-- A name of letters, as names are.
local function surname(n)
  local letters = ""
  repeat letters = string.char(97 + n % 26) .. letters; n = math.floor(n / 26) until n == 0
  return letters
end
function request()
  local n = counter()
  wrk.headers["x-forwarded-for"] = address(n)
  return wrk.format("POST", nil, nil,
    hidden .. "&name=Ada+" .. surname(n) .. "&email=visitor" .. n .. "%40${people}&consent_mail=yes")
end`,
      seconds,
    });
  await load("warm.example", warmUpSeconds);
  await settle();
  const before = await countTables(database);
  const own = await load("leads.example", stage.seconds);
  await settle();
  const grown = growth(before, await countTables(database));
  const stored = await database.count("select count(*) c from leads where email like '%@leads.example'");
  const waiting = await database.count("select count(*) c from submissions where state <> 'accepted'");
  const acknowledged = own.answers - own.refused;
  if (stored < acknowledged) stage.fail(`leads: ${acknowledged} acknowledged, ${stored} in the database`);
  if (own.refused + own.broken > 0) stage.fail(`leads: ${own.refused} refused, ${own.broken} broken`);
  if (waiting > 0) stage.fail(`leads: ${waiting} wait in quarantine`);
  const bare = await bareInserts(database, grown, stored, stage.spare);
  const rows = [...grown.values()].reduce((sum, count) => sum + count, 0) / stored;
  const byTable = [...grown].map(([table, count]) => `${table} ${(count / stored).toFixed(2)}`).join(", ");
  stage.add({
    name: "leads, durably stored",
    value: own.perSecond,
    unit: "leads/s",
    reference: { name: "bare multi-row inserts", value: bare },
    target: {
      words: `at least ${target}/s, p99 under ${p99Target} ms`,
      met: own.perSecond >= target && own.p99Ms < p99Target,
    },
    note: `${timesOf(own)}, ${acknowledged} acknowledged, ${stored} stored, ${rows.toFixed(1)} rows for each: ${byTable}`,
  });
}
