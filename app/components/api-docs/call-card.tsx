import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";

interface Field {
  name: string;
  type: string;
  required: boolean;
  words: string;
}

interface Props {
  call: {
    id: string;
    method: string;
    path: string;
    summary: string;
    words: string;
    scope: string | undefined;
    status: string;
    parameters: Field[];
    body: Field[];
    answer: Field[];
  };
}

function Fields({ title, fields, owed }: { title: string; fields: readonly Field[]; owed?: boolean }) {
  if (fields.length === 0) return null;
  return (
    <DataTable
      caption={title}
      rows={fields}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", header: title, primary: true, cell: (field) => <code>{field.name}</code> },
        { key: "type", header: "Type", cell: (field) => field.type },
        {
          key: "words",
          header: owed ? "Needed" : "",
          cell: (field) => [owed && field.required && "Needed.", field.words].filter(Boolean).join(" "),
        },
      ]}
    />
  );
}

/** One call of the API: what it takes, what it answers, which scope it needs. */
export function CallCard({ call }: Props) {
  return (
    <Card
      title={call.summary}
      aside={
        call.scope && (
          <span>
            scope <code>{call.scope}</code>
          </span>
        )
      }
    >
      <p>
        <code>
          {call.method} {call.path}
        </code>
      </p>
      {call.words && <p>{call.words}</p>}
      <Fields title="Parameters" fields={call.parameters} owed />
      <Fields title="Body" fields={call.body} owed />
      <Fields title={`Answer ${call.status}`} fields={call.answer} />
    </Card>
  );
}
