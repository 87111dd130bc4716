import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type ApiKeyActor, authenticateApiKey } from "~/domain/developer/authenticate-api-key.server";
import { isJsonDeeper } from "~/lib/json-depth";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { answerCall } from "./answer-call.server";
import { apiNouns } from "./api-nouns";
import { registerApiRoot } from "./api-root";
import type { ApiRoute } from "./api-route";
import { registerExportDownload } from "./export-download.server";
import { openApiDocument } from "./openapi";
import { type ApiProblem, type Problem, problem, problemOf } from "./problem";

const jsonLimit = 6 * 1024 * 1024;
const csvLimit = 256 * 1024 * 1024;
/** Several times what the deepest page has. */
const deepestJson = 1000;
const callsPerMinute = 600;

export function sendProblem(reply: FastifyReply, { retryAfter, ...given }: Problem): FastifyReply {
  if (retryAfter) reply.header("retry-after", String(retryAfter));
  if (given.status === 401) reply.header("www-authenticate", 'Bearer realm="foyer"');
  return reply
    .status(given.status)
    .type("application/problem+json; charset=utf-8")
    .send({ type: "about:blank", ...given });
}

async function authenticate(deps: ServerDeps, request: FastifyRequest): Promise<ApiKeyActor> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (!token) throw problem(401, "token_missing", "Send an API key: Authorization: Bearer foyer_...");
  return authenticateApiKey(deps, token);
}

/** Why a body was not taken: it is no JSON, or it has a name that readers of JSON lose or stumble over. */
function problemOfJson(text: string) {
  try {
    JSON.parse(text);
  } catch {
    return problem(400, "json_malformed", "The body is not valid JSON.");
  }
  return problem(
    400,
    "name_forbidden",
    "“__proto__”, and “prototype” in “constructor”, cannot be names. Take another one.",
  );
}

/** JSON in UTF-8; an empty body is no body. */
function readJsonBodies(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser("error", "error");
  api.removeAllContentTypeParsers();
  api.addContentTypeParser(
    "application/json",
    { parseAs: "buffer", bodyLimit: jsonLimit },
    (request, body, done) => {
      if (body.length === 0) return done(null, undefined);
      let text: string;
      try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(body as Buffer);
      } catch {
        return done(problem(400, "encoding_invalid", "The body is not UTF-8."), undefined);
      }
      if (isJsonDeeper(text, deepestJson))
        return done(
          problem(400, "json_too_deep", `The body nests more than ${deepestJson} levels.`),
          undefined,
        );
      parse(request, text, (error, value) => done(error ? problemOfJson(text) : null, value));
    },
  );
  api.addContentTypeParser("text/csv", (_request, file, done) => done(null, file));
}

const isCsv = (request: FastifyRequest) => /^text\/csv\b/i.test(request.headers["content-type"] ?? "");

/** Before the body is read: a file where JSON is asked for is told so, not parsed. */
function requireBodyKind(route: ApiRoute, request: FastifyRequest): void {
  if (!route.csv && request.headers["content-type"] === undefined) return;
  if (Boolean(route.csv) === isCsv(request)) return;
  const wanted = route.csv ? "text/csv" : "application/json";
  throw problem(415, "media_type_unsupported", `Send this with Content-Type: ${wanted}.`);
}

const patternOf = (route: ApiRoute) => new RegExp(`^/api/v1${route.path.replace(/:\w+/g, "[^/]+")}$`);

/** Whatever no route answers: another method of a path that is there, or nothing at all. */
function missing(request: FastifyRequest): ApiProblem & { allow?: string } {
  const path = request.url.split("?", 1)[0] ?? "";
  const methods = /^\/api\/v1\/?$/.test(path)
    ? ["GET"]
    : apiNouns
        .flatMap((noun) => noun.routes)
        .filter((route) => patternOf(route).test(path))
        .map((route) => route.method);
  if (methods.length === 0)
    return problem(404, "route_not_found", "The API has no such call. See /docs/api.");
  const allow = [...new Set(methods)].join(", ");
  return Object.assign(problem(405, "method_not_allowed", `This takes ${allow}.`), { allow });
}

/** /api/v1: every call comes from the list of nouns. */
export async function registerApiV1(
  app: FastifyInstance,
  deps: ServerDeps,
  surfaces: Surfaces,
): Promise<void> {
  const constraints = { surface: surfaces.app };
  let document = "";
  await app.register(
    async (api) => {
      const actors = new WeakMap<FastifyRequest, ApiKeyActor>();
      readJsonBodies(api);
      await api.register(rateLimit, { global: false, enableDraftSpec: true });
      api.addHook("onSend", async (_request, reply) => {
        if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
        reply.header("x-content-type-options", "nosniff");
      });
      api.setErrorHandler((error, _request, reply) => {
        const known = problemOf(error);
        if (known) return sendProblem(reply, known);
        const status = (error as { statusCode?: number }).statusCode ?? 500;
        if (status < 500)
          return sendProblem(reply, { status, code: "request_invalid", title: (error as Error).message });
        deps.log.error({ err: error }, "api call failed");
        const title = "Something went wrong on our side. Try again in a moment.";
        return sendProblem(reply, { status: 500, code: "internal", title });
      });
      api.get("/openapi.json", { constraints }, (_request, reply) => {
        // Made for the first who asks: a tenth of a start's time.
        document ||= JSON.stringify(openApiDocument(deps.urls.app("/api/v1")));
        return reply
          .type("application/json; charset=utf-8")
          .header("cache-control", "public, max-age=300")
          .send(document);
      });
      registerApiRoot(api, deps, constraints);
      registerExportDownload(api, deps, constraints, (request) => authenticate(deps, request));
      for (const route of apiNouns.flatMap((noun) => noun.routes)) {
        api.route({
          method: route.method,
          url: route.path,
          constraints,
          bodyLimit: route.csv ? csvLimit : jsonLimit,
          onRequest: async (request) => {
            actors.set(request, await authenticate(deps, request));
            requireBodyKind(route, request);
          },
          config: {
            rateLimit: {
              max: callsPerMinute,
              timeWindow: 60_000,
              hook: "preParsing",
              keyGenerator: (request) => actors.get(request)?.keyId ?? request.clientIp,
              errorResponseBuilder: (_request, { ttl }) =>
                problem(429, "rate_limited", "Too many calls with this key. Wait a moment.", {
                  retryAfter: Math.ceil(ttl / 1000),
                }),
            },
          },
          handler: (request, reply) => {
            const actor = actors.get(request);
            if (!actor) throw problem(401, "token_missing", "Send an API key.");
            return answerCall(deps, route, actor, request, reply);
          },
        });
      }
      const refuse = (request: FastifyRequest, reply: FastifyReply) => {
        const found = missing(request);
        if (found.allow) reply.header("allow", found.allow);
        return sendProblem(reply, found.problem);
      };
      const changes = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
      api.route({ method: changes, url: "/", constraints, handler: refuse });
      api.route({ method: ["GET", "HEAD", ...changes], url: "/*", constraints, handler: refuse });
    },
    { prefix: "/api/v1" },
  );
}
