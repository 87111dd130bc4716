import type { OpenKind } from "~/domain/tracking/open-kind";

export interface ShownHours {
  labels: string[];
  marks: { index: number; label: string }[];
  people: number[];
  machines: number[];
  unknown: number[];
}

const hour = 3_600_000;

/** The hours since the start with words in the workspace's zone; days are marked where they begin. */
export function hoursShown(opens: Record<OpenKind, number[]>, from: number, zone: string): ShownHours {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
  const full = format({ weekday: "short", hour: "2-digit", minute: "2-digit" });
  const day = format({ weekday: "short" });
  const at = opens.human.map((_, index) => from + index * hour);
  const marks = at.flatMap((instant, index) => {
    if (index === 0) return [{ index, label: full.format(instant) }];
    const begins = day.format(instant) !== day.format(instant - hour);
    return begins && index > 6 ? [{ index, label: day.format(instant) }] : [];
  });
  return {
    labels: at.map((instant) => full.format(instant)),
    marks,
    people: opens.human,
    machines: opens.machine,
    unknown: opens.unknown,
  };
}
