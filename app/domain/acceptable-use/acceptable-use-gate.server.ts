import type { Gate, GateVerdict } from "../mail/gate";
import { findLastDecision } from "./standing-action-queries.server";

/** Lets no marketing message of a suspended workspace leave, even if its standing were wrong. */
export const acceptableUseGate: Gate = {
  name: "acceptable-use",
  async decide(tx, messages) {
    const suspended = new Map<string, boolean>();
    for (const { workspaceId } of messages) {
      if (suspended.has(workspaceId)) continue;
      suspended.set(workspaceId, (await findLastDecision(tx, workspaceId)) === "suspend");
    }
    return messages.map(
      (message): GateVerdict => (suspended.get(message.workspaceId) ? { exclude: "suspended" } : "allow"),
    );
  },
};
