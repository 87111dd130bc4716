import type { Visit } from "~/domain/tracking/visit";
import type { DemoPerson } from "./demo-people";

export interface DemoVisit {
  daysAgo: number;
  visit: Omit<Visit, "workspaceId" | "id" | "pageId" | "pageVersionId" | "at">;
}

const days = 28;
const weekday = [0.7, 1, 1.1, 1.15, 1.05, 0.95, 0.6];
/** How many of a day's visits fall into each hour: few at night, most at noon and in the evening. */
const hours = [1, 1, 0, 0, 0, 1, 2, 4, 6, 7, 8, 9, 11, 9, 8, 8, 8, 9, 10, 12, 12, 9, 5, 3];

const sources: [share: number, source: Partial<DemoVisit["visit"]>][] = [
  [34, {}],
  [24, { referrerHost: "www.google.com" }],
  [14, { utmSource: "newsletter", utmMedium: "email", utmCampaign: "december" }],
  [11, { utmSource: "poster", utmMedium: "print" }],
  [9, { utmSource: "friends" }],
  [5, { referrerHost: "mastodon.social" }],
  [3, { referrerHost: "duckduckgo.com" }],
];
const machines: [share: number, machine: Pick<Visit, "browser" | "os" | "device">][] = [
  [30, { browser: "Chrome", os: "Android", device: "mobile" }],
  [24, { browser: "Safari", os: "iOS", device: "mobile" }],
  [20, { browser: "Firefox", os: "Linux", device: "desktop" }],
  [16, { browser: "Chrome", os: "Windows", device: "desktop" }],
  [6, { browser: "Microsoft Edge", os: "Windows", device: "desktop" }],
  [4, { browser: "Safari", os: "iOS", device: "tablet" }],
];
const languages = ["en", "de-DE", "en-GB", "de", "pl", "fr"];

/** The same numbers at every seeding. */
function repeatable(): () => number {
  let state = 20261123;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4_294_967_296;
  };
}

function drawn<T>(random: () => number, choices: readonly [number, T][]): T {
  let left = random() * choices.reduce((sum, [share]) => sum + share, 0);
  for (const [share, choice] of choices) {
    left -= share;
    if (left <= 0) return choice;
  }
  return (choices[0] as [number, T])[1];
}

const plain: DemoVisit["visit"] = {
  durationMs: 0,
  referrerHost: "",
  utmSource: "",
  utmMedium: "",
  utmCampaign: "",
  browser: "",
  os: "",
  device: "",
  timeZone: "",
  language: "en",
  ip: "",
  isBot: false,
  formStarted: false,
  consent: "none",
  place: "",
  visitor: "",
};

/** Four weeks of visits before `now`, with working days, evenings, a slow rise and some bots. */
export function demoVisits(now: number): DemoVisit[] {
  const random = repeatable();
  const visits: DemoVisit[] = [];
  const dayMs = 86_400_000;
  const sinceMidnight = (now % dayMs) / dayMs;
  for (let day = days; day >= 0; day -= 1) {
    const date = new Date(now - day * dayMs);
    const howMany = Math.round(
      (26 + (days - day) * 0.9) * (weekday[date.getUTCDay()] ?? 1) * (0.85 + random() * 0.3),
    );
    for (let index = 0; index < howMany; index += 1) {
      const hour = drawn(
        random,
        hours.map((share, at): [number, number] => [share, at]),
      );
      const daysAgo = day + sinceMidnight - (hour + random()) / 24;
      if (daysAgo < 0) continue;
      const isBot = random() < 0.07;
      const analytics = !isBot && random() < 0.3;
      visits.push({
        daysAgo,
        visit: {
          ...plain,
          ...drawn(random, sources),
          ...(isBot ? { browser: "Googlebot", os: "unknown", device: "unknown" } : drawn(random, machines)),
          durationMs: Math.round(4000 + random() ** 3 * 180_000),
          isBot,
          formStarted: !isBot && random() < 0.16,
          consent: analytics ? "analytics" : "none",
          timeZone: analytics ? "Europe/Berlin" : "",
          language: languages[Math.floor(random() ** 2 * languages.length)] ?? "en",
          visitor: `visitor ${Math.floor(random() * howMany * 1.4)}`,
        },
      });
    }
  }
  return visits;
}

/** The visit during which somebody filled in the form. */
export const visitOf = (person: DemoPerson): DemoVisit => ({
  daysAgo: person.daysAgo + 3 / 1440,
  visit: {
    ...plain,
    utmSource: person.source,
    browser: "Firefox",
    os: "Linux",
    device: "desktop",
    durationMs: 95_000,
    formStarted: true,
    visitor: person.email,
  },
});
