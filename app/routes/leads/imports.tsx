import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Upload } from "lucide-react";
import { ImportStateBadge } from "~/components/leads/import-state-badge";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { TimeText } from "~/components/ui/time-text";
import { countLeads } from "~/domain/leads/get-lead.server";
import { listLeadImports } from "~/domain/leads/start-lead-import.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Imports · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, member, base } = await requireLeads(args, "lead:read");
  const cursor = storedId("import", new URL(args.request.url).searchParams.get("cursor") ?? "");
  const [{ rows, nextCursor }, { held }] = await Promise.all([
    listLeadImports(deps, workspaceId, { cursor, limit: 50 }),
    countLeads(deps, workspaceId),
  ]);
  return {
    base,
    held,
    zone: workspace.timeZone,
    mayEdit: mayDo(member.role, "lead:edit"),
    manages: mayDo(member.role, "workspace:manage"),
    nextCursor: nextCursor && publicId("import", nextCursor),
    imports: rows.map(({ id, file, state, created, merged, rejected, createdAt }) => ({
      id: publicId("import", id),
      file: file || "Without a name",
      state,
      created,
      merged,
      rejected,
      createdAt,
    })),
  };
}

export default function Imports() {
  const { base, manages, held, zone, mayEdit, imports, nextCursor } = useLoaderData<typeof loader>();
  const newImport = mayEdit && (
    <LinkButton
      tone="primary"
      to={`${base}/imports/new`}
      icon={<Upload className="icon" aria-hidden="true" />}
    >
      Import a file
    </LinkButton>
  );
  return (
    <Stack gap={4}>
      <PageHeader title="Leads" actions={newImport} />
      <LeadTabs base={base} held={held} manages={manages} />
      {imports.length === 0 && (
        <EmptyState title="Bring people along" action={newImport || undefined}>
          A CSV file from a spreadsheet or another system becomes leads. Who unsubscribed here before stays
          unsubscribed, whatever the file says.
        </EmptyState>
      )}
      {imports.length > 0 && (
        <DataTable
          caption="Imports, newest first"
          rows={imports}
          rowKey={(row) => row.id}
          rowTo={(row) => `${base}/imports/${row.id}`}
          columns={[
            { key: "file", header: "File", primary: true, cell: (row) => row.file },
            { key: "state", header: "State", cell: (row) => <ImportStateBadge state={row.state} /> },
            { key: "created", header: "New", align: "end", cell: (row) => formatCount(row.created) },
            { key: "merged", header: "Merged", align: "end", cell: (row) => formatCount(row.merged) },
            { key: "rejected", header: "Left out", align: "end", cell: (row) => formatCount(row.rejected) },
            { key: "at", header: "Begun", cell: (row) => <TimeText at={row.createdAt} zone={zone} /> },
          ]}
        />
      )}
      <Pagination label="Imports" nextCursor={nextCursor} />
    </Stack>
  );
}
