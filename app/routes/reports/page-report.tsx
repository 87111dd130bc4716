import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BarList } from "~/components/charts/bar-list";
import { Funnel } from "~/components/charts/funnel";
import { ReportLines } from "~/components/reports/report-lines";
import { reportStats } from "~/components/reports/report-words";
import { ShareTable } from "~/components/reports/share-table";
import { SpanFilter } from "~/components/reports/span-filter";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Columns, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { StatRow } from "~/components/ui/stat-row";
import { getPageReport } from "~/domain/analytics/get-page-report.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { publicId, storedId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { readReportSpan, reportPresets } from "./report-request.server";

export const meta: MetaFunction<typeof loader> = ({ data: report }) => [
  { title: `Report of ${report?.title ?? "a page"} · Foyer` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const pageId = storedId("page", params.page ?? "");
  if (!pageId) throw data({ message: "There is no such page." }, { status: 404 });
  const page = await getPageSummary(deps, workspace.id, pageId);
  const report = await getPageReport(deps, workspace.id, pageId, readReportSpan(request));
  return {
    ...report,
    pageId: publicId("page", pageId),
    title: page.title,
    isLive: page.liveVersionId !== "",
    base: `/w/${workspace.slug}`,
    presets: reportPresets(context, workspace.timeZone),
  };
}

const bars = (shares: readonly { name: string; visitors: number }[]) =>
  shares.slice(0, 8).map(({ name, visitors }) => ({ label: name, value: visitors }));

export default function PageReportScreen() {
  const report = useLoaderData<typeof loader>();
  const { base, pageId, title, totals, before, points, unit, zone, from, to, presets } = report;
  const isEmpty = totals.views + totals.leads + totals.bots === 0;
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: `${base}/reports`, label: "Reports" }}
        title={title}
        lead="What this page brought"
        actions={
          <>
            <LinkButton to={`${base}/leads?page=${pageId}`}>Its leads</LinkButton>
            <LinkButton to={`${base}/pages/${pageId}`}>The page</LinkButton>
          </>
        }
      />
      <SpanFilter from={from} to={to} presets={presets} />
      {isEmpty && (
        <EmptyState plain title="Nothing was recorded in these days">
          {report.isLive
            ? "Share the address of the page: visits appear here within seconds."
            : "The page is not published. Publish it, then share its address."}
        </EmptyState>
      )}
      {!isEmpty && (
        <>
          <StatRow
            label="In these days, compared with as many days before"
            stats={reportStats(totals, before)}
          />
          <ReportLines points={points} unit={unit} zone={zone} />
          <Columns>
            <Funnel
              title="From visit to lead"
              steps={[
                { label: "Visitors", value: totals.visitors },
                { label: "Began a form", value: totals.formStarts },
                { label: "Leads", value: totals.leads },
              ]}
            />
            <BarList title="Devices" bars={bars(report.devices)} of="Device" counted="Visitors" />
          </Columns>
          <Card title="Where they came from">
            <ShareTable caption="Sources, most visitors first" of="Source" shares={report.sources} />
          </Card>
          {report.campaigns.length > 0 && (
            <Card title="Campaigns that led here">
              <ShareTable caption="Campaigns, most visitors first" of="Campaign" shares={report.campaigns} />
            </Card>
          )}
          <BarList title="Browsers" bars={bars(report.browsers)} of="Browser" counted="Visitors" />
          <p className="soft">
            A visitor is one browser on one day: nobody is followed from day to day. Days begin at midnight in{" "}
            {zone}.
          </p>
        </>
      )}
    </Stack>
  );
}
