import { Form } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { DataTable } from "~/components/ui/data-table";
import { Menu } from "~/components/ui/menu";
import { TimeText } from "~/components/ui/time-text";
import type { Role } from "~/domain/actor";
import { roleWords } from "~/domain/workspaces/permission";

export interface MemberRow {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  since: number;
  isSelf: boolean;
  mayChange: boolean;
}

interface Props {
  members: readonly MemberRow[];
  grantable: readonly Role[];
  timeZone: string;
}

export function MemberTable({ members, grantable, timeZone }: Props) {
  return (
    <DataTable
      caption="Members of the workspace"
      rows={members}
      rowKey={(row) => row.accountId}
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (row) => (
            <>
              {row.name || row.email} {row.isSelf && <Badge>You</Badge>}
            </>
          ),
        },
        { key: "email", header: "Address", cell: (row) => row.email },
        { key: "role", header: "Role", cell: (row) => roleWords[row.role].label },
        {
          key: "since",
          header: "Since",
          wideOnly: true,
          cell: (row) => <TimeText at={row.since} zone={timeZone} show="date" />,
        },
      ]}
      actions={(row) => (row.mayChange || row.isSelf) && <MemberMenu row={row} grantable={grantable} />}
    />
  );
}

function MemberMenu({ row, grantable }: { row: MemberRow; grantable: readonly Role[] }) {
  return (
    <Menu label={`Change ${row.name || row.email}`} trigger="Change">
      {row.mayChange &&
        grantable
          .filter((role) => role !== row.role)
          .map((role) => (
            <MenuForm key={role} fields={{ intent: "change-role", accountId: row.accountId, role }}>
              Make {roleWords[role].label.toLowerCase()}
            </MenuForm>
          ))}
      <MenuForm fields={{ intent: "remove", accountId: row.accountId }}>
        {row.isSelf ? "Leave the workspace" : "Take out of the workspace"}
      </MenuForm>
    </Menu>
  );
}

function MenuForm({ fields, children }: { fields: Record<string, string>; children: React.ReactNode }) {
  return (
    <Form method="post">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" tone="quiet" small className="menu-item">
        {children}
      </Button>
    </Form>
  );
}
