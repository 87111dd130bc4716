import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LiveCard } from "~/components/reports/live-card";
import { ReportFigures } from "~/components/reports/report-figures";
import { ReportNotes } from "~/components/reports/report-notes";
import { ShareTables } from "~/components/reports/share-tables";
import { SpanFilter } from "~/components/reports/span-filter";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { getLiveReport } from "~/domain/analytics/get-live-report.server";
import { getPageReport } from "~/domain/analytics/get-page-report.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { publicId, storedId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { readReportFilter, readReportSpan, reportPresets } from "./report-request.server";

export const meta: MetaFunction<typeof loader> = ({ data: report }) => [
  { title: `Report of ${report?.title ?? "a page"} · Foyer` },
];

/** What was never published as a version has no id. */
const shown = (kind: "variant" | "version", id = "") => (id === "" ? "" : publicId(kind, id));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const pageId = storedId("page", params.page ?? "");
  if (!pageId) throw data({ message: "There is no such page." }, { status: 404 });
  const page = await getPageSummary(deps, workspace.id, pageId);
  const filter = readReportFilter(request);
  const report = await getPageReport(deps, workspace.id, pageId, readReportSpan(request), filter);
  return {
    report: {
      ...report,
      variants: report.variants.map((one) => ({ ...one, id: shown("variant", one.variantId) })),
      versions: report.versions.map((one) => ({ ...one, id: shown("version", one.versionIds[0]) })),
    },
    live: await getLiveReport(deps, workspace.id, pageId),
    pageId: publicId("page", pageId),
    title: page.title,
    isPublic: page.liveVersionId !== "",
    base: `/w/${workspace.slug}`,
    search: new URL(request.url).search,
    presets: reportPresets(context, workspace.timeZone),
  };
}

export default function PageReportScreen() {
  const { report, live, pageId, title, isPublic, base, search, presets } = useLoaderData<typeof loader>();
  const { totals, filter } = report;
  const isEmpty = !filter && totals.views + totals.leads + totals.bots === 0;
  const own = `${base}/pages/${pageId}`;
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: `${base}/reports`, label: "Reports" }}
        title={title}
        lead="What this page brought"
        actions={
          <>
            <LinkButton to={`${base}/leads?page=${pageId}`}>Its leads</LinkButton>
            <LinkButton to={own}>The page</LinkButton>
            <LinkButton to={`${own}/report.csv${search}`} reloadDocument prefetch="none">
              As a spreadsheet
            </LinkButton>
          </>
        }
      />
      <SpanFilter from={report.from} to={report.to} presets={presets} />
      <ReportNotes report={report} />
      {isEmpty && (
        <EmptyState plain title="Nothing was recorded in these days">
          {isPublic
            ? "Share the address of the page: visits appear here within seconds."
            : "The page is not published. Publish it, then share its address."}
        </EmptyState>
      )}
      {!isEmpty && <ReportFigures report={report} />}
      {!filter && <LiveCard key={pageId} first={live} address={`${own}/report/live`} />}
      {!isEmpty && <ShareTables report={report} />}
      <p className="soft">
        A visitor is one browser on one day: nobody is followed from day to day, so visitors of several days
        are the sum of each day's. Each counts where the day's first view came from. Days begin at midnight in{" "}
        {report.zone}.
      </p>
    </Stack>
  );
}
