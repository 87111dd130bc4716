/** Minutes that a zone is ahead of UTC at an instant. */
function offsetMinutes(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const asUtc = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return Math.round((asUtc - Math.floor(instant / 60_000) * 60_000) / 60_000);
}

/**
 * The instant of a wall time such as 2026-11-23T09:00 in an IANA zone. A time that a change of clocks skips moves
 * forward; one that comes twice is the first.
 */
export function instantOf(wallTime: string, zone: string): number | undefined {
  const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/.exec(wallTime);
  if (!shape) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = shape.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (Number.isNaN(asUtc) || month > 12 || new Date(asUtc).getUTCDate() !== day || hour > 23 || minute > 59)
    return undefined;
  const hours = 3_600_000;
  const before = offsetMinutes(asUtc - 24 * hours, zone);
  const after = offsetMinutes(asUtc + 24 * hours, zone);
  const instants = [...new Set([before, after])]
    .map((offset) => asUtc - offset * 60_000)
    .sort((a, b) => a - b);
  const exact = instants.find((instant) => instant + offsetMinutes(instant, zone) * 60_000 === asUtc);
  return exact ?? asUtc - before * 60_000;
}

/** The wall time of an instant in a zone, to the minute. */
export const wallTimeOf = (instant: number, zone: string): string =>
  new Date(instant + offsetMinutes(instant, zone) * 60_000).toISOString().slice(0, 16);
