import type { Gate, GateVerdict } from "../mail/gate";
import { findLastDecision, isMarketingBlocked } from "./standing-action-queries.server";

/**
 * Lets no marketing message of a suspended workspace leave, even if its standing were wrong, and none at all after a
 * restore that forgot opt-outs.
 */
export const acceptableUseGate: Gate = {
  name: "acceptable-use",
  async decide(tx, messages) {
    if (await isMarketingBlocked(tx)) return messages.map(() => ({ exclude: "restored_without_journal" }));
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
