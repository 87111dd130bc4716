import { upsert } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import type { Invoice } from "./order";

export async function listInvoiceRows(db: Executor, workspaceId: string, limit: number): Promise<Invoice[]> {
  const rows = await db
    .selectFrom("billing_invoices")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    number: row.number,
    status: row.status,
    amountDue: row.amount_due,
    amountPaid: row.amount_paid,
    currency: row.currency,
    url: row.url,
    pdfUrl: row.pdf_url,
    createdAt: row.created_at,
    paidAt: row.paid_at ?? undefined,
  }));
}

export async function saveInvoices(
  db: Executor,
  workspaceId: string,
  invoices: readonly Invoice[],
): Promise<void> {
  const rows = invoices.map((invoice) => ({
    workspace_id: workspaceId,
    id: invoice.id,
    customer_id: invoice.customerId,
    number: invoice.number,
    status: invoice.status,
    amount_due: invoice.amountDue,
    amount_paid: invoice.amountPaid,
    currency: invoice.currency,
    url: invoice.url,
    pdf_url: invoice.pdfUrl,
    created_at: invoice.createdAt,
    paid_at: invoice.paidAt ?? null,
    told_failed_at: null,
  }));
  const set = ["number", "status", "amount_due", "amount_paid", "url", "pdf_url", "paid_at"] as const;
  await upsert(db, "billing_invoices", rows, { key: ["workspace_id", "id"], set });
}

/** False when the payer was told already. */
export async function markToldFailed(
  db: Executor,
  workspaceId: string,
  id: string,
  at: number,
): Promise<boolean> {
  const updated = await db
    .updateTable("billing_invoices")
    .set({ told_failed_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("told_failed_at", "is", null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}
