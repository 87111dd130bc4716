import type { Deps } from "../deps";
import { listDueCampaigns, moveCampaign } from "./campaign-queries.server";

/** Campaigns whose time has come. */
export async function startDueCampaigns(deps: Deps): Promise<number> {
  const due = await listDueCampaigns(deps.db, deps.clock.now(), 100);
  for (const { workspace_id: workspaceId, id } of due) {
    await moveCampaign(deps.db, workspaceId, id, "scheduled", { state: "sending" });
  }
  return due.length;
}
