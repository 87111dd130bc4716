import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { createPageTokenReader } from "~/domain/tracking/page-token.server";
import { readVisit } from "~/domain/tracking/read-visit.server";
import { createVisitSink, type VisitSink } from "~/domain/tracking/record-visits.server";
import { readBeacon } from "~/domain/tracking/visit";
import { clientIp, parseAddressRanges } from "~/lib/ip-address";
import { createRateSketch } from "~/lib/rate-sketch";
import { addFastPath } from "../fast-path";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { mayGoWhole, sendWhole, thisSecond, wireHead } from "./whole-answer";

export interface PageViewSink {
  /** Reads the beacon and answers when it is durable. */
  take(request: IncomingMessage, response: ServerResponse): void;
  readonly sink: VisitSink;
  /** Beacons by what became of them, since the start. */
  readonly counts: ReadonlyMap<string, number>;
}

const bodyLimit = 8 * 1024;
const mostPerMinute = 600;
const isLoopback = (ip: string) => /^127\.|^::1$/.test(ip);
const noStore = ["cache-control", "no-store"];

/** Works below the router, since every view of every page comes through here. */
export function createPageViewSink(deps: ServerDeps): PageViewSink {
  const readToken = createPageTokenReader(deps);
  const trusted = parseAddressRanges(deps.config.http.trustedProxies.join(","));
  const byAddress = createRateSketch(60_000, () => deps.clock.now());
  const sink = createVisitSink(deps);
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

  let thanks: { second: number; whole: Buffer } = { second: 0, whole: Buffer.alloc(0) };

  function answer(request: IncomingMessage, response: ServerResponse, status: number, what: string): void {
    count(what);
    if (status === 204 && mayGoWhole(request, response)) {
      const second = thisSecond();
      if (thanks.second !== second) thanks = { second, whole: wireHead("204 No Content", noStore, second) };
      sendWhole(response, thanks.whole);
      return;
    }
    if (status === 503) response.setHeader("retry-after", "5");
    response.writeHead(status, status === 204 ? noStore : [...noStore, "content-length", "0"]).end();
  }

  function record(body: string, request: IncomingMessage, response: ServerResponse): void {
    const beacon = readBeacon(body);
    const page = beacon && readToken(beacon.t);
    if (!beacon || !page) {
      // A page that is not ours gets the answer of one that is: nothing can be tried out here.
      answer(request, response, beacon ? 204 : 400, beacon ? "unknown_page" : "unreadable");
      return;
    }
    const forwarded = request.headers["x-forwarded-for"]?.toString();
    const ip = clientIp(request.socket.remoteAddress ?? "", forwarded, trusted);
    if (!isLoopback(ip) && byAddress.hit(ip) > mostPerMinute) {
      answer(request, response, 204, "flood");
      return;
    }
    const visit = readVisit({
      beacon,
      page,
      now: deps.clock.now(),
      ip,
      userAgent: request.headers["user-agent"] ?? "",
      host: request.headers.host ?? "",
      gpc: request.headers["sec-gpc"] === "1",
    });
    sink.add(visit).then(
      () => answer(request, response, 204, visit.isBot ? "bot" : "stored"),
      (error: unknown) => {
        if (!counts.has("failed")) deps.log.warn({ err: error }, "page views cannot be stored");
        answer(request, response, 503, "failed");
      },
    );
  }

  return {
    sink,
    counts,
    take(request, response) {
      const chunks: Buffer[] = [];
      let size = 0;
      request.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= bodyLimit) chunks.push(chunk);
      });
      request.on("end", () => {
        if (size > bodyLimit) answer(request, response, 413, "too_large");
        else record(Buffer.concat(chunks).toString("utf8"), request, response);
      });
      request.on("error", () => count("aborted"));
    },
  };
}

/** `POST /v` on every site. */
export function registerPageViews(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const views = createPageViewSink(deps);
  app.addHook("onClose", () => views.sink.drain());
  addFastPath(app, (request, response) => {
    if (request.url !== "/v" || request.method !== "POST") return false;
    if (surfaces.of(request.headers.host) !== surfaces.site) return false;
    views.take(request, response);
    return true;
  });
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.post("/v", { constraints: { surface: surfaces.site } }, (request, reply) => {
      reply.hijack();
      views.take(request.raw, reply.raw);
    });
  });
}
