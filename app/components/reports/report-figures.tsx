import { Funnel } from "~/components/charts/funnel";
import { StatRow } from "~/components/ui/stat-row";
import { partsOfLeads } from "~/domain/analytics/share-part";
import { ReportLines } from "./report-lines";
import { awaitsLengths, reportStats } from "./report-words";
import type { NamedReport } from "./share-tables";

/** The large figures, the days, and the way from visit to lead. */
export function ReportFigures({ report }: { report: NamedReport }) {
  const { totals, points, unit, zone, filter } = report;
  const leads = filter && !partsOfLeads.includes(filter.part) ? "Became leads" : "Leads";
  const stats = reportStats(report, leads);
  return (
    <>
      <StatRow
        label="In these days, compared with as many days before"
        stats={filter ? stats.filter(({ machine }) => !machine) : stats}
      />
      <ReportLines
        points={points}
        totals={totals}
        unit={unit}
        zone={zone}
        withoutMachines={filter !== undefined}
      />
      <Funnel
        title="From visit to lead"
        steps={[
          { label: "Visitors", value: totals.visitors },
          ...(awaitsLengths(report) ? [] : [{ label: "Began a form", value: totals.formStarts }]),
          { label: leads, value: totals.leads },
        ]}
      />
    </>
  );
}
