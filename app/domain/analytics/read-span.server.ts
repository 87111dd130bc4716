import { addDays, dayOf, daysBetween, startOfDay } from "~/lib/zoned-day";
import { readInput } from "../leads/read-input";
import { type ReportSpan, reportSpan } from "./report-span";

const hourMs = 3_600_000;
const usualDays = 30;

export interface ReadSpan {
  from: string;
  to: string;
  zone: string;
  /** Every day of the span, and as many before it. */
  days: string[];
  daysBefore: string[];
  unit: "day" | "hour";
  /** Beginnings of the points, and the end of the last one. */
  bounds: number[];
  /** The same for as many days before, as one point. */
  before: [number, number];
}

/** The days asked for, in the zone of the workspace. Up to two days are told by the hour. */
export function readSpan(given: ReportSpan, zone: string, now: number): ReadSpan {
  const asked = readInput(reportSpan, given, "report_span_invalid");
  const to = asked.to ?? (asked.from ? addDays(asked.from, usualDays - 1) : dayOf(now, zone));
  const from = asked.from ?? addDays(to, 1 - usualDays);
  const days = daysBetween(from, to);
  const begin = startOfDay(from, zone);
  const end = startOfDay(addDays(to, 1), zone);
  const unit = days.length <= 2 ? "hour" : "day";
  const starts =
    unit === "day"
      ? days.map((day) => startOfDay(day, zone))
      : Array.from({ length: Math.round((end - begin) / hourMs) }, (_, hour) => begin + hour * hourMs);
  return {
    from,
    to,
    zone,
    days,
    daysBefore: daysBetween(addDays(from, -days.length), addDays(from, -1)),
    unit,
    bounds: [...starts, end],
    before: [startOfDay(addDays(from, -days.length), zone), begin],
  };
}
