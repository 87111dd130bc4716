import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { requirePayment } from "../billing/require-payment.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { standingAllows, standingWords } from "../workspaces/standing";
import { moveCampaign } from "./campaign-queries.server";

/** Goes on with a campaign that was held while the workspace could not send. A person decides: it may be too late for it. */
export async function resumeDelivery(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<void> {
  await deps.transact(async (tx) => {
    const { standing } = await getWorkspace(tx, workspaceId);
    if (!standingAllows(standing, "send")) {
      throw new DomainError(
        "forbidden",
        "workspace_may_not_send",
        `${standingWords[standing].label}: the campaign stays paused.`,
      );
    }
    await requirePayment(deps, tx, workspaceId);
    if (!(await moveCampaign(tx, workspaceId, campaignId, "paused", { state: "sending" }))) {
      throw new DomainError("conflict", "campaign_not_paused", "This campaign is not paused.");
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "campaign:resume",
      targetKind: "campaign",
      targetId: campaignId,
    });
  });
}
