import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { writeInstanceFact } from "../keys/instance-fact.server";
import type { Gate } from "../mail/gate";
import { listCampaignsInState, moveCampaign } from "./campaign-queries.server";
import { prepareDeliveries } from "./prepare-deliveries.server";

const atOnce = 100;

/**
 * After a backup was put back: messages that wait in it may have left since, and whoever stopped a campaign stopped it
 * after the backup. All that are under way or scheduled are paused until a person lets them go on; how many.
 */
export async function pauseRestored(deps: Deps & { gates: readonly Gate[] }): Promise<number> {
  await writeInstanceFact(deps, "restored_at", String(deps.clock.now()));
  for (;;) {
    const preparing = await listCampaignsInState(deps.db, ["preparing"], atOnce);
    for (const { workspaceId, id: campaignId } of preparing) {
      await prepareDeliveries(deps, { workspaceId, campaignId, goOn: async () => true });
    }
    if (preparing.length < atOnce) break;
  }
  let paused = 0;
  for (;;) {
    const underWay = await listCampaignsInState(deps.db, ["scheduled", "sending"], atOnce);
    for (const { workspaceId, id, state } of underWay) {
      await deps.transact(async (tx) => {
        if (!(await moveCampaign(tx, workspaceId, id, state, { state: "paused" }))) return;
        await recordAudit(deps, tx, {
          ...{ workspaceId, actor: { kind: "system", reason: "restore" } },
          ...{ action: "campaign:pause", targetKind: "campaign", targetId: id },
        });
        paused += 1;
      });
    }
    if (underWay.length < atOnce) return paused;
  }
}
