import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { moveCampaign } from "./campaign-queries.server";
import { getCampaign } from "./get-campaign.server";
import { leaveUnknown, prepareUnknownAgain } from "./unknown-queries.server";

export interface DecideUnknown {
  workspaceId: string;
  campaignId: string;
  /** again: send once more, at the risk of a second copy. leave: do not write, and do not ask again. */
  choice: "again" | "leave";
  /** Absent: all that are undecided. */
  deliveryIds?: readonly string[];
}

/** A person's explicit word on messages of which nobody knows whether they arrived; the number of rows moved. */
export async function decideUnknown(
  deps: Deps,
  actor: Actor,
  { workspaceId, campaignId, choice, deliveryIds }: DecideUnknown,
): Promise<number> {
  return deps.transact(async (tx) => {
    const { state } = await getCampaign(deps, workspaceId, campaignId, tx);
    const rows = { workspaceId, campaignId, deliveryIds };
    if (choice === "again" && state !== "sending" && state !== "sent") {
      throw new DomainError(
        "conflict",
        "campaign_not_running",
        "This campaign was stopped or is paused, so nothing is sent again.",
      );
    }
    const moved =
      choice === "leave"
        ? await leaveUnknown(tx, rows)
        : await prepareUnknownAgain(tx, rows, deps.clock.now());
    if (choice === "again" && state === "sent" && moved > 0) {
      await moveCampaign(tx, workspaceId, campaignId, "sent", { state: "sending", finished_at: null });
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: choice === "again" ? "campaign:send-again" : "campaign:leave-unknown",
      targetKind: "campaign",
      targetId: campaignId,
      detail: { messages: moved },
    });
    return moved;
  });
}
