import { randomBytes } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { paymentPages } from "~/domain/billing/payment-pages";
import { mostInOneRequest } from "~/domain/termination/archive-import";
import type { ServerDeps } from "./server-deps";
import { answerRefusals } from "./session/answer-refusals.server";
import { BodyTooLargeError } from "./session/unreadable-body.server";

const bodyLimit = 12 * 1024 * 1024;
/** With room for the frame around the file. */
const fileBodyLimit = 51 * 1024 * 1024;

/** Goes to the disk while it comes. By script it comes in pieces. */
const archiveBodyLimit = mostInOneRequest + 1024 * 1024;

/** Files that pages show and forms hand over, and archives, may be larger; who sends them is known before they are read. */
function limitOf(url: string): number {
  if (/^\/w\/[^/?]+\/(?:films|downloads)(?:[?.]|$)/.test(url)) return fileBodyLimit;
  return /^\/w\/[^/?]+\/settings\/import(?:[?.]|$)/.test(url) ? archiveBodyLimit : bodyLimit;
}

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;
const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Headers that only a proxy may set; Remix would trust them from anyone. */
const stripped = new Set([
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-for",
  "x-forwarded-port",
  "forwarded",
]);

const development = process.env.NODE_ENV === "development";

/** Vite writes styles into the page and talks over a socket while one develops; production does neither. */
const styles = development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'";
const connections = development ? "connect-src 'self' ws:" : "connect-src 'self'";

/** `formTargets`: where the answer to a form may lead on to. */
const productCsp = (nonce: string, formTargets: readonly string[]): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    styles,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    connections,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
  ].join("; ");

/** Screens and their data; downloads are compressed already, or have a length to tell. */
const compressible = /^(?:text\/(?:html|x-script)|application\/json)\b/;
/** Made anew for each person: quick, and in a small window, since each answer under way holds one. */
const quickBrotli = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 };

function limited(stream: NodeJS.ReadableStream, limit: number): Readable {
  let seen = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > limit ? new BodyTooLargeError() : null, chunk);
    },
  });
  return stream.pipe(counter);
}

function toHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || stripped.has(name)) continue;
    // A form on a no-referrer page says "null"; whether it is foreign was decided before by Sec-Fetch-Site.
    if (name === "origin" && value === "null") continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return headers;
}

function toRequest(request: FastifyRequest, reply: FastifyReply, scheme: string): Request {
  const target = request.raw.url ?? "/";
  // Absolute-form targets (GET http://x/about) keep only path and search.
  const path = target.startsWith("/") ? target : new URL(target).pathname + new URL(target).search;
  const controller = new AbortController();
  reply.raw.once("close", () => controller.abort());
  const init: RequestInit & { duplex?: "half" } = {
    method: request.method,
    headers: toHeaders(request),
    signal: controller.signal,
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    init.body = Readable.toWeb(limited(request.raw, limitOf(request.url))) as ReadableStream;
    init.duplex = "half";
  }
  return new Request(`${scheme}//${request.headers.host}${path.replace(/^\/+/, "/")}`, init);
}

/** Refuses unsafe requests that another site makes a browser send. */
function isForeign(request: FastifyRequest, scheme: string): boolean {
  if (!unsafe.has(request.method)) return false;
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin") return false;
  if (site !== undefined && site !== "none") return true;
  return request.headers.origin !== `${scheme}//${request.headers.host}`;
}

async function send(reply: FastifyReply, response: Response, csp: string): Promise<void> {
  reply.status(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
  if (!response.headers.has("content-security-policy")) {
    reply.header("content-security-policy", csp);
  }
  reply.header("x-content-type-options", "nosniff");
  if (!response.headers.has("referrer-policy")) reply.header("referrer-policy", "same-origin");
  if (!response.headers.has("cache-control")) reply.header("cache-control", "no-store");
  reply.header("cross-origin-opener-policy", "same-origin");
  if (response.body) await reply.send(Readable.fromWeb(response.body as never));
  else await reply.send();
}

/** Everything on the app host that no other route takes goes to Remix. */
export function registerRemix(
  app: FastifyInstance,
  deps: ServerDeps,
  build: ServerBuild | (() => Promise<ServerBuild>),
  surface: string,
): void {
  const answering =
    typeof build === "function" ? async () => answerRefusals(await build()) : answerRefusals(build);
  const handle = createRequestHandler(answering, process.env.NODE_ENV);
  const scheme = new URL(deps.config.origins.app).protocol;
  const formTargets = paymentPages(deps.config);
  app.register(async (scope) => {
    await scope.register(compress, {
      customTypes: compressible,
      encodings: ["br", "gzip"],
      brotliOptions: { params: quickBrotli },
      // A body is taken as it came: what it unpacks to would have no limit.
      globalDecompression: false,
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
    scope.route({
      method: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
      url: "/*",
      constraints: { surface },
      async handler(request, reply) {
        const limit = limitOf(request.url);
        if (Number(request.headers["content-length"] ?? 0) > limit) {
          const words = `This is larger than ${inMegabytes(limit)} and was not taken.`;
          return reply.status(413).type("text/plain").send(words);
        }
        if (isForeign(request, scheme)) {
          return reply
            .status(403)
            .type("text/plain")
            .send("This request came from another site and was not carried out. Go back and try again.");
        }
        const nonce = randomBytes(16).toString("base64");
        const context = { deps, nonce, clientIp: request.clientIp };
        const response = await handle(toRequest(request, reply, scheme), context);
        await send(reply, response, productCsp(nonce, formTargets));
        return reply;
      },
    });
  });
}
