import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Download, Plus, Upload } from "lucide-react";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { originWords } from "~/components/leads/lead-words";
import { MailStateBadge } from "~/components/leads/mail-state-badge";
import { BulkBar } from "~/components/ui/bulk-bar";
import { Button, buttonClass } from "~/components/ui/button";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { FilterBar, FilterSelect } from "~/components/ui/filter-bar";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { TimeText } from "~/components/ui/time-text";
import { countLeads } from "~/domain/leads/get-lead.server";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { showValue } from "~/domain/leads/show-value.server";
import { listLeads } from "~/domain/segments/list-leads.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { valueNamed } from "~/lib/named-values";
import { listLeadFilters, readLeadFilters } from "./lead-filters.server";
import { requireLeads } from "./lead-request.server";
import { mailStatesOf } from "./mail-states.server";

export const meta: MetaFunction = () => [{ title: "Leads · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, member, base } = await requireLeads(args, "lead:read");
  const query = new URL(args.request.url).searchParams;
  const { choice, isFiltered } = readLeadFilters(query);
  const cursor = storedId("lead", query.get("cursor") ?? "");
  const [{ rows, nextCursor }, filters, counts, fields] = await Promise.all([
    listLeads(deps, workspaceId, { ...choice, cursor, limit: 50 }),
    listLeadFilters(deps, workspaceId),
    countLeads(deps, workspaceId),
    listLeadFields(deps, workspaceId),
  ]);
  const column = fields.find((field) => field.name === query.get("column"));
  const mailState = await mailStatesOf(deps, workspaceId, rows);
  return {
    base,
    zone: workspace.timeZone,
    mayEdit: mayDo(member.role, "lead:edit"),
    manages: mayDo(member.role, "workspace:manage"),
    isFiltered,
    filters,
    columns: fields
      .filter((field) => field.name !== "name")
      .map(({ name, label }) => ({ value: name, label })),
    column: column && { label: column.label, isNumber: column.type === "number" },
    counts,
    nextCursor: nextCursor && publicId("lead", nextCursor),
    leads: rows.map((lead) => ({
      id: publicId("lead", lead.id),
      title: lead.name || lead.email || "Without a name",
      email: lead.name ? lead.email : "",
      mail: mailState(lead),
      origin: originWords[lead.origin],
      at: lead.lastSubmissionAt ?? lead.createdAt,
      field: column ? showValue(column, valueNamed(lead.fields, column.name) ?? "").slice(0, 200) : "",
    })),
  };
}

const consentChoices = [
  { value: "granted", label: "Agreed to mail" },
  { value: "pending", label: "Not confirmed" },
  { value: "withdrawn", label: "Withdrawn" },
  { value: "none", label: "No consent" },
];
const timeChoices = [
  { value: "1", label: "Last 24 hours" },
  { value: "7", label: "Last 7 days" },
  { value: "30", label: "Last 30 days" },
  { value: "365", label: "Last year" },
];

export default function Leads() {
  const { base, manages, zone, mayEdit, leads, nextCursor, filters, columns, column, isFiltered, counts } =
    useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const erased = Number(query.get("erased"));
  const newLead = mayEdit && (
    <LinkButton tone="primary" to={`${base}/new`} icon={<Plus className="icon" aria-hidden="true" />}>
      New lead
    </LinkButton>
  );
  const importLink = mayEdit && (
    <LinkButton to={`${base}/imports/new`} icon={<Upload className="icon" aria-hidden="true" />}>
      Import
    </LinkButton>
  );
  const search = new URLSearchParams(query);
  for (const name of ["cursor", "erased"]) search.delete(name);
  return (
    <Stack gap={4}>
      <PageHeader
        title="Leads"
        actions={
          <>
            {importLink}
            {newLead}
          </>
        }
      />
      <LeadTabs base={base} held={counts.held} manages={manages} />
      {erased > 0 && (
        <Notice tone="good" live="polite">
          {erased === 1 ? "One lead was erased." : `${formatCount(erased)} leads were erased.`}
        </Notice>
      )}
      {(leads.length > 0 || isFiltered) && (
        <FilterBar
          label="Search leads"
          end={
            mayEdit && (
              <a className={buttonClass({ small: true })} href={`${base}/export.csv?${search}`} download>
                <Download className="icon" aria-hidden="true" />
                Export
              </a>
            )
          }
        >
          <SearchField label="Search leads" placeholder="Name, address or any field" />
          <FilterSelect name="segment" label="Segment" any="Any segment" options={filters.segments} />
          <FilterSelect name="consent" label="Consent" any="Any consent" options={consentChoices} />
          <FilterSelect name="page" label="Page" any="Any page" options={filters.pages} />
          {columns.length > 0 && (
            <FilterSelect name="column" label="Column" any="No further column" options={columns} />
          )}
          <FilterSelect name="days" label="Arrived" any="Any time" options={timeChoices} />
        </FilterBar>
      )}
      {leads.length === 0 && !isFiltered && (
        <EmptyState title="Nobody has left their data yet" action={importLink || undefined}>
          Publish a page with a form: each person who sends it appears here at once. People you know already
          can be brought along in a CSV file.
        </EmptyState>
      )}
      {leads.length === 0 && isFiltered && (
        <EmptyState plain title="No lead matches">
          Try fewer words, or take a filter away.
        </EmptyState>
      )}
      {leads.length > 0 && (
        <DataTable
          caption="Leads, newest first"
          rows={leads}
          rowKey={(lead) => lead.id}
          rowTo={(lead) => `${base}/${lead.id}`}
          select={
            mayEdit ? { name: "lead", form: "bulk", label: (lead) => `Choose ${lead.title}` } : undefined
          }
          columns={[
            { key: "title", header: "Name", primary: true, cell: (lead) => lead.title },
            { key: "email", header: "Address", breaks: true, cell: (lead) => lead.email },
            { key: "mail", header: "Mail", cell: (lead) => <MailStateBadge state={lead.mail} /> },
            ...(column
              ? [
                  {
                    key: "field",
                    breaks: true,
                    header: column.label,
                    align: column.isNumber ? ("end" as const) : undefined,
                    cell: (lead: (typeof leads)[number]) => lead.field,
                  },
                ]
              : []),
            { key: "origin", header: "Origin", wideOnly: true, cell: (lead) => lead.origin },
            { key: "at", header: "Last seen", cell: (lead) => <TimeText at={lead.at} zone={zone} /> },
          ]}
        />
      )}
      {leads.length > 0 && mayEdit && (
        <form id="bulk" method="get" action={`${base}/export.csv`}>
          <BulkBar noun="leads">
            <Button type="submit" small>
              Export
            </Button>
            <Button type="submit" small tone="danger" formAction={`${base}/erase`}>
              Erase
            </Button>
          </BulkBar>
        </form>
      )}
      <Pagination
        label="Leads"
        nextCursor={nextCursor}
        summary={isFiltered ? undefined : `${formatCount(counts.leads)} leads`}
      />
    </Stack>
  );
}
