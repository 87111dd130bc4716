import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { getPageReport } from "~/domain/analytics/get-page-report.server";
import { reportColumns, reportRows } from "~/domain/analytics/report-rows";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { attachmentHeader } from "~/lib/attachment";
import { formatCsv } from "~/lib/csv.server";
import { storedId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import { readReportFilter, readReportSpan } from "./report-request.server";

/** The figures of the screen as a file for spreadsheets. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const pageId = storedId("page", params.page ?? "");
  if (!pageId) throw data({ message: "There is no such page." }, { status: 404 });
  const { title } = await getPageSummary(deps, workspace.id, pageId);
  const span = readReportSpan(request);
  const report = await getPageReport(deps, workspace.id, pageId, span, readReportFilter(request));
  const name = `report ${title} ${report.from} ${report.to}.csv`;
  return new Response(formatCsv([reportColumns, ...reportRows(report)]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachmentHeader(name),
      "cache-control": "private, no-store",
    },
  });
}
