import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import { TimeText } from "~/components/ui/time-text";
import type { Role } from "~/domain/actor";
import { roleWords } from "~/domain/workspaces/permission";

interface Props {
  invitations: readonly { id: string; email: string; role: string; expiresAt: number }[];
  timeZone: string;
}

/** Who was asked and has not come yet. */
export function InvitationList({ invitations, timeZone }: Props) {
  if (invitations.length === 0) return null;
  return (
    <Card title="Waiting invitations">
      <DataTable
        caption="Invitations that wait for an answer"
        rows={invitations}
        rowKey={(row) => row.id}
        columns={[
          { key: "email", header: "Address", primary: true, cell: (row) => row.email },
          { key: "role", header: "Role", cell: (row) => roleWords[row.role as Role].label },
          {
            key: "expires",
            header: "Works until",
            cell: (row) => <TimeText at={row.expiresAt} zone={timeZone} />,
          },
        ]}
        actions={(row) => (
          <Form method="post">
            <input type="hidden" name="intent" value="withdraw" />
            <input type="hidden" name="invitationId" value={row.id} />
            <Button type="submit" small>
              Withdraw
            </Button>
          </Form>
        )}
      />
    </Card>
  );
}
