import { peopleGoLetter } from "~/emails/retention-letters";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { mailReachesPeople } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { announcePeopleGo } from "../workspaces/announce-people-go.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { listMembers } from "../workspaces/list-members.server";
import type { Workspace } from "../workspaces/workspace";
import type { DuePeople } from "./end-due-people.server";

const dayMs = 86_400_000;
const toldDaysBefore = 14;
/** A letter speaks of a month, and there are no more of them than that. */
const monthDays = 30;

export type Told = Pick<Workspace, "peopleGoFrom" | "peopleToldAt">;

export const nobodyTold: Told = { peopleGoFrom: undefined, peopleToldAt: undefined };

/** The end of the time that the last letter spoke of; undefined where the owners chose the periods since. */
const spokenUntil = ({ peopleToldAt }: Told): number | undefined =>
  peopleToldAt === undefined ? undefined : peopleToldAt + (toldDaysBefore + monthDays) * dayMs;

/**
 * People go by their age only once the owners of the workspace knew of it for two weeks, or chose the periods. Where the last
 * letter is so long ago that it did not speak of those who are due now, another one comes first.
 */
export function mayPeopleGo(config: Deps["config"], told: Told, now: number): boolean {
  if (told.peopleGoFrom === undefined || told.peopleGoFrom > now) return false;
  const until = spokenUntil(told);
  return until === undefined || now <= until || !mailReachesPeople(config);
}

/**
 * Where somebody goes by `first`, in two weeks and a day, the owners are told of all who go until the end of the month after;
 * undefined while the last letter is younger than a month.
 */
export function nextTold(
  { peopleGoFrom, peopleToldAt }: Told,
  now: number,
): { first: number; until: number } | undefined {
  const last = peopleToldAt ?? peopleGoFrom;
  if (last === undefined || now < last + monthDays * dayMs) return undefined;
  return {
    first: now + (toldDaysBefore + 1) * dayMs,
    until: now + (toldDaysBefore + monthDays) * dayMs,
  };
}

/**
 * One letter to the owners about people who go by age: before the first of a workspace, and before each month in which more do.
 * `until` is the end of that month; without it people wait for two weeks from now. None while mail would reach nobody.
 */
export async function tellOwners(
  deps: Deps,
  actor: Actor,
  { workspaceId, told, due, until }: { workspaceId: string; told: Told; due: DuePeople; until?: number },
): Promise<boolean> {
  const people = due.leads + due.mail_histories;
  const workspace = people > 0 ? await findWorkspaceById(deps, workspaceId) : undefined;
  if (!workspace || !mailReachesPeople(deps.config)) return false;
  const { members } = await listMembers(deps, workspaceId);
  const owners = members.filter(({ role }) => role === "owner");
  if (owners.length === 0) return false;
  const toldAt = deps.clock.now();
  const waits = toldAt + toldDaysBefore * dayMs;
  const from = until === undefined ? waits : (told.peopleGoFrom ?? waits);
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const view = peopleGoLetter({
    workspaceName: workspace.name,
    people,
    from: dayOf(waits),
    until: until === undefined ? undefined : dayOf(until),
    url: deps.urls.app(`/w/${workspace.slug}/settings/retention`),
  });
  const known = { from: told.peopleGoFrom, toldAt: told.peopleToldAt };
  return deps.transact(async (tx) => {
    if (!(await announcePeopleGo(tx, { workspaceId, known, from, toldAt }))) return false;
    for (const { email: to } of owners) {
      await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to, view });
    }
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "retention:announce" },
      ...{ targetKind: "workspace", targetId: workspaceId, detail: { people, from, until: until ?? 0 } },
    });
    return true;
  });
}
