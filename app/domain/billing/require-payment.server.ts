import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findPaymentStanding } from "./find-billing.server";

/** Before a campaign begins: refuses while payments are overdue. */
export async function requirePayment(
  deps: Pick<Deps, "clock" | "config">,
  db: Executor,
  workspaceId: string,
): Promise<void> {
  if ((await findPaymentStanding(deps, db, workspaceId)).kind !== "overdue") return;
  throw new DomainError(
    "forbidden",
    "payment_overdue",
    "A payment for this workspace is overdue: no campaign can be sent until it is paid. The draft is kept. An owner can pay in Settings, Billing.",
  );
}
