import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { mayDo } from "../workspaces/permission";
import { decisionInput } from "./standing-action";
import { insertStandingAction } from "./standing-action-queries.server";

/** What the customer says against a suspension; operators see it beside their decision. */
export async function recordAppeal(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; reason: string },
): Promise<void> {
  const own = actor.kind === "member" && actor.workspaceId === input.workspaceId;
  const may = actor.kind === "staff" || (own && mayDo(actor.role, "workspace:manage"));
  if (!may) throw new DomainError("forbidden", "appeal_refused", "Only owners and admins may appeal.");
  const parsed = decisionInput.safeParse(input);
  if (!parsed.success) {
    throw new DomainError("invalid", "reason_missing", parsed.error.issues[0]?.message ?? "Say why.");
  }
  const { workspaceId, reason } = parsed.data;
  await deps.transact(async (tx) => {
    const workspace = await getWorkspace(tx, workspaceId);
    if (workspace.standing !== "suspended") {
      throw new DomainError("conflict", "not_suspended", "This workspace is not suspended.");
    }
    const id = deps.ids.next();
    await insertStandingAction(tx, {
      id,
      workspaceId,
      action: "appeal",
      rule: "",
      reason,
      actorId: actorId(actor),
      createdAt: deps.clock.now(),
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "workspace:appeal",
      targetKind: "workspace",
      targetId: workspaceId,
      detail: { reason },
    });
  });
}
