import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import { TimeText } from "~/components/ui/time-text";
import type { Invoice } from "~/domain/billing/order";
import { formatAmount } from "~/domain/billing/plan";

const states: Record<string, { tone: "good" | "warn" | "bad" | "neutral"; label: string }> = {
  paid: { tone: "good", label: "Paid" },
  open: { tone: "warn", label: "Not paid yet" },
  uncollectible: { tone: "bad", label: "Unpaid" },
  void: { tone: "neutral", label: "Void" },
};

function InvoiceState({ status }: { status: string }) {
  const { tone, label } = states[status] ?? { tone: "neutral" as const, label: status };
  return <Badge tone={tone}>{label}</Badge>;
}

/** Invoices, each with its page at Stripe. */
export const InvoiceTable = ({ invoices, timeZone }: { invoices: readonly Invoice[]; timeZone: string }) => (
  <Card title="Invoices">
    <DataTable
      caption="Invoices"
      rows={invoices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "number",
          header: "Number",
          primary: true,
          cell: ({ number, id, url }) =>
            url ? (
              <a href={url} rel="noreferrer">
                {number || id}
              </a>
            ) : (
              number || id
            ),
        },
        {
          key: "date",
          header: "Date",
          cell: ({ createdAt }) => <TimeText at={createdAt} zone={timeZone} show="date" />,
        },
        { key: "state", header: "State", cell: ({ status }) => <InvoiceState status={status} /> },
        {
          key: "amount",
          header: "Amount",
          align: "end",
          cell: ({ amountDue, currency }) => formatAmount(amountDue, currency),
        },
      ]}
    />
  </Card>
);
