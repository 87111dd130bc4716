import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { endSchedule, selectScheduleTarget } from "./schedule-queries.server";

/** Takes a plan back while it waits. */
export async function cancelSchedule(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; pageId: string; scheduleId: string },
): Promise<void> {
  const { workspaceId, pageId, scheduleId } = input;
  await deps.transact(async (tx) => {
    const plan = await selectScheduleTarget(tx, workspaceId, scheduleId);
    if (plan?.pageId !== pageId) {
      throw new DomainError("not_found", "schedule_not_found", "There is no such plan.");
    }
    if (!(await endSchedule(tx, workspaceId, scheduleId, { state: "cancelled", now: deps.clock.now() }))) {
      throw new DomainError("conflict", "schedule_ended", "This plan waits no more; nothing was changed.");
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:schedule-cancel",
      targetKind: "page",
      targetId: pageId,
    });
  });
}
