import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicIp } from "./ip-address";

/** The address leads to this machine or into a private network. */
export class PrivateTargetError extends Error {}

export interface PublicRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** For tests and for instances that talk to their own network. */
  allowPrivate: boolean;
}

/**
 * Posts to an address that a customer chose. Only to public addresses, and to the very ones that were looked up, so
 * that a name cannot change its mind between; redirects are not followed, and nothing of the answer is kept but its status.
 */
export async function postPublicly(request: PublicRequest): Promise<{ status: number }> {
  const url = new URL(request.url);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const signal = AbortSignal.timeout(request.timeoutMs);
  const found = await lookup(host, { all: true });
  if (!request.allowPrivate && !found.every(({ address }) => isPublicIp(address))) {
    throw new PrivateTargetError("The address leads into a private network.");
  }
  const pinned: LookupFunction = (_host, options, done) => {
    const [first] = found;
    if (options.all) done(null, found);
    else done(null, first?.address ?? "", first?.family);
  };
  const client = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const call = client.request(
      url,
      {
        method: "POST",
        signal,
        lookup: pinned,
        agent: false,
        headers: { ...request.headers, "content-length": Buffer.byteLength(request.body) },
      },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0 });
        answer.destroy();
      },
    );
    call.on("error", reject);
    call.end(request.body);
  });
}
