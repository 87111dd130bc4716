import type { Gate } from "../mail/gate";
import { type Standing, standingAllows } from "./standing";
import { listStandings } from "./workspace-queries.server";

/** Nothing leaves from a workspace that is not in good standing, or that is gone. */
export const standingGate: Gate = {
  name: "standing",
  async decide(tx, messages) {
    const standings = await listStandings(tx, [...new Set(messages.map((message) => message.workspaceId))]);
    return messages.map(({ workspaceId }) => {
      const standing: Standing | undefined = standings.get(workspaceId);
      if (standing && standingAllows(standing, "send")) return "allow";
      return { exclude: `workspace_${standing ?? "gone"}` };
    });
  },
};
