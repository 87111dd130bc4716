import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Plus } from "lucide-react";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { FilterBar, FilterSelect } from "~/components/ui/filter-bar";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { SearchField } from "~/components/ui/search-field";
import { TimeText } from "~/components/ui/time-text";
import { campaignStates, stateWords } from "~/domain/campaigns/campaign";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { isId, publicId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { CampaignStateBadge } from "./state-badge";

export const meta: MetaFunction = () => [{ title: "Campaigns · Foyer" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const query = new URL(request.url).searchParams;
  const cursor = query.get("cursor") ?? "";
  const state = campaignStates.find((each) => each === query.get("state"));
  const { rows, nextCursor } = await listCampaigns(context.deps, workspace.id, {
    q: query.get("q") ?? undefined,
    state,
    cursor: isId(cursor) ? cursor : undefined,
    limit: 50,
  });
  return {
    base: `/w/${workspace.slug}/campaigns`,
    zone: workspace.timeZone,
    hasOutbox: context.deps.transport.name === "outbox",
    nextCursor,
    campaigns: rows.map(({ id, name, subject, state: at, candidates, updatedAt, startedAt, sendAt }) => ({
      id: publicId("campaign", id),
      name,
      subject,
      state: at,
      candidates,
      at: sendAt ?? startedAt ?? updatedAt,
    })),
  };
}

export default function Campaigns() {
  const { base, campaigns, nextCursor, zone, hasOutbox } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const isFiltered = query.has("q") || query.has("state") || query.has("cursor");
  const newCampaign = (
    <LinkButton tone="primary" to="new" icon={<Plus className="icon" aria-hidden="true" />}>
      New campaign
    </LinkButton>
  );
  return (
    <Stack gap={4}>
      <PageHeader
        title="Campaigns"
        actions={
          <Row>
            {hasOutbox && <LinkButton to="../outbox">Outbox</LinkButton>}
            {newCampaign}
          </Row>
        }
      />
      {(campaigns.length > 0 || isFiltered) && (
        <FilterBar label="Search campaigns">
          <SearchField label="Search campaigns" placeholder="Name or subject" />
          <FilterSelect
            name="state"
            label="State"
            any="Any state"
            options={campaignStates.map((value) => ({ value, label: stateWords[value] }))}
          />
        </FilterBar>
      )}
      {campaigns.length === 0 && !isFiltered && (
        <EmptyState title="Write to the people who asked for it" action={newCampaign}>
          Choose a template, say who it comes from and who gets it. Everybody without a recorded basis is left
          out by itself, and every message can be unsubscribed from with one press.
        </EmptyState>
      )}
      {campaigns.length === 0 && isFiltered && (
        <EmptyState plain title="No campaign matches">
          Try other words, or look at all campaigns.
        </EmptyState>
      )}
      {campaigns.length > 0 && (
        <DataTable
          caption="Campaigns, newest first"
          rows={campaigns}
          rowKey={(campaign) => campaign.id}
          rowTo={(campaign) => `${base}/${campaign.id}`}
          columns={[
            { key: "name", header: "Name", primary: true, cell: (campaign) => campaign.name },
            { key: "state", header: "State", cell: ({ state }) => <CampaignStateBadge state={state} /> },
            {
              key: "subject",
              header: "Subject",
              wideOnly: true,
              breaks: true,
              cell: (campaign) => campaign.subject,
            },
            {
              key: "audience",
              header: "Audience",
              align: "end",
              cell: ({ state, candidates }) => (state === "draft" ? "" : candidates.toLocaleString("en")),
            },
            { key: "at", header: "When", cell: ({ at }) => <TimeText at={at} zone={zone} /> },
          ]}
        />
      )}
      <Pagination label="campaigns" nextCursor={nextCursor} />
    </Stack>
  );
}
