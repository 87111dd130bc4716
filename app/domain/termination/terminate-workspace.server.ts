import { leavingLetter } from "~/emails/leaving-letters";
import { type Actor, actorId } from "../actor";
import { stopRenewalLater } from "../billing/end-billing.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { listMembers } from "../workspaces/list-members.server";
import { graceDays } from "./grace-period";
import { namesWorkspace, type Termination, type TerminationRequest, terminationRequest } from "./termination";
import { findOpenTermination, insertTermination, setDeleteAfter } from "./termination-queries.server";

const day = 86_400_000;

/** Begins the grace period: everything becomes read-only, pages and mail stop, and a date of deletion is set. */
export async function terminateWorkspace(
  deps: Deps,
  actor: Actor,
  given: TerminationRequest,
): Promise<Termination> {
  const input = terminationRequest.parse(given);
  const { workspaceId } = input;
  requirePermission(actor, workspaceId, "workspace:terminate");
  const { members } = await listMembers(deps, workspaceId);
  return deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, workspaceId);
    if (!namesWorkspace(input.name, workspace.name)) {
      const message = `Type the name of the workspace exactly: ${workspace.name}`;
      throw new DomainError("invalid", "name_differs", message, { fields: { name: message } });
    }
    const open = await findOpenTermination(tx, workspaceId);
    if (open) return open;
    const now = deps.clock.now();
    const termination: Termination = {
      id: deps.ids.next(),
      workspaceId,
      state: "grace",
      requestedAt: now,
      deleteAfter: now + graceDays[input.period] * day,
      cancelledAt: undefined,
    };
    await insertTermination(tx, termination, actorId(actor));
    await setDeleteAfter(tx, workspaceId, termination.deleteAfter);
    await changeStanding(deps, tx, actor, {
      workspaceId,
      standing: "closing",
      reason: input.reason,
    });
    await stopRenewalLater(deps, tx, workspaceId);
    await recordEvent(deps, tx, workspaceId, "workspace.terminated", { terminationId: termination.id });
    for (const owner of members.filter((member) => member.role === "owner")) {
      const view = leavingLetter({
        workspaceName: workspace.name,
        deleteOn: new Date(termination.deleteAfter).toISOString().slice(0, 10),
        url: deps.urls.app(`/w/${workspace.slug}/settings/leave`),
      });
      await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to: owner.email, view });
    }
    return termination;
  });
}
