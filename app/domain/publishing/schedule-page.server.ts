import { instantOf } from "~/lib/wall-time";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { getPageSummary } from "../pages/get-page.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { furthestScheduleMs, type PageSchedule, type ScheduleAct } from "./page-schedule";
import { requireMayPublish } from "./require-may-publish";
import { runScheduleJob } from "./run-schedule-job";
import { cancelWaiting, insertSchedule } from "./schedule-queries.server";

function refuse(message: string): DomainError {
  return new DomainError("invalid", "schedule_refused", message, { fields: { at: message } });
}

/** The instant of a wall time that somebody chose; it has to lie ahead. */
function readTime(wallTime: string, zone: string, now: number): number {
  let at: number | undefined;
  try {
    at = instantOf(wallTime, zone);
  } catch {
    throw refuse("There is no such time zone.");
  }
  if (at === undefined) throw refuse("Choose a day and a time.");
  if (at <= now) throw refuse("This time has passed. Choose a later one.");
  if (at - now > furthestScheduleMs) throw refuse("Choose a time within the next two years.");
  return at;
}

/**
 * Publishes the page as saved then, or takes it offline, at a wall time of a zone. It takes the place of an earlier
 * plan for the same.
 */
export async function schedulePage(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; pageId: string; act: ScheduleAct; wallTime: string; timeZone?: string },
): Promise<PageSchedule> {
  const { workspaceId, pageId, act } = input;
  return deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, workspaceId);
    requireMayPublish(workspace);
    const page = await getPageSummary(deps, workspaceId, pageId, tx);
    if (page.state === "removed") {
      throw new DomainError("gone", "page_removed", "This page was removed. Restore it first.");
    }
    const now = deps.clock.now();
    const timeZone = input.timeZone || workspace.timeZone;
    const wallTime = input.wallTime.slice(0, 16);
    const schedule: PageSchedule = {
      ...{ id: deps.ids.next(), workspaceId, pageId, act, wallTime, timeZone },
      runAt: readTime(wallTime, timeZone, now),
      ...{ state: "waiting", outcome: "", createdKind: actor.kind, createdBy: actorId(actor) },
      ...{ createdAt: now, doneAt: undefined },
    };
    await cancelWaiting(tx, workspaceId, pageId, act, now);
    await insertSchedule(tx, schedule);
    const payload = { workspaceId, scheduleId: schedule.id };
    await enqueueJob(deps, tx, runScheduleJob, { workspaceId, payload, runAt: schedule.runAt });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: `page:schedule-${act}`,
      targetKind: "page",
      targetId: pageId,
      detail: { wallTime, timeZone },
    });
    return schedule;
  });
}
