import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Plus } from "lucide-react";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { TimeText } from "~/components/ui/time-text";
import { UndoNotice } from "~/components/ui/undo-notice";
import { countLeads } from "~/domain/leads/get-lead.server";
import { countMatchingLeads } from "~/domain/segments/list-leads.server";
import { listSegments } from "~/domain/segments/list-segments.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Segments · Foyer" }];

const countedUpTo = 10_000;
const mostCounted = 30;

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, member, base } = await requireLeads(args, "lead:read");
  const [segments, { held }] = await Promise.all([
    listSegments(deps, workspaceId),
    countLeads(deps, workspaceId),
  ]);
  const rows = [];
  for (const [index, { id, name, filter, updatedAt }] of segments.entries()) {
    const people =
      index < mostCounted
        ? await countMatchingLeads(deps, workspaceId, { filter, withAddress: true, upTo: countedUpTo })
        : undefined;
    rows.push({ id: publicId("segment", id), name, rules: filter.rules.length, updatedAt, people });
  }
  return {
    base,
    zone: workspace.timeZone,
    held,
    mayEdit: mayDo(member.role, "lead:edit"),
    manages: mayDo(member.role, "workspace:manage"),
    segments: rows,
  };
}

export default function Segments() {
  const { base, manages, zone, held, mayEdit, segments } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const removed = query.get("removed");
  const newSegment = mayEdit && (
    <LinkButton tone="primary" to="new" icon={<Plus className="icon" aria-hidden="true" />}>
      New segment
    </LinkButton>
  );
  return (
    <Stack gap={4}>
      <PageHeader title="Leads" actions={newSegment} />
      <LeadTabs base={base} held={held} manages={manages} />
      {query.has("saved") && (
        <Notice tone="good" live="polite">
          The segment is saved.
        </Notice>
      )}
      {removed && (
        <UndoNotice action={`${base}/segments/${removed}`} fields={{ intent: "restore" }}>
          The segment is removed. Its leads are untouched.
        </UndoNotice>
      )}
      {segments.length === 0 && (
        <EmptyState title="Write to the right people" action={newSegment || undefined}>
          A segment is a choice of leads by rules, such as everybody from Hamburg who agreed to mail. It is
          counted anew each time, so it never goes stale.
        </EmptyState>
      )}
      {segments.length > 0 && (
        <DataTable
          caption="Segments, by name"
          rows={segments}
          rowKey={(segment) => segment.id}
          rowTo={(segment) => (mayEdit ? `${base}/segments/${segment.id}` : `${base}?segment=${segment.id}`)}
          columns={[
            { key: "name", header: "Name", primary: true, cell: (segment) => segment.name },
            {
              key: "people",
              header: "People with an address",
              align: "end",
              cell: ({ people }) => (people ? `${formatCount(people.count)}${people.more ? "+" : ""}` : "–"),
            },
            { key: "rules", header: "Rules", align: "end", cell: (segment) => formatCount(segment.rules) },
            {
              key: "updated",
              header: "Changed",
              cell: (segment) => <TimeText at={segment.updatedAt} zone={zone} />,
            },
          ]}
        />
      )}
    </Stack>
  );
}
