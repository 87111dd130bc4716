import { idFloor } from "~/lib/id-floor";
import { platformScope } from "~/lib/ids";
import { dataMap } from "~db/data-map";
import type { RetentionClass } from "~db/schema/define";
import type { Deps } from "../deps";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { emptyPrivacySettings } from "../workspaces/privacy-settings";
import { choicesOf, type RetentionChoices } from "../workspaces/retention-choices";
import { type AgeDeps, ageSteps } from "./age-step.server";
import { countIdleAccounts } from "./close-idle-accounts.server";
import { dueMoments } from "./due-people";
import { countDuePeople } from "./end-due-people.server";
import { ageRuleOf, periodsOf } from "./retention-period";
import { countRowsBefore } from "./table-rows-queries.server";
import { mayPeopleGo, nobodyTold, type Told } from "./tell-owners.server";
import { listOpenHolds } from "./termination-queries.server";

/** What is due, by table; `mail_histories` and `people_waiting` count people. */
export interface DueRows {
  table: string;
  retention: RetentionClass;
  rows: number;
}

const dayMs = 86_400_000;
const workspacesAtOnce = 100;

export const platformChoices: RetentionChoices = choicesOf(emptyPrivacySettings);

/**
 * What the next run would remove, or make nobody's, of one workspace under these choices; nothing is changed. People whose owners
 * were not told in time wait.
 */
export async function countDue(
  deps: AgeDeps & Pick<Deps, "config">,
  workspaceId: string,
  choices: RetentionChoices,
  told: Told,
): Promise<DueRows[]> {
  const periods = periodsOf(choices);
  const due: DueRows[] = [];
  const add = (table: string, retention: RetentionClass, rows: number) => {
    if (rows > 0) due.push({ table, retention, rows });
  };
  const people = await countDuePeople(deps, workspaceId, dueMoments(choices, deps.clock.now()));
  if (mayPeopleGo(deps.config, told, deps.clock.now())) {
    add("leads", "leads", people.leads);
    add("mail_histories", "marketing", people.mail_histories);
  } else add("people_waiting", "leads", people.leads + people.mail_histories);
  for (const { entry, count } of ageSteps) {
    const days = periods[entry.spec.retention];
    if (days === undefined) continue;
    const rows = await count(deps, workspaceId, deps.clock.now() - days * dayMs);
    add(entry.name, entry.spec.retention, rows);
  }
  return due;
}

/** Work of the whole instance that should be gone by now. */
export async function countOldWork(deps: Pick<Deps, "reader" | "clock">): Promise<DueRows[]> {
  const due: DueRows[] = [];
  const before = deps.clock.now() - (periodsOf(platformChoices).work ?? 0) * dayMs;
  const inWorkspaces = new Set(ageSteps.map(({ entry }) => entry.name));
  for (const entry of dataMap) {
    if (entry.spec.retention !== "work" || inWorkspaces.has(entry.name)) continue;
    const rule = ageRuleOf(entry.name, entry.spec.columns);
    if (!rule) continue;
    const rows = await countRowsBefore(deps.reader, entry, rule, rule.isId ? idFloor(before) : before);
    if (rows > 0) due.push({ table: entry.name, retention: "work", rows });
  }
  return due;
}

/** What a run over the whole instance would do, by table. Workspaces under a legal hold count for nothing. */
export async function countRetention(deps: AgeDeps & Deps): Promise<DueRows[]> {
  const total = new Map<string, DueRows>();
  const add = (part: readonly DueRows[]) => {
    for (const { table, retention, rows } of part) {
      total.set(table, { table, retention, rows: rows + (total.get(table)?.rows ?? 0) });
    }
  };
  for (let after = ""; ; ) {
    const found = await listAllWorkspaces(deps, { after, limit: workspacesAtOnce });
    for (const { id, privacySettings, ...told } of found) {
      if ((await listOpenHolds(deps.reader, id)).length > 0) continue;
      add(await countDue(deps, id, choicesOf(privacySettings), told));
    }
    const last = found.at(-1);
    if (!last || found.length < workspacesAtOnce) break;
    after = last.id;
  }
  add(await countDue(deps, platformScope, platformChoices, nobodyTold));
  add(await countOldWork(deps));
  const accounts = await countIdleAccounts(deps);
  if (accounts > 0) add([{ table: "accounts", retention: "account", rows: accounts }]);
  return [...total.values()];
}
