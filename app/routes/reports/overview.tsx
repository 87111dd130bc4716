import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Sparkline } from "~/components/charts/sparkline";
import { ReportLines } from "~/components/reports/report-lines";
import { rateWords, reportStats } from "~/components/reports/report-words";
import { SpanFilter } from "~/components/reports/span-filter";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { StatRow } from "~/components/ui/stat-row";
import { getSitesOverview } from "~/domain/analytics/get-sites-overview.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { publicId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { readReportSpan, reportPresets } from "./report-request.server";

export const meta: MetaFunction = () => [{ title: "Reports · Foyer" }];

const shown = 100;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const { pages, ...overview } = await getSitesOverview(deps, workspace.id, readReportSpan(request));
  const listed = await listPages(deps, workspace.id, { limit: 200 });
  const titles = new Map(listed.pages.map((page) => [page.id, page.title]));
  const titleOf = async (pageId: string) =>
    titles.get(pageId) ?? (await getPageSummary(deps, workspace.id, pageId)).title;
  const lines = await Promise.all(
    pages.slice(0, shown).map(async ({ pageId, totals, views }) => ({
      id: publicId("page", pageId),
      title: await titleOf(pageId),
      totals,
      views,
    })),
  );
  return {
    ...overview,
    base: `/w/${workspace.slug}`,
    pages: lines,
    presets: reportPresets(context, workspace.timeZone),
  };
}

export default function Reports() {
  const overview = useLoaderData<typeof loader>();
  const { base, pages, points, unit, zone, from, to, presets, isRounded } = overview;
  const address = (id: string) => `${base}/pages/${id}/report?from=${from}&to=${to}`;
  return (
    <Stack gap={4}>
      <PageHeader title="Reports" lead="What your pages brought" />
      <SpanFilter from={from} to={to} presets={presets} />
      {pages.length === 0 && (
        <EmptyState
          title="Nothing was recorded in these days"
          action={<LinkButton to={`${base}/pages`}>Go to the pages</LinkButton>}
        >
          Publish a page and share its address. Visits and leads appear here within seconds, without a cookie.
        </EmptyState>
      )}
      {pages.length > 0 && (
        <>
          <StatRow label="In these days, compared with as many days before" stats={reportStats(overview)} />
          <ReportLines points={points} totals={overview.totals} unit={unit} zone={zone} />
          <DataTable
            caption="Pages, most visitors first"
            rows={pages}
            rowKey={(page) => page.id}
            rowTo={(page) => address(page.id)}
            columns={[
              { key: "title", header: "Page", primary: true, cell: (page) => page.title },
              {
                key: "line",
                header: "Views over time",
                wideOnly: true,
                cell: ({ views, totals: { views: all } }) => (
                  <Sparkline values={views} label={`Views over time: ${formatCount(all)} in all`} />
                ),
              },
              {
                key: "visitors",
                header: "Visitors",
                align: "end",
                cell: (page) => formatCount(page.totals.visitors),
              },
              { key: "leads", header: "Leads", align: "end", cell: (page) => formatCount(page.totals.leads) },
              {
                key: "rate",
                header: "Conversion",
                align: "end",
                cell: ({ totals }) => rateWords({ hits: totals.leads, of: totals.visitors }, isRounded),
              },
            ]}
          />
        </>
      )}
    </Stack>
  );
}
