import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { mayHaveCertificate } from "~/domain/sites/may-have-certificate.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** A request of this machine itself: one that a proxy passed on says so. */
const isFromHere = ({ raw, headers }: FastifyRequest): boolean =>
  loopback.test(raw.socket.remoteAddress ?? "") &&
  headers["x-forwarded-for"] === undefined &&
  headers.forwarded === undefined &&
  headers.via === undefined;

const isToken = (given: string, expected: string | undefined): boolean =>
  expected !== undefined &&
  given.length === expected.length &&
  timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/**
 * A proxy that gets certificates as they are needed asks here first: 200 for a host that is served now, 404 for any
 * other. Asked from this machine, or with TLS_ASK_TOKEN as `token`; for everybody else there is nothing here.
 */
export function registerTlsAsk(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  for (const surface of new Set([surfaces.app, surfaces.links, surfaces.here])) {
    app.get("/internal/ask", { constraints: { surface } }, async (request, reply) => {
      const { domain = "", token = "" } = request.query as Record<string, string | undefined>;
      const mayAsk = isFromHere(request) || isToken(String(token), deps.config.tlsAskToken);
      const isYes = mayAsk && (await mayHaveCertificate(deps, String(domain).slice(0, 260)));
      return reply
        .status(isYes ? 200 : 404)
        .header("cache-control", "no-store")
        .type("text/plain")
        .send(isYes ? "yes" : "no");
    });
  }
}
