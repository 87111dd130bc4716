import { Form } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { DataTable } from "~/components/ui/data-table";
import { Menu } from "~/components/ui/menu";
import { Sure } from "~/components/ui/sure";
import { TimeText } from "~/components/ui/time-text";
import type { Role } from "~/domain/actor";
import { mayDo, roleWords } from "~/domain/workspaces/permission";

export interface MemberRow {
  accountId: string;
  name: string;
  email: string;
  role: Role;
  since: number;
  /** Names of the API keys they answer for. */
  keys: readonly string[];
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
        { key: "email", header: "Address", breaks: true, cell: (row) => row.email },
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
    <Menu
      label={`Change ${row.name || row.email}`}
      trigger={
        <>
          <span>Change</span>
          <ChevronDown className="icon" aria-hidden="true" />
        </>
      }
    >
      {row.mayChange &&
        grantable
          .filter((role) => role !== row.role)
          .map((role) => (
            <li key={role}>
              <MakeRole row={row} role={role} />
            </li>
          ))}
      <li>
        <Sure
          label={row.isSelf ? "Leave the workspace" : "Take out of the workspace"}
          words={[
            row.isSelf
              ? "You see nothing of it any more from now on. Only somebody who stays can invite you again."
              : `${row.name || row.email} sees nothing of it any more from now on. What they made stays.`,
            keysStop(row),
          ].join(" ")}
          look="menu-item bad"
        >
          <MemberForm fields={{ intent: "remove", accountId: row.accountId }}>
            <Button type="submit" tone="danger" small>
              {row.isSelf ? "Leave" : "Take out"}
            </Button>
          </MemberForm>
        </Sure>
      </li>
    </Menu>
  );
}

const keysStop = ({ keys, isSelf }: MemberRow): string =>
  keys.length === 0
    ? ""
    : `API keys ${isSelf ? "you answer" : "they answer"} for stop at once, and what uses them: ${keys.join(", ")}.`;

/** Asks first where keys would stop by it. */
function MakeRole({ row, role }: { row: MemberRow; role: Role }) {
  const label = `Make ${roleWords[role].label.toLowerCase()}`;
  const fields = { intent: "change-role", accountId: row.accountId, role };
  if (row.keys.length === 0 || mayDo(role, "api-key:manage")) {
    return (
      <MemberForm fields={fields}>
        <button type="submit" className="menu-item">
          {label}
        </button>
      </MemberForm>
    );
  }
  return (
    <Sure label={label} words={keysStop(row)} look="menu-item">
      <MemberForm fields={fields}>
        <Button type="submit" tone="danger" small>
          {label}
        </Button>
      </MemberForm>
    </Sure>
  );
}

function MemberForm({ fields, children }: { fields: Record<string, string>; children: React.ReactNode }) {
  return (
    <Form method="post">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
