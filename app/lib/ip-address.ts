import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
export type AddressRange = [Address, number];

/** IPv4 in IPv6 clothing (::ffff:192.0.2.1) is IPv4. */
function parseIp(text: string): Address | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/%.*$/, "");
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return undefined;
  return ipaddr.process(bare);
}

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
/** How nearly every address is written: there is only one way to write it, so nothing needs to be parsed. */
const plainIpv4 = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`);

/** The one way to write an address; undefined for what is none. */
const canonicalIp = (text: string): string | undefined =>
  plainIpv4.test(text) ? text : parseIp(text)?.toString();

/** What is kept of a visitor's address: the /24 of IPv4, the /48 of IPv6. */
export function truncateIp(text: string): string | undefined {
  if (plainIpv4.test(text)) return `${text.slice(0, text.lastIndexOf("."))}.0`;
  const address = parseIp(text);
  if (!address) return undefined;
  const kept = address.kind() === "ipv4" ? 3 : 6;
  const bytes = address.toByteArray().map((byte, index) => (index < kept ? byte : 0));
  return ipaddr.fromByteArray(bytes).toString();
}

/** For whom tries are counted: an IPv4 address, or the /64 of IPv6, of which one visitor may use every address. */
export function networkOf(text: string): string {
  if (plainIpv4.test(text)) return text;
  const address = parseIp(text);
  if (address?.kind() !== "ipv6") return address?.toString() ?? text;
  const bytes = address.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return ipaddr.fromByteArray(bytes).toString();
}

/** Of this machine: everybody, behind a proxy that is not named as one. */
export const isLoopbackIp = (text: string): boolean => text.startsWith("127.") || text === "::1";

/** All IPv6 addresses that were ever handed out to be reached from anywhere. */
const handedOut = ipaddr.IPv6.parseCIDR("2000::/3");

/** Reachable from anywhere: neither this machine, nor a private network, nor anything reserved or never handed out. */
export function isPublicIp(text: string): boolean {
  const address = parseIp(text);
  if (address?.range() !== "unicast") return false;
  return address.kind() === "ipv4" || (address as ipaddr.IPv6).match(handedOut);
}

/** A comma-separated list of addresses and ranges. Throws with the entry that is neither. */
export function parseAddressRanges(list: string): AddressRange[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      try {
        if (entry.includes("/")) return ipaddr.parseCIDR(entry) as AddressRange;
      } catch {
        throw new Error(`${entry} is no address range. Example: 10.0.0.0/8, ::1`);
      }
      const address = parseIp(entry);
      if (!address) throw new Error(`${entry} is no address. Example: 10.0.0.0/8, ::1`);
      return [address, address.kind() === "ipv4" ? 32 : 128];
    });
}

export function isInRanges(text: string, ranges: readonly AddressRange[]): boolean {
  const address = parseIp(text);
  if (!address) return false;
  return ranges.some(([network, bits]) => {
    if (address.kind() !== network.kind()) return false;
    return address.match(network as never, bits);
  });
}

const judgedPeers = new WeakMap<readonly AddressRange[], Map<string, boolean>>();
const mostJudged = 1000;

/** Whether a peer is a proxy of ours. Remembered: the few in front of a server are asked about with every request. */
export function isTrusted(text: string, trusted: readonly AddressRange[]): boolean {
  if (trusted.length === 0) return false;
  const judged = judgedPeers.get(trusted) ?? new Map<string, boolean>();
  judgedPeers.set(trusted, judged);
  const known = judged.get(text);
  if (known !== undefined) return known;
  const verdict = isInRanges(text, trusted);
  if (judged.size < mostJudged) judged.set(text, verdict);
  return verdict;
}

/** The nearest address that is not a trusted proxy. What a stranger claims in the header is never believed. */
export function clientIp(
  peer: string,
  forwardedFor: string | undefined,
  trusted: readonly AddressRange[],
): string {
  let nearest = peer;
  const hops = (forwardedFor ?? "").split(",").reverse();
  for (const hop of hops) {
    if (!isTrusted(nearest, trusted)) return canonicalIp(nearest) ?? nearest;
    const address = canonicalIp(hop.trim());
    if (!address) return canonicalIp(nearest) ?? nearest;
    nearest = address;
  }
  return canonicalIp(nearest) ?? nearest;
}
