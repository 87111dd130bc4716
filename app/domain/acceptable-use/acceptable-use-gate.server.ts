import { holdingGate } from "../mail/gate";
import { findLastDecision, isMarketingBlocked } from "./standing-action-queries.server";

/**
 * Lets no marketing message of a suspended workspace leave, even if its standing were wrong, and none at all after a
 * restore that forgot opt-outs, until an operator answers for them.
 */
export const acceptableUseGate = holdingGate("acceptable-use", async (db, workspaceIds) => {
  if (await isMarketingBlocked(db))
    return new Map(workspaceIds.map((id) => [id, "restored_without_journal"]));
  const held = new Map<string, string>();
  for (const id of workspaceIds) {
    if ((await findLastDecision(db, id)) === "suspend") held.set(id, "suspended");
  }
  return held;
});
