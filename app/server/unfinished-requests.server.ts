import { finished } from "node:stream";
import type { FastifyInstance } from "fastify";
import { DomainError } from "~/domain/domain-error";
import { isLoopbackIp, networkOf } from "~/lib/ip-address";

/** As many as a household with pictures to send, not as many as keep a server's connections busy for ten minutes each. */
const mostOfClient = 32;

/** A client whose requests do not arrive in full may have only so many of them open; what comes beyond is refused unread. */
export function boundUnfinishedRequests(app: FastifyInstance): void {
  const unfinished = new Map<string, number>();

  app.addHook("onRequest", async ({ raw, clientIp }, reply) => {
    const { "transfer-encoding": encoding, "content-length": length = "0" } = raw.headers;
    // Behind a proxy that is not named as one everybody has the address of this machine.
    if ((encoding === undefined && length === "0") || isLoopbackIp(clientIp)) return;
    const client = networkOf(clientIp);
    const open = unfinished.get(client) ?? 0;
    if (open >= mostOfClient) {
      reply.header("connection", "close");
      throw new DomainError(
        "unavailable",
        "too_many_unfinished",
        "Too many requests from your network are still on their way. Nothing was stored; please try again in a moment.",
        { retryAfter: 10 },
      );
    }
    unfinished.set(client, open + 1);
    finished(raw, { writable: false }, () => {
      const left = (unfinished.get(client) ?? 1) - 1;
      if (left > 0) unfinished.set(client, left);
      else unfinished.delete(client);
    });
  });
}
