import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import { expectedError } from "./http-errors.server";
import type { ServerDeps } from "./server-deps";
import type { Surfaces } from "./surfaces.server";

export interface Readiness {
  /** Empty when ready; otherwise what is missing, in words. Rejects where the database is away. */
  problems(): Promise<string[]>;
}

function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  // Through a proxy of this machine everybody would be here.
  const isForwarded = request.headers["x-forwarded-for"] ?? request.headers.forwarded;
  if (isForwarded === undefined && /^(127\.|::1$)/.test(request.clientIp)) return true;
  const given = request.headers.authorization ?? "";
  const expected = `Bearer ${token ?? ""}`;
  return (
    token !== undefined &&
    given.length === expected.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  );
}

/** Liveness, readiness and Prometheus figures. */
export function registerHealth(
  app: FastifyInstance,
  deps: ServerDeps,
  surfaces: Surfaces,
  readiness: Readiness,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const constraints = { surface: surfaces.app };
  app.get("/healthz", { constraints }, async (_request, reply) => reply.type("text/plain").send("ok"));
  app.get("/readyz", { constraints }, async (_request, reply) => {
    const problems = await readiness.problems().catch((error: unknown) => {
      const expected = expectedError(error);
      if (!expected) throw error;
      return [expected.safeMessage];
    });
    return reply.status(problems.length === 0 ? 200 : 503).send({ ready: problems.length === 0, problems });
  });
  app.get("/metrics", { constraints }, async (request, reply) => {
    if (!mayReadMetrics(request, deps.config.http.metricsToken)) return reply.status(404).send();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
