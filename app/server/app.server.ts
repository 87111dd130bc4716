import type { Socket } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { clientIp, parseAddressRanges } from "~/lib/ip-address";
import { openDoor, type QuickAnswer } from "./door/open-door.server";
import { edgePlugins, productPlugins } from "./edge/edge-plugins.server";
import { isPerson, sendPersonNotice } from "./edge/person-notice.server";
import { type Readiness, registerHealth } from "./health.server";
import { expectedError, internalFault, statusOfKind } from "./http-errors.server";
import { registerRemix } from "./remix-handler.server";
import { plainTarget } from "./request-target";
import type { ServerDeps } from "./server-deps";
import { registerStaticFiles } from "./static-files.server";
import { createSurfaces, surfaceConstraint } from "./surfaces.server";
import { boundUnfinishedRequests } from "./unfinished-requests.server";

declare module "fastify" {
  interface FastifyRequest {
    clientIp: string;
    /** Slug of the site that the host names; empty on other hosts. */
    siteSlug: string;
  }
}

export interface AppParts {
  /** The Remix build; left out where only the edges are tested. */
  build?: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built client, or of public/ in development. */
  clientFolder?: string;
  readiness?: Readiness;
  /** How long one whole request may take to arrive; ten minutes when left out. */
  requestMs?: number;
  /** Runs before Remix is registered; development hangs Vite in here. */
  prepareApp?: (app: FastifyInstance) => Promise<void>;
}

const alwaysReady: Readiness = { problems: async () => [] };
const minute = 60_000;

/** The framework's own news, such as "listening", is for debugging. */
const quieter = (level: string): string => (level === "info" ? "warn" : level);

/** A request with two Host headers may mean one site to a proxy and another one here: it is answered by none. */
function namesOneHost(rawHeaders: readonly string[]): boolean {
  let names = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (/^host$/i.test(rawHeaders[at] ?? "")) names += 1;
  return names < 2;
}

const unreadable: Record<string, readonly [string, string]> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "This address, or what the browser sends with it, is too long.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "This took too long to arrive. Please try again."],
};

/** Bytes that are no request: said in plain words, since browsers show whatever comes. */
function refuseBytes(error: { code?: string }, socket: Socket): void {
  // A connection that broke hears nothing more.
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) return void socket.destroy();
  const [status, words] = unreadable[error.code ?? ""] ?? ["400 Bad Request", "This request cannot be read."];
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${words.length}\r\nconnection: close\r\n\r\n${words}`,
  );
}

function refuseAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isPerson(request)) return sendPersonNotice(request, reply, 400, "missing");
  const title = "This address has a percent sign out of place.";
  return reply
    .status(400)
    .type("application/problem+json")
    .send({ title, status: 400, code: "address_malformed" });
}

/** Builds the application without listening; tests use inject. */
export async function buildApp(deps: ServerDeps, parts: AppParts = {}): Promise<FastifyInstance> {
  const surfaces = createSurfaces(deps.config);
  const quickAnswers: QuickAnswer[] = [];
  const trusted = parseAddressRanges(deps.config.http.trustedProxies.join(","));
  const { requestMs = 10 * minute } = parts;
  const app = Fastify({
    serverFactory: (handler) => {
      const server = openDoor(
        { maxHeaderSize: 16 * 1024, connectionsCheckingInterval: Math.min(requestMs / 2, minute / 2) },
        quickAnswers,
        handler,
        (fault) => deps.log.error({ err: fault }, "a quick answer failed"),
      );
      server.headersTimeout = Math.min(requestMs, minute / 2);
      // A film of 50 MB takes seven minutes on a slow line; silence in between is not waited for that long.
      server.requestTimeout = requestMs;
      server.keepAliveTimeout = 72_000;
      // Of silence on both sides: who does not read an answer does not keep it in memory for ever.
      server.timeout = 2 * minute;
      return server;
    },
    loggerInstance: deps.log.child({}, { level: quieter(deps.log.level) }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    rewriteUrl: ({ url = "/", headers }) => plainTarget(url, headers.host),
    routerOptions: { constraints: { surface: surfaceConstraint(surfaces) as never }, maxParamLength: 400 },
    forceCloseConnections: true,
    // Only addresses that cannot be decoded come here: no route, no hook, no surface is known yet.
    clientErrorHandler: refuseBytes,
    frameworkErrors: (_error, request, reply) =>
      refuseAddress(request as FastifyRequest, reply as unknown as FastifyReply),
  });
  app.decorate("quickAnswers", quickAnswers);
  app.decorateRequest("clientIp", "");
  app.decorateRequest("siteSlug", "");
  app.addHook("onRequest", async (request, reply) => {
    const host = namesOneHost(request.raw.rawHeaders) ? request.headers.host : undefined;
    const surface = surfaces.of(host);
    if (!host || surface === "unknown") {
      if (host && isPerson(request)) return sendPersonNotice(request, reply, 421, "missing");
      return reply
        .status(host ? 421 : 400)
        .type("text/plain")
        .send(host ? "No site is served under this name here." : "The request names no valid host.");
    }
    const forwarded = request.headers["x-forwarded-for"];
    request.clientIp = clientIp(request.raw.socket.remoteAddress ?? "", forwarded?.toString(), trusted);
    request.siteSlug = surface === "site" ? surfaces.siteSlug(host) : "";
  });
  boundUnfinishedRequests(app, deps.clock);
  app.setErrorHandler((error, request, reply) => {
    const expected = expectedError(error);
    if (expected?.kind === "unavailable" && isPerson(request))
      return sendPersonNotice(request, reply, 503, "away");
    if (expected) {
      const { retryAfter, fields, data } = expected.details;
      if (retryAfter) reply.header("retry-after", String(retryAfter));
      return reply
        .status(statusOfKind[expected.kind])
        .type("application/problem+json")
        .send({ title: expected.safeMessage, code: expected.code, fields, data });
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) deps.log.error({ err: error }, "request failed");
    if (status >= 500 && isPerson(request)) return sendPersonNotice(request, reply, status, "away");
    return reply
      .status(status)
      .type("application/problem+json")
      .send(status >= 500 ? internalFault : { title: (error as Error).message, code: "bad_request" });
  });

  app.setNotFoundHandler((request, reply) => {
    const isPage = request.siteSlug !== "" && request.method !== "GET" && request.method !== "HEAD";
    if (!isPage && isPerson(request)) return sendPersonNotice(request, reply, 404, "missing");
    if (isPage) reply.header("allow", "GET, HEAD");
    return reply
      .status(isPage ? 405 : 404)
      .header("cache-control", "no-store")
      .type("application/problem+json")
      .send(
        isPage
          ? { title: "A page can only be read.", status: 405, code: "method_not_allowed" }
          : { title: "There is nothing at this address.", status: 404, code: "not_found" },
      );
  });

  registerHealth(app, deps, surfaces, parts.readiness ?? alwaysReady);
  const { roles } = deps.config;
  if (roles.includes("web")) for (const plugin of productPlugins) await plugin(app, deps, surfaces);
  if (roles.includes("edge")) for (const plugin of edgePlugins) await plugin(app, deps, surfaces);
  if (parts.clientFolder) await registerStaticFiles(app, parts.clientFolder, surfaces);
  await parts.prepareApp?.(app);
  if (parts.build) registerRemix(app, deps, parts.build, surfaces.app);
  return app;
}
