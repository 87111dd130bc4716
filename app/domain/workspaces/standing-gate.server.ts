import { holdingGate } from "../mail/gate";
import { standingAllows } from "./standing";
import { listStandings } from "./workspace-queries.server";

/** Nothing leaves from a workspace that is not in good standing, or that is gone. */
export const standingGate = holdingGate("standing", async (db, workspaceIds) => {
  const standings = await listStandings(db, [...workspaceIds]);
  const held = new Map<string, string>();
  for (const id of workspaceIds) {
    const standing = standings.get(id);
    if (!standing || !standingAllows(standing, "send")) held.set(id, `workspace_${standing ?? "gone"}`);
  }
  return held;
});
