import { LRUCache } from "lru-cache";
import { truncateIp } from "~/lib/ip-address";
import { readUserAgent } from "~/lib/user-agent";
import type { PageTokenBody } from "./page-token.server";
import type { Beacon, Visit } from "./visit";
import { visitorOf } from "./visitor-key.server";

export interface VisitRequest {
  beacon: Beacon;
  page: PageTokenBody;
  now: number;
  ip: string;
  userAgent: string;
  host: string;
  /** The browser sends Global Privacy Control. */
  gpc: boolean;
  /** Recognised, with consent, from an earlier day of an experiment. */
  isReturning?: boolean;
  /** Country or region, where a source is configured. */
  place?: string;
}

const longestMs = 4 * 3_600_000;
const hosts = new LRUCache<string, string>({ max: 2000 });
const ascii = /^[\x20-\x7e]*$/;

function hostOf(address: string): string {
  if (address === "") return "";
  const known = hosts.get(address);
  if (known !== undefined) return known;
  let host = "";
  try {
    host = new URL(address).hostname.slice(0, 255);
  } catch {
    // Referrers are whatever a browser sends.
  }
  hosts.set(address, host);
  return host;
}

interface Utm {
  source: string;
  medium: string;
  campaign: string;
}

const noUtm: Utm = { source: "", medium: "", campaign: "" };
const utms = new LRUCache<string, Utm>({ max: 2000 });

/** Many visitors come by the same link. */
function utmOf(query: string): Utm {
  if (!query.includes("utm_")) return noUtm;
  const known = utms.get(query);
  if (known) return known;
  const given = new URLSearchParams(query);
  const value = (name: string) => (given.get(name) ?? "").trim().replace(/\p{C}/gu, "").slice(0, 100);
  const utm = {
    source: value("utm_source"),
    medium: value("utm_medium"),
    campaign: value("utm_campaign"),
  };
  utms.set(query, utm);
  return utm;
}

const plain = (text: string, max: number) => (ascii.test(text) ? text.slice(0, max) : "");

/** A beacon as a visit: what the consent given does not allow is left out here. */
export function readVisit(request: VisitRequest): Visit {
  const { beacon, page, now, ip, userAgent, host, gpc, isReturning = false, place = "" } = request;
  const analytics = beacon.a && !gpc;
  const agent = readUserAgent(userAgent);
  const referrer = hostOf(beacon.r);
  const utm = utmOf(beacon.q);
  return {
    workspaceId: page.workspaceId,
    id: beacon.v,
    pageId: page.pageId,
    pageVersionId: page.pageVersionId,
    at: now,
    durationMs: Math.min(Math.round(beacon.d), longestMs),
    referrerHost: referrer !== "" && referrer === host.replace(/:\d+$/, "") ? "" : referrer,
    utmSource: utm.source,
    utmMedium: utm.medium,
    utmCampaign: utm.campaign,
    browser: plain(agent.browser, 40),
    os: plain(agent.os, 40),
    device: agent.device,
    timeZone: analytics ? plain(beacon.z, 60) : "",
    language: plain(beacon.l, 12),
    ip: analytics ? (truncateIp(ip) ?? "") : "",
    isBot: agent.isBot,
    formStarted: beacon.f,
    consent: analytics ? (isReturning ? "returning" : "analytics") : "none",
    place: plain(place, 6),
    visitor: visitorOf(host, ip, userAgent),
  };
}
