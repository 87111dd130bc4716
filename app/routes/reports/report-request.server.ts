import { type AppLoadContext, redirect } from "@remix-run/node";
import { type ReportSpan, reportSpan } from "~/domain/analytics/report-span";
import { addDays, dayOf } from "~/lib/zoned-day";

/** The days that an address asks for; what makes no sense leads to the usual thirty. */
export function readReportSpan(request: Request): ReportSpan {
  const url = new URL(request.url);
  const given = {
    from: url.searchParams.get("from") || undefined,
    to: url.searchParams.get("to") || undefined,
  };
  const parsed = reportSpan.safeParse(given);
  if (parsed.success) return parsed.data;
  throw redirect(url.pathname.replace(/\.data$/, ""));
}

export function reportPresets({ deps }: AppLoadContext, zone: string) {
  const today = dayOf(deps.clock.now(), zone);
  const last = (days: number) => ({ from: addDays(today, 1 - days), to: today });
  return [
    { label: "Today", ...last(1) },
    { label: "7 days", ...last(7) },
    { label: "30 days", ...last(30) },
    { label: "90 days", ...last(90) },
    { label: "12 months", ...last(365) },
  ];
}
