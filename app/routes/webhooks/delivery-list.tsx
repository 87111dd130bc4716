import { Link } from "@remix-run/react";
import { DeliveryState } from "~/components/settings/webhook-badges";
import { ActionForm } from "~/components/ui/action-form";
import { DataTable } from "~/components/ui/data-table";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";

export interface ShownDelivery {
  id: string;
  type: string;
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  /** Status or error of the last try. */
  answer: string;
  createdAt: number;
  /** Of one that waits: when it is tried next. */
  nextAt: number | undefined;
}

function SendAgain({ id, type }: Pick<ShownDelivery, "id" | "type">) {
  return (
    <ActionForm id={`retry-${id}`} withoutSummary>
      <input type="hidden" name="intent" value="retry" />
      <input type="hidden" name="delivery" value={id} />
      <SubmitButton tone="secondary" small aria-label={`Send again: ${type}`}>
        Send again
      </SubmitButton>
    </ActionForm>
  );
}

/** What was sent to an endpoint, each message to be looked at and to be sent again. */
export function DeliveryList({ rows, zone }: { rows: readonly ShownDelivery[]; zone: string }) {
  return (
    <DataTable
      caption="Messages sent to this endpoint, newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "type",
          header: "Message",
          primary: true,
          cell: ({ id, type }) => <Link to={`?message=${id}#message`}>{type}</Link>,
        },
        { key: "state", header: "State", cell: (row) => <DeliveryState state={row.state} /> },
        {
          key: "answer",
          header: "Answer",
          cell: ({ answer, nextAt }) => (
            <>
              {answer || "none yet"}
              {nextAt !== undefined && (
                <p className="soft">
                  Next try <TimeText at={nextAt} zone={zone} />
                </p>
              )}
            </>
          ),
        },
        { key: "tries", header: "Tries", align: "end", wideOnly: true, cell: (row) => row.attempts },
        {
          key: "at",
          header: "Sent",
          cell: (row) => <TimeText at={row.createdAt} zone={zone} />,
        },
        { key: "again", header: "Again", cell: (row) => <SendAgain id={row.id} type={row.type} /> },
      ]}
    />
  );
}
