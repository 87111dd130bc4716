import { isId } from "~/lib/ids";

/** What the visitor script sends: short names, since it is sent on every view. */
export interface Beacon {
  /** Page token. */
  t: string;
  /** Id of the visit, made by the script. */
  v: string;
  /** Referrer. */
  r: string;
  /** Query of the page's address. */
  q: string;
  /** Milliseconds the page was seen; 0 at the start. */
  d: number;
  /** A form was touched. */
  f: boolean;
  /** Time zone, and language of the browser. */
  z: string;
  l: string;
  /** With consent to analytics. */
  a: boolean;
}

const text = (value: unknown, max: number): string => (typeof value === "string" ? value.slice(0, max) : "");

/** Undefined for what no script of ours sends. Read by hand: it is the most frequent input there is. */
export function readBeacon(body: string): Beacon | undefined {
  let given: Record<string, unknown> | null;
  try {
    given = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (given === null || typeof given !== "object") return undefined;
  const { t, v, d } = given;
  if (typeof t !== "string" || t.length > 400 || typeof v !== "string" || !isId(v)) return undefined;
  return {
    t,
    v,
    r: text(given.r, 1000),
    q: text(given.q, 1000),
    d: typeof d === "number" && d > 0 && Number.isFinite(d) ? d : 0,
    f: given.f === 1,
    z: text(given.z, 60),
    l: text(given.l, 12),
    a: given.a === 1,
  };
}

export interface Visit {
  workspaceId: string;
  id: string;
  pageId: string;
  pageVersionId: string;
  at: number;
  durationMs: number;
  referrerHost: string;
  utmSource: string;
  utmMedium: string;
  utmCampaign: string;
  browser: string;
  os: string;
  device: string;
  timeZone: string;
  language: string;
  ip: string;
  isBot: boolean;
  formStarted: boolean;
  consent: "none" | "analytics" | "returning";
  place: string;
  /** What the visitor key is made of; not stored. */
  visitor: string;
}
