import type { FastifyInstance } from "fastify";
import { createRollUpQueue } from "~/domain/analytics/roll-up-queue.server";
import { ownCookies } from "~/domain/consent/own-cookies";
import { createPageTokenReader } from "~/domain/tracking/page-token.server";
import { readVisit } from "~/domain/tracking/read-visit.server";
import { createVisitSink } from "~/domain/tracking/record-visits.server";
import { readBeacon } from "~/domain/tracking/visit";
import { clientIp, isLoopbackIp, isTrusted, networkOf, parseAddressRanges } from "~/lib/ip-address";
import { openPlaceSource } from "~/lib/place-source.server";
import { createRateSketch } from "~/lib/rate-sketch";
import { addQuickAnswer } from "../door/quick-answers";
import { presentDate, wholeAnswer } from "../door/wire-head";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { isReturning } from "./variant-cookie";

export interface GivenView {
  body: Buffer;
  ip: string;
  userAgent: string;
  host: string;
  /** The browser sends Global Privacy Control. */
  gpc: boolean;
  cookies: string;
  /** Value of the header that names the visitor's place, and whether a trusted proxy spoke. */
  placeHeader: string;
  isProxied: boolean;
}

export type ViewStatus = 204 | 400 | 413 | 503;

export interface PageViewSink {
  /** Reads the beacon; the status of the answer, once it is durable. */
  take(view: GivenView): ViewStatus | Promise<ViewStatus>;
  /** Resolves when everything taken is stored, and nothing is counted any more. */
  drain(): Promise<void>;
  /** Beacons by what became of them, since the start. */
  readonly counts: ReadonlyMap<string, number>;
}

const bodyLimit = 8 * 1024;
const mostPerMinute = 600;

export function createPageViewSink(deps: ServerDeps): PageViewSink {
  const readToken = createPageTokenReader(deps);
  const byAddress = createRateSketch(60_000, () => deps.clock.now());
  const sink = createVisitSink(deps);
  const rollUps = createRollUpQueue(deps);
  const places = openPlaceSource(deps.config.http.places);
  const isHttps = deps.config.origins.pagesScheme === "https";
  const counts = new Map<string, number>();
  const count = <T>(what: string, status: T): T => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    return status;
  };

  return {
    counts,
    async drain() {
      await sink.drain();
      await rollUps.drain();
    },
    take(view) {
      if (view.body.length > bodyLimit) return count("too_large", 413);
      const beacon = readBeacon(view.body.toString("utf8"));
      if (!beacon) return count("unreadable", 400);
      const page = readToken(beacon.t);
      // A page that is not ours gets the answer of one that is: nothing can be tried out here.
      if (!page) return count("unknown_page", 204);
      const { ip, userAgent, host, gpc, cookies } = view;
      if (!isLoopbackIp(ip) && byAddress.hit(networkOf(ip)) > mostPerMinute) return count("flood", 204);
      const now = deps.clock.now();
      const isKnown = beacon.a && isReturning(ownCookies(cookies, isHttps), page.pageId, now);
      const place = places.placeOf({
        ip,
        header: view.placeHeader,
        isProxied: view.isProxied,
        regions: beacon.a && !gpc,
      });
      const visit = readVisit({ beacon, page, now, ip, userAgent, host, gpc, isReturning: isKnown, place });
      return sink.add(visit).then(
        () => {
          rollUps.note(visit);
          return count(visit.isBot ? "bot" : "stored", 204 as const);
        },
        (error: unknown) => {
          if (!counts.has("failed")) deps.log.warn({ err: error }, "page views cannot be stored");
          return count("failed", 503 as const);
        },
      );
    },
  };
}

const headersOf = (status: ViewStatus): string[] => [
  "cache-control",
  "no-store",
  ...(status === 204 ? [] : ["content-length", "0"]),
  ...(status === 503 ? ["retry-after", "5"] : []),
];

let thanks: { second: number; bytes: Buffer } = { second: 0, bytes: Buffer.alloc(0) };

function answerBytes(status: ViewStatus): Buffer {
  if (status !== 204) return wholeAnswer(status, headersOf(status));
  const { second } = presentDate();
  if (thanks.second !== second) thanks = { second, bytes: wholeAnswer(204, headersOf(204)) };
  return thanks.bytes;
}

/** `POST /v` on every site: below the router, since every view of every page comes through here. */
export function registerPageViews(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const views = createPageViewSink(deps);
  const { header: placeHeader } = deps.config.http.places;
  const trusted = parseAddressRanges(deps.config.http.trustedProxies.join(","));
  app.addHook("onClose", () => views.drain());
  addQuickAnswer(app, (request) => {
    if (request.target !== "/v" || request.method !== "POST") return undefined;
    if (surfaces.of(request.host) !== surfaces.site) return undefined;
    const status = views.take({
      body: request.body,
      ip: clientIp(request.remoteAddress, request.header("x-forwarded-for"), trusted),
      userAgent: request.header("user-agent"),
      host: request.host,
      gpc: request.header("sec-gpc") === "1",
      cookies: request.header("cookie"),
      placeHeader: placeHeader ? request.header(placeHeader) : "",
      isProxied: isTrusted(request.remoteAddress, trusted),
    });
    return typeof status === "number" ? answerBytes(status) : status.then(answerBytes);
  });
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, _request, reply) => {
      if ((error as { statusCode?: number }).statusCode !== 413) throw error;
      return reply.status(413).headers({ "cache-control": "no-store", "content-length": "0" }).send();
    });
    scope.post("/v", { constraints: { surface: surfaces.site } }, async (request, reply) => {
      const status = await views.take({
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        ip: request.clientIp,
        userAgent: request.headers["user-agent"] ?? "",
        host: request.headers.host ?? "",
        gpc: request.headers["sec-gpc"] === "1",
        cookies: request.headers.cookie ?? "",
        placeHeader: String((placeHeader && request.headers[placeHeader]) || ""),
        isProxied: isTrusted(request.socket.remoteAddress ?? "", trusted),
      });
      const headers = headersOf(status);
      for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] ?? "", headers[at + 1]);
      return reply.status(status).send();
    });
  });
}
