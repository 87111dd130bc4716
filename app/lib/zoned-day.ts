import { LRUCache } from "lru-cache";

/** Calendar days of an IANA zone, written `2026-03-29`. */
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Beginnings of days, by zone and day: a report of a year asks for 366 of them. */
const starts = new LRUCache<string, number>({ max: 4000 });

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, format);
  return format;
}

/** What a clock on the wall shows at a moment, as if it were UTC. */
function wallTime(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const text = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

export const dayOf = (at: number, zone: string): string => text(wallTime(at, zone));

export const hourOf = (at: number, zone: string): number => new Date(wallTime(at, zone)).getUTCHours();

export const addDays = (day: string, count: number): string => text(Date.parse(day) + count * dayMs);

/** The first moment of the day: midnight, or where clocks jump over midnight the moment after the jump. */
export function startOfDay(day: string, zone: string): number {
  const key = `${zone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const found = findStart(day, zone);
  starts.set(key, found);
  return found;
}

function findStart(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsets = [midnight - 15 * hourMs, midnight + 13 * hourMs].map((at) => wallTime(at, zone) - at);
  const moments = offsets.map((offset) => midnight - offset).filter((at) => dayOf(at, zone) === day);
  return moments.length > 0 ? Math.min(...moments) : findStart(addDays(day, 1), zone);
}

/** Every day from the first to the last, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
