import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** The visitor's address: X-Forwarded-For counts only as far as each hop is a trusted proxy. */
export type ClientIp = (request: IncomingMessage) => string;

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return ipaddr.isValid(address) ? ipaddr.process(address) : undefined;
}

export function createClientIp(trustedProxies: readonly string[]): ClientIp {
  const ranges: Range[] = trustedProxies.map((cidr) =>
    ipaddr.parseCIDR(cidr.includes("/") ? cidr : `${cidr}/32`),
  );
  const trusted = (address: ipaddr.IPv4 | ipaddr.IPv6) =>
    ranges.some(
      ([network, bits]) => network.kind() === address.kind() && address.match([network, bits] as never),
    );
  return (request) => {
    const socket = request.socket.remoteAddress ?? "127.0.0.1";
    if (ranges.length === 0) return socket.startsWith("::ffff:") ? socket.slice(7) : socket;
    let current = parse(socket);
    const forwarded = request.headers["x-forwarded-for"];
    const hops = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",").reverse();
    for (const hop of hops) {
      if (!current || !trusted(current)) break;
      const next = parse(hop.trim());
      if (!next) break;
      current = next;
    }
    return current?.toString() ?? "127.0.0.1";
  };
}

/** True when the request came over TLS, as far as a trusted proxy may say. */
export function isSecureRequest(request: IncomingMessage, trustedProxies: readonly string[]): boolean {
  if (trustedProxies.length === 0) return false;
  return request.headers["x-forwarded-proto"] === "https";
}
