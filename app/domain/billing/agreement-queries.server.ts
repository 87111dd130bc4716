import type { Selectable } from "kysely";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Agreement } from "./agreement";

const toAgreement = (row: Selectable<Database["billing_agreements"]>): Agreement => ({
  workspaceId: row.workspace_id,
  customerId: row.customer_id,
  payerEmail: row.payer_email,
  payerName: row.payer_name,
  subscriptionId: row.subscription_id,
  priceId: row.price_id,
  planName: row.plan_name,
  amount: row.amount,
  currency: row.currency,
  every: row.every,
  status: row.status,
  ends: row.ends === 1,
  periodEnd: row.period_end ?? undefined,
  lastFour: row.last_four,
  unpaidSince: row.unpaid_since ?? undefined,
  revision: row.revision,
  createdAt: row.created_at,
});

export const insertAgreement = (
  db: Executor,
  input: { workspaceId: string; customerId: string; payerEmail: string; payerName: string; at: number },
): Promise<boolean> =>
  insertIfAbsent(db, "billing_agreements", {
    workspace_id: input.workspaceId,
    customer_id: input.customerId,
    payer_email: input.payerEmail,
    payer_name: input.payerName,
    subscription_id: "",
    price_id: "",
    plan_name: "",
    amount: 0,
    currency: "",
    every: "",
    status: "none",
    ends: 0,
    period_end: null,
    last_four: "",
    unpaid_since: null,
    revision: 0,
    created_at: input.at,
    updated_at: input.at,
  });

export async function listAgreementRows(db: Executor, workspaceId: string): Promise<Agreement[]> {
  const rows = await db
    .selectFrom("billing_agreements")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(toAgreement);
}

export async function listAgreementsOf(db: Executor, workspaceIds: readonly string[]): Promise<Agreement[]> {
  if (workspaceIds.length === 0) return [];
  const rows = await db
    .selectFrom("billing_agreements")
    .selectAll()
    .where("workspace_id", "in", [...workspaceIds])
    .execute();
  return rows.map(toAgreement);
}

/** Stripe names only its customer; the row says whose it is. */
export async function findAgreementOfCustomer(
  db: Executor,
  customerId: string,
): Promise<Agreement | undefined> {
  const row = await db
    .selectFrom("billing_agreements")
    .selectAll()
    .where("customer_id", "=", customerId)
    .executeTakeFirst();
  return row && toAgreement(row);
}

export async function listAllCustomers(
  db: Executor,
  page: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom("billing_agreements")
    .select("customer_id")
    .where("customer_id", ">", page.after)
    .orderBy("customer_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Compare-and-set: false when something else was written since `was` was read. */
export async function changeAgreement(
  db: Executor,
  was: Agreement,
  now: Agreement,
  at: number,
): Promise<boolean> {
  const updated = await db
    .updateTable("billing_agreements")
    .set({
      payer_email: now.payerEmail,
      payer_name: now.payerName,
      subscription_id: now.subscriptionId,
      price_id: now.priceId,
      plan_name: now.planName,
      amount: now.amount,
      currency: now.currency,
      every: now.every,
      status: now.status,
      ends: now.ends ? 1 : 0,
      period_end: now.periodEnd ?? null,
      last_four: now.lastFour,
      unpaid_since: now.unpaidSince ?? null,
      revision: was.revision + 1,
      updated_at: at,
    })
    .where("workspace_id", "=", was.workspaceId)
    .where("customer_id", "=", was.customerId)
    .where("revision", "=", was.revision)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}
