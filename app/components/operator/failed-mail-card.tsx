import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import { TimeText } from "~/components/ui/time-text";
import type { FailedMail } from "~/domain/mail/list-failed-mail.server";

const states = {
  retried: { label: "Tried again", tone: "warn" },
  failed: { label: "Given up", tone: "bad" },
  unknown: { label: "Not known", tone: "warn" },
} as const;

/** Account letters that did not leave, with the words of whoever refused them. */
export function FailedMailCard({ failures }: { failures: readonly FailedMail[] }) {
  return (
    <Card title="What did not leave">
      {failures.length === 0 ? (
        <p className="soft">No account letter failed in the last 30 days.</p>
      ) : (
        <DataTable
          caption="Account letters that did not leave"
          rows={failures}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "kind",
              header: "Letter",
              primary: true,
              breaks: true,
              cell: (row) => (
                <>
                  {row.kind} to {row.to}
                  <p className="soft">{row.error}</p>
                </>
              ),
            },
            {
              key: "state",
              header: "State",
              cell: (row) => <Badge tone={states[row.state].tone}>{states[row.state].label}</Badge>,
            },
            { key: "tries", header: "Tries", align: "end", wideOnly: true, cell: (row) => row.attempts },
            { key: "at", header: "Next or last try", cell: (row) => <TimeText at={row.at} /> },
          ]}
        />
      )}
      <p className="soft">
        A letter is tried ten times, later each time. Messages of campaigns show their failures in the
        campaign's own report.
      </p>
    </Card>
  );
}
