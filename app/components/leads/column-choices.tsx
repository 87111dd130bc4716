import { DataTable } from "~/components/ui/data-table";
import { type Choice, SelectField } from "~/components/ui/select-field";

export interface ColumnRow {
  heading: string;
  field: string;
  examples: readonly string[];
}

interface Props {
  columns: readonly ColumnRow[];
  /** Fields that forms of the workspace ask for. */
  known: readonly Choice[];
}

const always: readonly Choice[] = [
  { value: "email", label: "E-mail address" },
  { value: "name", label: "Name" },
  { value: "first_name", label: "First name" },
  { value: "last_name", label: "Last name" },
];

const leftOut: Choice = { value: "", label: "Left out" };

function choicesFor(column: ColumnRow, known: readonly Choice[]): readonly Choice[] {
  const taken = new Set(always.map(({ value }) => value));
  const fields = [...always, ...known.filter(({ value }) => !taken.has(value))];
  const isNew = column.field !== "" && !fields.some(({ value }) => value === column.field);
  return [
    ...fields,
    ...(isNew ? [{ value: column.field, label: `New field: ${column.field}` }] : []),
    leftOut,
  ];
}

const nameOf = ({ heading }: ColumnRow): string => heading || "Without a heading";

/** Heading, first values, and what becomes of the column: fields `column-0`, `column-1` and so on. */
export function ColumnChoices({ columns, known }: Props) {
  return (
    <DataTable
      caption="Columns of the file"
      rows={columns.map((column, index) => ({ ...column, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { key: "heading", header: "Column", primary: true, breaks: true, cell: nameOf },
        {
          key: "examples",
          header: "Such as",
          breaks: true,
          cell: ({ examples }) => <span className="soft">{examples.join(" · ") || "Nothing in it"}</span>,
        },
        {
          key: "field",
          header: "Becomes",
          cell: (column) => (
            <SelectField
              name={`column-${column.index}`}
              label={`${nameOf(column)} becomes`}
              hiddenLabel
              defaultValue={column.field}
              options={choicesFor(column, known)}
            />
          ),
        },
      ]}
    />
  );
}
