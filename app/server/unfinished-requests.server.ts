import { finished } from "node:stream";
import type { FastifyInstance } from "fastify";
import { DomainError } from "~/domain/domain-error";
import type { Clock } from "~/lib/clock";
import { isLoopbackIp, networkOf } from "~/lib/ip-address";

/** A request that came in one go is there long before. */
const slowAfterMs = 5000;
/** As many as a household with pictures to send, not as many as keep a server's connections busy for ten minutes each. */
const mostSlow = 32;
/** An office behind one address may send many small ones in the same moment. */
const mostAtOnce = 512;

/** When each request began that has not arrived in full, the oldest first. */
type Unfinished = Map<symbol, number>;

function hasTooMany(open: Unfinished, now: number): boolean {
  if (open.size >= mostAtOnce) return true;
  let slow = 0;
  for (const since of open.values()) {
    if (now - since < slowAfterMs) return false;
    slow += 1;
    if (slow >= mostSlow) return true;
  }
  return false;
}

/** A client whose requests do not arrive in full may have only so many of them open; what comes beyond is refused unread. */
export function boundUnfinishedRequests(app: FastifyInstance, clock: Clock): void {
  const clients = new Map<string, Unfinished>();

  app.addHook("onRequest", async ({ raw, clientIp }, reply) => {
    const { "transfer-encoding": encoding, "content-length": length = "0" } = raw.headers;
    // Behind a proxy that is not named as one everybody has the address of this machine.
    if ((encoding === undefined && length === "0") || isLoopbackIp(clientIp)) return;
    const client = networkOf(clientIp);
    const open: Unfinished = clients.get(client) ?? new Map();
    if (hasTooMany(open, clock.now())) {
      reply.header("connection", "close");
      throw new DomainError(
        "unavailable",
        "too_many_unfinished",
        "Too many requests from your network are still on their way. Nothing was stored; please try again in a moment.",
        { retryAfter: 10 },
      );
    }
    const one = Symbol();
    clients.set(client, open.set(one, clock.now()));
    finished(raw, { writable: false }, () => {
      open.delete(one);
      if (open.size === 0) clients.delete(client);
    });
  });
}
