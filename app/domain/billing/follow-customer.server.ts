import type { Deps } from "../deps";
import { findAgreementOfCustomer } from "./agreement-queries.server";
import { stopRenewal } from "./end-billing.server";
import { syncCustomer } from "./sync-customer.server";

/** Reads a customer again, and lets no plan renew that began while its workspace closes. False for customers of others. */
export async function followCustomer(deps: Deps, customerId: string): Promise<boolean> {
  if (!(await syncCustomer(deps, customerId))) return false;
  const agreement = await findAgreementOfCustomer(deps.db, customerId);
  if (agreement) await stopRenewal(deps, agreement.workspaceId);
  return true;
}
