import { z } from "zod";
import { isId } from "~/lib/ids";

const text = (max: number) =>
  z
    .string()
    .max(4000)
    .transform((value) => value.slice(0, max))
    .catch("");

/** What the visitor script sends: short names, since it is sent on every view. */
const beacon = z.object({
  /** Page token. */
  t: z.string().max(400),
  /** Id of the visit, made by the script. */
  v: z.string().refine(isId),
  /** Referrer. */
  r: text(1000).default(""),
  /** Query of the page's address. */
  q: text(1000).default(""),
  /** Milliseconds the page was seen; 0 at the start. */
  d: z.number().min(0).catch(0).default(0),
  /** 1 once a form was touched. */
  f: z.literal(1).optional().catch(undefined),
  /** Time zone, and language of the browser. */
  z: text(60).default(""),
  l: text(12).default(""),
  /** 1 with consent to analytics. */
  a: z.literal(1).optional().catch(undefined),
});
export type Beacon = z.infer<typeof beacon>;

/** Undefined for what no script of ours sends. */
export function readBeacon(body: string): Beacon | undefined {
  try {
    const parsed = beacon.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
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
  consent: "none" | "analytics";
  /** What the visitor key is made of; not stored. */
  visitor: string;
}
