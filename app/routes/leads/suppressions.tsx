import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Download, Plus } from "lucide-react";
import { BarList } from "~/components/charts/bar-list";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { reasonWords, suppressionSources } from "~/components/leads/suppression-words";
import { Badge } from "~/components/ui/badge";
import { buttonClass } from "~/components/ui/button";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { FilterBar, FilterSelect } from "~/components/ui/filter-bar";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { TimeText } from "~/components/ui/time-text";
import { listTopics } from "~/domain/consent/list-topics.server";
import { findLeadsOfAddresses } from "~/domain/leads/find-leads-of-addresses.server";
import { countLeads } from "~/domain/leads/get-lead.server";
import {
  countSuppressions,
  listLatestSuppressions,
} from "~/domain/suppression/list-latest-suppressions.server";
import { noteComplaint } from "~/domain/suppression/note-complaint.server";
import { needsNoteToLift, type Suppression } from "~/domain/suppression/suppression";
import { publicId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { AsksAgain } from "./asks-again";
import { requireLeads } from "./lead-request.server";
import { Added, NothingFound } from "./suppression-notes";
import { readSuppressionFilters } from "./suppression-request.server";

export const meta: MetaFunction = () => [{ title: "Suppressions · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, base } = await requireLeads(args, "workspace:manage");
  const query = new URL(args.request.url).searchParams;
  const { typed, isPart, choice, isFiltered } = readSuppressionFilters(query);
  const cursor = query.get("cursor") ?? undefined;
  const { rows, nextCursor } = isPart
    ? { rows: [], nextCursor: undefined }
    : await listLatestSuppressions(deps, workspaceId, { ...choice, cursor, limit: 50 });
  const hashes = rows.map(({ addressHash }) => addressHash);
  const [leads, topics, counts, { held }] = await Promise.all([
    findLeadsOfAddresses(deps, workspaceId, hashes),
    listTopics(deps, workspaceId),
    countSuppressions(deps, workspaceId),
    countLeads(deps, workspaceId),
  ]);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const show = (row: Suppression) => {
    const lead = leads.get(row.addressHash);
    return {
      ...row,
      lead: lead && { title: lead.email, to: `${base}/${publicId("lead", lead.id)}` },
      asked: lead ? "" : (choice.email ?? ""),
      stops: row.topicId ? (names.get(row.topicId) ?? "A deleted topic") : "All marketing",
    };
  };
  return {
    base,
    held,
    zone: workspace.timeZone,
    ...{ typed, isPart, isFiltered, nextCursor },
    total: counts.reduce((sum, { count }) => sum + count, 0),
    counts,
    suppressions: rows.map(show),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { member, workspaceId } = await requireLeads(args, "workspace:manage");
  const form = await args.request.formData();
  return answerForm(form, async () => {
    const addressHash = String(form.get("address") ?? "");
    const note = String(form.get("note") ?? "");
    await noteComplaint(args.context.deps, member, { workspaceId, addressHash, note });
    return { done: "It is noted. The person can now lift it, by confirming a sign-up." };
  });
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["suppressions"][number];

function Who({ row }: { row: Row }) {
  if (row.lead) return <Link to={row.lead.to}>{row.lead.title}</Link>;
  if (row.asked) return row.asked;
  return (
    <>
      <span className="soft">Not among your leads</span>{" "}
      <code title={row.addressHash}>{row.addressHash.slice(0, 8)}</code>
    </>
  );
}

const stateChoices = [
  { value: "lifted", label: "Lifted by the person" },
  { value: "all", label: "Standing and lifted" },
];
const reasonChoices = Object.entries(reasonWords).map(([value, { label }]) => ({ value, label }));

export default function Suppressions() {
  const { base, held, zone, typed, isPart, isFiltered, nextCursor, total, counts, suppressions } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const [query] = useSearchParams();
  const here = `${base}/suppressions`;
  const added = query.get("added");
  const isEmpty = suppressions.length === 0;
  const search = new URLSearchParams(query);
  for (const name of ["cursor", "added", "standing"]) search.delete(name);
  const add = (
    <LinkButton tone="primary" to={`${here}/new`} icon={<Plus className="icon" aria-hidden="true" />}>
      Add addresses
    </LinkButton>
  );
  return (
    <Stack gap={4}>
      <PageHeader title="Leads" actions={add} />
      <LeadTabs base={base} held={held} manages />
      {added !== null && !answer && (
        <Added changed={Number(added)} standing={Number(query.get("standing"))} />
      )}
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {answer?.message && (
        <Notice tone="bad" live="assertive">
          {answer.message}
        </Notice>
      )}
      <p className="soft">
        No campaign reaches these addresses, whatever a form, an import or the API says. Only the person can
        lift it, by a confirmed sign-up or in the preference centre: you cannot. Addresses are kept as
        fingerprints, so that this outlives an erasure; they are shown while the person is among your leads.
      </p>
      {(total > 0 || isFiltered) && (
        <FilterBar
          label="Search suppressions"
          end={
            <a className={buttonClass({ small: true })} href={`${here}.csv?${search}`} download>
              <Download className="icon" aria-hidden="true" />
              Export
            </a>
          }
        >
          <SearchField label="Look up an address" placeholder="A whole address" />
          <FilterSelect name="reason" label="Why" any="Any reason" options={reasonChoices} />
          <FilterSelect name="state" label="State" any="Standing" options={stateChoices} />
        </FilterBar>
      )}
      {isEmpty && <NothingFound typed={typed} isPart={isPart} isFiltered={isFiltered} add={add} />}
      {!isEmpty && (
        <DataTable
          caption="Suppressions, the latest first"
          rows={suppressions}
          rowKey={(row) => `${row.addressHash}${row.topicId}`}
          columns={[
            { key: "who", header: "Address", primary: true, breaks: true, cell: (row) => <Who row={row} /> },
            {
              key: "why",
              header: "Why",
              cell: (row) => (
                <div>
                  <Badge tone={reasonWords[row.reason].tone}>{reasonWords[row.reason].label}</Badge>
                  <AfterComplaint row={row} zone={zone} state={answer} />
                </div>
              ),
            },
            { key: "stops", header: "Stops", cell: (row) => row.stops },
            {
              key: "source",
              header: "Known from",
              wideOnly: true,
              cell: (row) => suppressionSources[row.source],
            },
            {
              key: "since",
              header: "Since",
              cell: (row) => (
                <>
                  <TimeText at={row.createdAt} zone={zone} show="date" />
                  {row.liftedAt !== undefined && (
                    <p className="soft">
                      Lifted <TimeText at={row.liftedAt} zone={zone} show="date" />
                    </p>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination
        label="Suppressions"
        nextCursor={nextCursor}
        summary={isFiltered || total === 0 ? undefined : `${formatCount(total)} standing`}
      />
      {total > 0 && !isFiltered && (
        <BarList
          title="Why addresses are suppressed"
          of="Reason"
          counted="Standing"
          bars={counts.map(({ reason, count }) => ({
            label: reasonWords[reason].label,
            value: count,
            to: `${here}?reason=${reason}`,
          }))}
        />
      )}
    </Stack>
  );
}

/** The one thing that staff can add to what stands. */
function AfterComplaint({ row, zone, state }: { row: Row; zone: string; state?: FormState }) {
  if (row.liftedAt !== undefined || !needsNoteToLift(row.reason)) return null;
  if (row.notedAt === undefined) {
    const isRefused = state?.values?.address === row.addressHash;
    return <AsksAgain addressHash={row.addressHash} state={isRefused ? state : undefined} />;
  }
  return (
    <p className="soft">
      Asked again, noted <TimeText at={row.notedAt} zone={zone} show="date" />
    </p>
  );
}
