import Bowser from "bowser";
import { isbot } from "isbot";
import { LRUCache } from "lru-cache";

export type Device = "desktop" | "mobile" | "tablet" | "tv" | "unknown";

export interface UserAgent {
  browser: string;
  os: string;
  device: Device;
  isBot: boolean;
}

const longestHeader = 1000;
const devices: readonly string[] = ["desktop", "mobile", "tablet", "tv"];

const seen = new LRUCache<string, UserAgent>({ max: 2000 });

/** Coarse on purpose: names without versions, so that the answer identifies nobody. */
export function readUserAgent(header: string | undefined): UserAgent {
  const text = (header ?? "").slice(0, longestHeader).trim();
  if (text === "") return { browser: "unknown", os: "unknown", device: "unknown", isBot: true };
  const known = seen.get(text);
  if (known) return known;
  const { browser, os, platform } = Bowser.parse(text);
  const device = platform.type && devices.includes(platform.type) ? (platform.type as Device) : "unknown";
  const read = {
    browser: browser.name || "unknown",
    os: os.name || "unknown",
    device,
    isBot: isbot(text),
  };
  seen.set(text, read);
  return read;
}

/** Proxies and scanners that fetch pictures of a mail for its reader: an open that tells nothing about a person. */
const mailMachines =
  /GoogleImageProxy|YahooMailProxy|BarracudaSentinel|Mimecast|Proofpoint|SafeLinks|ms-office|Microsoft Office Existence|Outlook-Link-Preview|via ggpht\.com/i;

/** Apple's privacy proxy says no more than this. */
const appleMailPrivacy = /^Mozilla\/5\.0$/;

export const isMailMachine = (header: string | undefined): boolean => {
  const text = (header ?? "").slice(0, longestHeader).trim();
  return text === "" || mailMachines.test(text) || appleMailPrivacy.test(text) || isbot(text);
};
