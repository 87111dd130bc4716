import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { suspensionInput } from "./standing-action";
import { insertStandingAction } from "./standing-action-queries.server";

/** Closes pages, links and sending of a workspace at once; false when it is suspended already. */
export async function suspendWorkspace(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; rule: string; reason: string },
): Promise<boolean> {
  requireOperator(actor);
  const parsed = suspensionInput.safeParse(input);
  if (!parsed.success) {
    const { issues } = parsed.error;
    throw new DomainError("invalid", "suspension_incomplete", issues[0]?.message ?? "Something is missing.", {
      fields: Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])),
    });
  }
  const { workspaceId, rule, reason } = parsed.data;
  return deps.transact(async (tx) => {
    const changed = await changeStanding(deps, tx, actor, { workspaceId, standing: "suspended", reason });
    if (!changed) return false;
    const id = deps.ids.next();
    const createdAt = deps.clock.now();
    await insertStandingAction(tx, {
      id,
      workspaceId,
      action: "suspend",
      rule,
      reason,
      actorId: actorId(actor),
      createdAt,
    });
    await recordEvent(deps, tx, workspaceId, "workspace.suspended", { actionId: id });
    return true;
  });
}

/** Only the platform judges a workspace: its staff, or a check that runs by itself. */
export function requireOperator(actor: Actor): void {
  if (actor.kind === "staff" || actor.kind === "system") return;
  throw new DomainError("forbidden", "operator_only", "Only an operator of this instance may do this.");
}
