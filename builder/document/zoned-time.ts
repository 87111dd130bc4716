const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/** What a clock in the zone is ahead of UTC at an instant, in milliseconds. */
function aheadAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant a clock on the wall of a zone shows this; undefined when there is no such day or zone. */
export function zonedInstant(wall: string, zone: string): number | undefined {
  const [, ...numbers] = shape.exec(wall) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = numbers.map(Number);
  const utc = Date.UTC(year, month - 1, day, hour, minute);
  if (numbers.length === 0 || hour > 23 || minute > 59 || new Date(utc).getUTCDate() !== day)
    return undefined;
  try {
    const first = utc - aheadAt(utc, zone);
    return utc - aheadAt(first, zone);
  } catch {
    return undefined;
  }
}

export function zonedText(instant: number, zone: string, language: string): string {
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
    }).format(instant);
  try {
    return format(language);
  } catch {
    return format("en");
  }
}
