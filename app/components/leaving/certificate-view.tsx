import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { DetailsList } from "~/components/ui/details-list";
import { Stack } from "~/components/ui/layout";
import { TimeText } from "~/components/ui/time-text";
import type { Certificate } from "~/domain/termination/certificate";

const day = (iso: string) => <TimeText at={Date.parse(iso)} show="date" />;
const words = (table: string) => table.replaceAll("_", " ");

/** What was deleted of a workspace, and what stays. */
export function CertificateView({ certificate }: { certificate: Certificate }) {
  const deleted = Object.entries(certificate.tables).map(([table, rows]) => ({ table, rows }));
  return (
    <Stack gap={6}>
      <DetailsList
        items={[
          { name: "Workspace", value: `${certificate.workspace.name} (${certificate.workspace.slug})` },
          { name: "Asked for", value: day(certificate.requested_at) },
          { name: "Deleted", value: day(certificate.deleted_at) },
          { name: "Rows deleted", value: formatCount(certificate.rows) },
          { name: "Also deleted", value: certificate.also_deleted.join(", ") },
          { name: "Backups", value: certificate.backups },
        ]}
      />
      <h2 className="card-title">Kept, and why</h2>
      <DataTable
        caption="Kept, and why"
        rows={certificate.kept}
        rowKey={({ table }) => table}
        columns={[
          { key: "table", header: "Kept", primary: true, cell: (row) => words(row.table) },
          { key: "why", header: "Why", cell: (row) => row.why },
          { key: "rows", header: "Rows", align: "end", cell: (row) => formatCount(row.rows) },
        ]}
      />
      <h2 className="card-title">Deleted, by table</h2>
      <DataTable
        caption="Deleted, by table"
        rows={deleted}
        rowKey={({ table }) => table}
        columns={[
          { key: "table", header: "Deleted", primary: true, cell: (row) => words(row.table) },
          { key: "rows", header: "Rows", align: "end", cell: (row) => formatCount(row.rows) },
        ]}
      />
    </Stack>
  );
}
