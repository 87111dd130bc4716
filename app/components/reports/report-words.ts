import { formatCount } from "~/components/ui/count";
import type { Stat } from "~/components/ui/stat-row";
import { averageVisitMs, conversionOf, type Figures } from "~/domain/analytics/figures";

/** "42 %", with one place below ten. */
export function percent(share: number | undefined): string {
  if (share === undefined) return "–";
  const hundred = share * 100;
  return `${hundred > 0 && hundred < 10 ? hundred.toFixed(1) : Math.round(hundred)} %`;
}

/** "1 min 20 s". */
export function lengthWords(ms: number | undefined): string {
  if (ms === undefined) return "–";
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

function change(now: number, before: number): string {
  if (before === now) return "as before";
  const share = Math.round(((now - before) / before) * 100);
  if (before === 0 || share > 999) return `${formatCount(before)} before`;
  return `${share > 0 ? "+" : "−"}${Math.abs(share)} %`;
}

/** The large figures over a report. */
export const reportStats = (now: Figures, before: Figures): Stat[] => [
  { label: "Views", value: now.views, detail: change(now.views, before.views) },
  { label: "Visitors", value: now.visitors, detail: change(now.visitors, before.visitors) },
  { label: "Leads", value: now.leads, detail: change(now.leads, before.leads) },
  {
    label: "Conversion",
    value: percent(conversionOf(now)),
    detail: `${percent(conversionOf(before))} before`,
  },
  { label: "Average visit", value: lengthWords(averageVisitMs(now)) },
  { label: "Machines", value: now.bots, detail: "counted apart", machine: true },
];
