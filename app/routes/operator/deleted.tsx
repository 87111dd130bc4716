import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { TimeText } from "~/components/ui/time-text";
import { listCertificates } from "~/domain/termination/find-certificate.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const certificates = await listCertificates(context.deps);
  return {
    deleted: certificates.map(({ workspace, deleted_at, rows, token }) => ({
      ...workspace,
      deleted_at,
      rows,
      token,
    })),
  };
}

export default function DeletedWorkspaces() {
  const { deleted } = useLoaderData<typeof loader>();
  if (deleted.length === 0) {
    return (
      <EmptyState title="No workspace was deleted yet" plain>
        Each deletion leaves a certificate here.
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Deleted workspaces"
      rows={deleted}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: "Name", primary: true, cell: (row) => row.name },
        { key: "slug", header: "Address", breaks: true, cell: (row) => row.slug },
        { key: "rows", header: "Rows deleted", align: "end", cell: (row) => formatCount(row.rows) },
        {
          key: "when",
          header: "Deleted",
          cell: (row) => <TimeText at={Date.parse(row.deleted_at)} show="date" />,
        },
        {
          key: "certificate",
          header: "Proof",
          cell: (row) => <Link to={`/certificates/${row.token}`}>Certificate of deletion</Link>,
        },
      ]}
    />
  );
}
