import type { Deps } from "../deps";
import { type Gate, holdingGate } from "../mail/gate";
import { type Agreement, paymentStanding } from "./agreement";
import { listAgreementsOf } from "./agreement-queries.server";

/** No campaign leaves from a workspace whose payments are overdue. Pages, forms and export are not asked. */
export const paymentGate = (deps: Pick<Deps, "clock" | "config">): Gate =>
  holdingGate("payment", async (db, workspaceIds) => {
    const held = new Map<string, string>();
    if (!deps.config.billing) return held;
    const byWorkspace = new Map<string, Agreement[]>();
    for (const each of await listAgreementsOf(db, [...workspaceIds]))
      byWorkspace.set(each.workspaceId, [...(byWorkspace.get(each.workspaceId) ?? []), each]);
    const now = deps.clock.now();
    for (const [id, agreements] of byWorkspace) {
      if (paymentStanding(agreements, now).kind === "overdue") held.set(id, "payment_overdue");
    }
    return held;
  });
