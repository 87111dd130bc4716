import { dayOf } from "~/lib/zoned-day";

const dayMs = 86_400_000;

/** Days of the calendar until a moment, as somebody in the zone counts them; below zero once it has passed. */
export const daysLeft = (dueAt: number, now: number, zone = "UTC"): number =>
  Math.round((Date.parse(dayOf(dueAt, zone)) - Date.parse(dayOf(now, zone))) / dayMs);

/** Within a week, an answer can no longer wait. */
export const isNear = (days: number): boolean => days <= 7;

const inDays = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** `late`: the moment itself has passed, which may be earlier on the same day. */
export function daysLeftWords(days: number, late: boolean): string {
  if (late) return days < 0 ? `${inDays(-days)} late` : "late since today";
  if (days === 0) return "due today";
  return `${inDays(days)} left`;
}
