import { hash } from "node:crypto";

/** Names a browser on a site for one day: no cookie, no storage, and nothing is left of it once the day's salt is gone. */
export const visitorOf = (host: string, ip: string, userAgent: string): string =>
  `${host.toLowerCase().replace(/:\d+$/, "")}\n${ip}\n${userAgent}`;

export const visitorKey = (salt: string, visitor: string): string =>
  hash("sha256", `${salt}\n${visitor}`, "hex").slice(0, 32);
