import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { requirePermission } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { isRunning } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";
import { askStripe } from "./stripe-client.server";
import { syncCustomer } from "./sync-customer.server";

/** Cancels the plan for the end of the period that is paid for, or keeps it after all. */
export async function changeRenewal(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; renews: boolean },
): Promise<void> {
  const { workspaceId, renews } = input;
  requirePermission(actor, workspaceId, "billing:manage");
  if (renews && (await getWorkspace(deps.db, workspaceId)).standing === "closing") {
    throw new DomainError(
      "conflict",
      "workspace_closing",
      "This workspace is closing, so its plan ends. Nothing was changed. Take the closing back first, then keep the plan.",
    );
  }
  const agreement = (await listAgreementRows(deps.db, workspaceId)).find(isRunning);
  if (!agreement) {
    throw new DomainError("conflict", "no_plan", "This workspace has no plan. Nothing was changed.");
  }
  await recordAudit(deps, deps.db, {
    workspaceId,
    actor,
    action: renews ? "billing:keep" : "billing:cancel",
    targetKind: "workspace",
    targetId: workspaceId,
  });
  const { subscriptionId, revision } = agreement;
  const idempotencyKey = `foyer-renewal-${subscriptionId}-${revision}-${renews}`;
  await askStripe(deps, async (stripe) => {
    const { cancel_at_period_end: atEnd } = await stripe.subscriptions.retrieve(subscriptionId);
    const change = renews && !atEnd ? { cancel_at: "" as const } : { cancel_at_period_end: !renews };
    await stripe.subscriptions.update(subscriptionId, change, { idempotencyKey });
    await syncCustomer(deps, agreement.customerId);
  });
}
