import type { LeadSource } from "../leads/lead";

const parameters = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const;
const maxText = 200;

const hostOf = (address: string): string => {
  if (address === "") return "";
  try {
    return new URL(address).hostname.slice(0, 255);
  } catch {
    return "";
  }
};

/** Where the visitor came from: of the page's own address the campaign parameters, of any other only the host. */
export function submissionSource(from: {
  pageAddress: string;
  referrer: string;
  ownHost: string;
}): LeadSource {
  const source: LeadSource = {};
  const referrer = hostOf(from.referrer);
  const ownHost = from.ownHost.replace(/:\d+$/, "");
  if (referrer && referrer !== ownHost) source.referrer = referrer;
  if (!from.pageAddress.includes("?") || hostOf(from.pageAddress) !== ownHost) return source;
  const query = new URL(from.pageAddress).searchParams;
  for (const parameter of parameters) {
    const value = query.get(parameter)?.trim().slice(0, maxText);
    if (value) source[parameter] = value;
  }
  return source;
}
