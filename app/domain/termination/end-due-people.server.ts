import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { deleteLeads } from "../leads/delete-leads.server";
import { eraseMailHistory } from "../privacy/erase-traces.server";
import type { DueMoments } from "./due-people";
import {
  findWindowEnd,
  keepDueIds,
  type LeadWindow,
  listDueIds,
  listMailHistories,
} from "./due-people-queries.server";
import { listOpenHolds } from "./termination-queries.server";

const windowSize = 2000;
/** Each is some thirty statements, and forms wait until their transaction is over. */
const peopleAtOnce = 10;

/** All leads in windows of a bounded size, so that no query and no list grows with the workspace. */
async function* windows(deps: Pick<Deps, "reader">, workspaceId: string): AsyncGenerator<LeadWindow> {
  for (let after = ""; ; ) {
    const upTo = await findWindowEnd(deps.reader, workspaceId, after, windowSize);
    if (upTo === undefined) return;
    yield { workspaceId, after, upTo };
    after = upTo;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** People who go at the next run, and those who stay while the history of their mail goes. */
export interface DuePeople {
  leads: number;
  mail_histories: number;
}

export async function countDuePeople(
  deps: Pick<Deps, "reader">,
  workspaceId: string,
  moments: DueMoments,
): Promise<DuePeople> {
  const due: DuePeople = { leads: 0, mail_histories: 0 };
  for await (const window of windows(deps, workspaceId)) {
    due.leads += (await listDueIds(deps.reader, window, moments)).length;
    due.mail_histories += (await listMailHistories(deps.reader, window, moments)).length;
  }
  return due;
}

type EndingDeps = Pick<Deps, "db" | "reader" | "transact" | "clock" | "ids" | "journal" | "keys" | "config">;

/**
 * Deletes the people whose time is over, some at a time, as if somebody had erased them: traces in other contexts follow by the
 * event. Who was heard from in between stays, and a hold that came in between stops the rest.
 */
export async function endDuePeople(
  { transact, ...others }: EndingDeps,
  actor: Actor,
  workspaceId: string,
  moments: DueMoments,
): Promise<DuePeople> {
  const deps: EndingDeps = { ...others, transact: (work) => transact(work, { isBatch: true }) };
  const ended: DuePeople = { leads: 0, mail_histories: 0 };
  for await (const window of windows(deps, workspaceId)) {
    const histories = await listMailHistories(deps.reader, window, moments);
    const due = await listDueIds(deps.reader, window, moments);
    for (let at = 0; at < due.length; at += peopleAtOnce) {
      const leadIds = due.slice(at, at + peopleAtOnce);
      ended.leads += await deleteLeads(deps, actor, {
        workspaceId,
        leadIds,
        keepQuotes: true,
        keepDue: async (tx) =>
          (await listOpenHolds(tx, workspaceId)).length > 0
            ? []
            : keepDueIds(tx, workspaceId, leadIds, moments),
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const { id: leadId, addressHash } of histories) {
      const done = await deps.transact(async (tx) => {
        if ((await listOpenHolds(tx, workspaceId)).length > 0) return 0;
        await eraseMailHistory(deps, tx, { workspaceId, leadId, addressHash });
        await recordAudit(deps, tx, {
          workspaceId,
          actor,
          action: "lead:forget-mail",
          targetKind: "lead",
          targetId: leadId,
        });
        return 1;
      });
      ended.mail_histories += done;
    }
  }
  return ended;
}
