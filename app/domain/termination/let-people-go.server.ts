import type { Actor } from "../actor";
import type { Deps } from "../deps";
import type { RetentionChoices } from "../workspaces/retention-choices";
import { dueMoments } from "./due-people";
import { countDuePeople, type DuePeople, endDuePeople } from "./end-due-people.server";
import { mayPeopleGo, nextTold, type Told, tellOwners } from "./tell-owners.server";

const numberOf = (due: DuePeople) => due.leads + due.mail_histories;

/** Ends those of a workspace whose time is over, where its owners know of it; tells the owners of those who are next. */
export async function letPeopleGo(
  deps: Deps,
  actor: Actor,
  workspaceId: string,
  choices: RetentionChoices,
  told: Told,
): Promise<Partial<DuePeople>> {
  const now = deps.clock.now();
  const count = (at: number) => countDuePeople(deps, workspaceId, dueMoments(choices, at));
  if (told.peopleGoFrom !== undefined && told.peopleGoFrom > now) return {};
  const may = mayPeopleGo(deps.config, told, now);
  const waiting = may ? undefined : await count(now);
  if (waiting && (told.peopleGoFrom === undefined || numberOf(waiting) > 0)) {
    await tellOwners(deps, actor, { workspaceId, told, due: waiting });
    return {};
  }
  const gone = may ? await endDuePeople(deps, actor, workspaceId, dueMoments(choices, now)) : {};
  const next = nextTold(told, now);
  if (next && numberOf(await count(next.first)) > 0) {
    const { until } = next;
    await tellOwners(deps, actor, { workspaceId, told, due: await count(until), until });
  }
  return gone;
}
