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

/** What is kept of a visitor's address: the /24 of IPv4, the /48 of IPv6. */
export function truncateIp(text: string): string | undefined {
  const address = parseIp(text);
  if (!address) return undefined;
  const kept = address.kind() === "ipv4" ? 3 : 6;
  const bytes = address.toByteArray().map((byte, index) => (index < kept ? byte : 0));
  return ipaddr.fromByteArray(bytes).toString();
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

/** The few proxies in front are asked about with every request. */
function isTrusted(text: string, trusted: readonly AddressRange[]): boolean {
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
    if (!isTrusted(nearest, trusted)) return canonical(nearest);
    const address = parseIp(hop);
    if (!address) return canonical(nearest);
    nearest = address.toString();
  }
  return canonical(nearest);
}

const canonical = (text: string): string => parseIp(text)?.toString() ?? text;
