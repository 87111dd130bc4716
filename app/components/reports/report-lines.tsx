import { LineChart } from "~/components/charts/line-chart";
import { tickIndices } from "~/components/charts/scale";
import type { Figures, ReportPoint } from "~/domain/analytics/figures";

interface Props {
  points: readonly ReportPoint[];
  totals: Pick<Figures, "views" | "visitors" | "leads" | "bots">;
  unit: "day" | "hour";
  zone: string;
  /** Under a filter machines are not known. */
  withoutMachines?: boolean;
}

/** Views, visitors and machines over the days or hours of a report. */
export function ReportLines({ points, totals, unit, zone, withoutMachines }: Props) {
  const shape = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    ...(unit === "day"
      ? { weekday: "short", day: "numeric", month: "short" }
      : { weekday: "short", hour: "2-digit", minute: "2-digit" }),
  });
  const short = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    ...(unit === "day" ? { day: "numeric", month: "short" } : { hour: "2-digit", minute: "2-digit" }),
  });
  const marks = tickIndices(points.length, 5).map((index) => ({
    index,
    label: short.format(points[index]?.start),
  }));
  return (
    <LineChart
      title={unit === "day" ? "Day by day" : "Hour by hour"}
      along={unit === "day" ? "Day" : "Hour"}
      labels={points.map((point) => shape.format(point.start))}
      marks={marks}
      series={[
        { name: "Views", values: points.map((point) => point.views), total: totals.views },
        {
          name: "Visitors",
          values: points.map((point) => point.visitors),
          total: totals.visitors,
          tone: "soft",
        },
        { name: "Leads", values: points.map((point) => point.leads), total: totals.leads, tone: "warn" },
        ...(withoutMachines
          ? []
          : [
              {
                name: "Machines",
                values: points.map((point) => point.bots),
                total: totals.bots,
                tone: "machine" as const,
              },
            ]),
      ]}
    />
  );
}
