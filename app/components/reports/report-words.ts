import { formatCount } from "~/components/ui/count";
import type { Stat } from "~/components/ui/stat-row";
import { averageVisitMs, conversionOf, type Figures, type Report } from "~/domain/analytics/figures";
import { leastForRate } from "~/domain/analytics/round-report";
import { type FilterPart, otherName } from "~/domain/analytics/share-part";
import { type Counted, rateOf, wilsonInterval } from "~/lib/proportion";

/** "42 %", with one place below ten. */
export function percent(share: number | undefined): string {
  if (share === undefined) return "–";
  const hundred = share * 100;
  return `${hundred > 0 && hundred < 10 ? hundred.toFixed(1) : Math.round(hundred)} %`;
}

/** From here on chance moves a share by less than anybody would act on. */
const enoughForRate = 2000;

/** "12 % (8–17)": with the range that the true share lies in, where there were few. */
export function rateWords(counted: Counted, isRounded: boolean): string {
  if (counted.of === 0 || (isRounded && counted.of < leastForRate)) return "–";
  const rate = percent(rateOf(counted));
  if (counted.of >= enoughForRate || counted.hits > counted.of) return rate;
  const { low, high } = wilsonInterval(counted);
  const bound = (share: number) => String(Math.round(share * 100));
  return `${rate} (${bound(low)}–${bound(high)})`;
}

const unknownWords: Partial<Record<FilterPart, string>> = {
  source: "Direct or unknown",
  version: "Earlier versions",
};

/** The name of a share for people: languages and places by name, what is unknown as such. */
export function shareName(part: FilterPart, name: string): string {
  if (name === otherName) return "All others";
  if (name === "" || name === "unknown") return unknownWords[part] ?? "Unknown";
  if (part === "device") return name.charAt(0).toUpperCase() + name.slice(1);
  if (part === "language") return intlName("language", name);
  if (part === "place") {
    const country = intlName("region", name.slice(0, 2));
    return name.length > 2 ? `${country}, ${name.slice(3)}` : country;
  }
  return name;
}

const shownAtOnce = 10;
/** One or two more are not worth a press. */
const worthFolding = 3;

/** As many rows as a glance takes in, and the rest, which is one press away. */
export const foldRows = <Row>(rows: readonly Row[]): [Row[], Row[]] =>
  rows.length < shownAtOnce + worthFolding
    ? [[...rows], []]
    : [rows.slice(0, shownAtOnce), rows.slice(shownAtOnce)];

function intlName(type: "language" | "region", code: string): string {
  try {
    return new Intl.DisplayNames("en", { type, fallback: "code" }).of(code) ?? code;
  } catch {
    return code;
  }
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

type Shown = Pick<Report, "totals" | "before" | "isRounded" | "points" | "unit" | "grownUntil">;

/** Of a day or two so much may be on its way that lengths and begun forms would mislead. */
export const awaitsLengths = ({
  grownUntil,
  points,
  unit,
}: Pick<Report, "grownUntil" | "points" | "unit">): boolean =>
  grownUntil !== undefined && (unit === "hour" || points.length <= 2);

/** The large figures over a report; `leadsAre` where visitors who became leads are counted instead of submissions. */
export function reportStats(report: Shown, leadsAre = "Leads"): Stat[] {
  const { totals: now, before, isRounded } = report;
  const rate = (figures: Figures) =>
    isRounded && figures.visitors < leastForRate ? "–" : percent(conversionOf(figures));
  // Rounded, too few views have no length, and no average is told to the second.
  const visit = isRounded && now.durationMs === 0 ? undefined : averageVisitMs(now);
  return [
    { label: "Views", value: now.views, detail: change(now.views, before.views) },
    { label: "Visitors", value: now.visitors, detail: change(now.visitors, before.visitors) },
    { label: leadsAre, value: now.leads, detail: change(now.leads, before.leads) },
    { label: "Conversion", value: rate(now), detail: `${rate(before)} before` },
    awaitsLengths(report)
      ? { label: "Average visit", value: "–", detail: "follows" }
      : { label: "Average visit", value: lengthWords(visit) },
    { label: "Machines", value: now.bots, detail: "counted apart", machine: true },
  ];
}

/** What parts are called: one of them, and the table of all. */
export const partWords: Record<FilterPart, { one: string; title: string }> = {
  source: { one: "Source", title: "Where they came from" },
  campaign: { one: "Campaign", title: "Campaigns that led here" },
  device: { one: "Device", title: "Devices" },
  browser: { one: "Browser", title: "Browsers" },
  system: { one: "System", title: "Operating systems" },
  language: { one: "Language", title: "Languages" },
  place: { one: "Place", title: "Places" },
  variant: { one: "Variant", title: "Variants" },
  version: { one: "Version", title: "Versions" },
};
