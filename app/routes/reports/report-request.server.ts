import { type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import type { ReportFilter } from "~/domain/analytics/figures";
import { type ReportSpan, reportSpan } from "~/domain/analytics/report-span";
import { filterParts } from "~/domain/analytics/share-part";
import { storedId } from "~/lib/ids";
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

const filter = z.object({ part: z.enum(filterParts), name: z.string().max(200) });

/** What the report is limited to: `by` and `is` of its address. Versions and variants go by their public ids there. */
export function readReportFilter(request: Request): ReportFilter | undefined {
  const query = new URL(request.url).searchParams;
  const parsed = filter.safeParse({ part: query.get("by"), name: query.get("is") });
  if (!parsed.success) return undefined;
  const { part, name } = parsed.data;
  if (part !== "version" && part !== "variant") return { part, name };
  return { part, name: name === "" ? "" : (storedId(part, name) ?? "?") };
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
