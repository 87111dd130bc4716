import { LineChart } from "~/components/charts/line-chart";
import type { ShownHours } from "./shown-hours";

/** Opens over time, machines drawn apart. */
export function FirstHours({ hours }: { hours: ShownHours }) {
  const { labels, marks, people, machines, unknown } = hours;
  const someUnknown = unknown.some((count) => count > 0);
  return (
    <LineChart
      title="First 72 hours"
      along="Hour"
      labels={labels}
      marks={marks}
      series={[
        { name: "people", values: people, tone: "accent" },
        { name: "machines", values: machines, tone: "machine" },
        ...(someUnknown ? [{ name: "cannot be told", values: unknown, tone: "soft" as const }] : []),
      ]}
    />
  );
}
