import { Agent } from "node:http";
import { rollUpPage } from "../../app/domain/analytics/roll-up-page.server";
import { chooseRetention } from "../../app/domain/workspaces/update-workspace.server";
import { readHostedForm, send } from "../../app/testing/crash/lead-load";
import { makeLiveWorkspace, makeRecipients, withInstance } from "../../app/testing/crash/live-workspace";
import { dayMs, fillViews } from "./fill-views";
import { runFoyer } from "./run-foyer";
import { type Stage, settle } from "./stage";

const people = 100_000;
const views = 1_000_000;
const month = 30.5 * dayMs;

interface Done {
  removed: Record<string, number>;
  due: unknown[];
}

/** Asks for a page, and sends a form with each tenth, until it is told to stop; how long each answer took. */
async function visit(stage: Stage, isOver: () => boolean): Promise<{ pages: number[]; leads: number[] }> {
  const { server, workspace } = stage;
  const form = await readHostedForm(server.port, workspace.slug);
  const hidden = new URLSearchParams(form.hidden).toString();
  const agent = new Agent({ keepAlive: true });
  const took = { pages: [] as number[], leads: [] as number[] };
  for (let n = 0; !isOver(); n += 1) {
    const started = performance.now();
    const isLead = n % 10 === 9;
    const asked = isLead
      ? send(agent, form, "POST", `${hidden}&name=Ada&email=visitor${n}%40meanwhile.example`, {
          "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
        })
      : send(agent, { ...form, action: "/" }, "GET");
    await asked
      .then(({ status }) => {
        if (status >= 400) stage.fail(`retention: an answer ${status} meanwhile`);
      })
      .catch((error: Error) => stage.fail(`retention: ${error.message} meanwhile`));
    took[isLead ? "leads" : "pages"].push(performance.now() - started);
    await settle(20);
  }
  agent.destroy();
  return took;
}

function inWords(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  return `p99 ${p99.toFixed(0)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`;
}

/** Half of the people of a workspace and half of its visits have become too old: they go while others come. */
export async function benchRetention(stage: Stage): Promise<void> {
  const { database, server } = stage;
  const now = Date.now();
  const workspace = await makeLiveWorkspace(server.env, "keepers");
  const { id: workspaceId, pageId } = workspace;
  await makeRecipients(server.env, workspaceId, people / 2, {
    addresses: "old.example",
    at: now - 30 * month,
  });
  await makeRecipients(server.env, workspaceId, people / 2, { addresses: "young.example" });
  const old = { from: now - 20 * month, to: now - 15 * month, storedAt: now - 15 * month };
  await fillViews(database, { workspaceId, pageId, mark: 1, views: views / 2, ...old });
  const young = { from: now - 5 * month, to: now - month, storedAt: now - month };
  await fillViews(database, { workspaceId, pageId, mark: 2, views: views / 2, ...young });
  await withInstance(server.env, async (deps) => {
    const actor = { kind: "system", reason: "set-up of a test" } as const;
    // Visits go once their days are counted for good.
    await rollUpPage(deps, workspaceId, pageId, "UTC");
    await chooseRetention(deps, actor, { workspaceId, choices: { peopleMonths: 24 } });
  });
  await settle();
  let isOver = false;
  const visited = visit(stage, () => isOver);
  const started = performance.now();
  const { answer: done, mostMb } = await runFoyer<Done>(server.env, ["retention", "run"]);
  const seconds = (performance.now() - started) / 1000;
  isOver = true;
  const took = await visited;
  const left = await database.count(`select count(*) c from leads where workspace_id = '${workspaceId}'`);
  const seen = await database.count(`select count(*) c from visits where workspace_id = '${workspaceId}'`);
  if (left !== people / 2 || seen !== views / 2 || done.due.length > 0)
    stage.fail(`retention: ${left} people and ${seen} visits left, ${JSON.stringify(done.due)} due`);
  const rows = Object.values(done.removed).reduce((sum, one) => sum + one, 0);
  stage.add({
    name: "retention: rows that are too old",
    value: rows / seconds,
    unit: "rows/s",
    note: `${people / 2} of ${people} people and ${views / 2} of ${views} visits in ${seconds.toFixed(0)} s, at most ${mostMb.toFixed(0)} MB; a page meanwhile ${inWords(took.pages)}, a form ${inWords(took.leads)}`,
  });
}
