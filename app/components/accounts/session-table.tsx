import { Form } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { DataTable } from "~/components/ui/data-table";
import { TimeText } from "~/components/ui/time-text";

interface SessionRow {
  key: string;
  createdAt: number;
  lastSeenAt: number;
  ip: string;
  device: string;
  isThis: boolean;
}

/** Where one is signed in; addresses are kept shortened. */
export function SessionTable({ sessions }: { sessions: readonly SessionRow[] }) {
  return (
    <div className="stack">
      <DataTable
        caption="Your sessions"
        rows={sessions}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "seen",
            header: "Last seen",
            primary: true,
            cell: (row) => (
              <>
                <TimeText at={row.lastSeenAt} /> {row.isThis && <Badge tone="good">This one</Badge>}
              </>
            ),
          },
          { key: "from", header: "From", cell: (row) => row.ip || "unknown" },
          { key: "device", header: "Device", cell: (row) => row.device },
        ]}
      />
      {sessions.length > 1 && (
        <Form method="post">
          <input type="hidden" name="intent" value="sessions" />
          <Button type="submit" small>
            Sign out everywhere else
          </Button>
        </Form>
      )}
    </div>
  );
}
