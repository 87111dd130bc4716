import { Count } from "../ui/count";
import { DataTable } from "../ui/data-table";
import { retentionWord } from "./retention-words";

interface Props {
  caption: string;
  due: readonly { table: string; rows: number }[];
}

/** What a run would take away, by class of data. */
export function RetentionDue({ caption, due }: Props) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "what", header: "What goes", primary: true, cell: (row) => retentionWord(row.table) },
        { key: "rows", header: "How many", align: "end", cell: (row) => <Count value={row.rows} /> },
      ]}
      rows={due}
      rowKey={(row) => row.table}
    />
  );
}
