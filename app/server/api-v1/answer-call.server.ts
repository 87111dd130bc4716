import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { ApiKeyActor } from "~/domain/developer/authenticate-api-key.server";
import { rememberAnswer } from "~/domain/developer/remember-answer.server";
import { isDomainError } from "~/domain/domain-error";
import type { ServerDeps } from "../server-deps";
import type { ApiAnswer, ApiRoute } from "./api-route";
import { fieldErrors, problem } from "./problem";

function read(schema: z.ZodType | undefined, given: unknown, what: "params" | "query" | "body"): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  if (what === "params") throw problem(404, "not_found", "There is no such thing.");
  throw problem(422, `${what}_invalid`, "Something in this request is not right. Nothing was done.", {
    errors: fieldErrors(parsed.error),
  });
}

/** The revision that a change started from. */
function revisionOf(request: FastifyRequest): number {
  const given = request.headers["if-match"];
  if (!given) {
    throw problem(
      428,
      "if_match_missing",
      'Send the ETag of what you change as If-Match, such as If-Match: "3".',
    );
  }
  const [, revision] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given.trim()) ?? [];
  if (revision === undefined)
    throw problem(412, "revision_differs", "This is not the present ETag. Nothing was changed.");
  return Number(revision);
}

const changedMeanwhile = (error: unknown) =>
  isDomainError(error) && error.kind === "conflict" && error.code.endsWith("_changed");

async function* noFile(): AsyncGenerator<Uint8Array> {}

async function run(deps: ServerDeps, route: ApiRoute, actor: ApiKeyActor, request: FastifyRequest) {
  const call = {
    deps,
    actor,
    workspaceId: actor.workspaceId,
    params: read(route.params, request.params, "params"),
    query: read(route.query, request.query, "query"),
    body: read(route.body, request.body, "body"),
    file: route.csv ? (request.body as AsyncIterable<Uint8Array>) : noFile(),
    revision: route.ifMatch ? revisionOf(request) : 0,
  };
  try {
    return await route.run(call);
  } catch (error) {
    if (!route.ifMatch || !changedMeanwhile(error)) throw error;
    throw problem(412, "revision_differs", (error as { safeMessage: string }).safeMessage);
  }
}

const keyShape = /^[\x21-\x7e]{1,255}$/;

/** The same POST with the same Idempotency-Key is done once. */
async function runOnce(deps: ServerDeps, route: ApiRoute, actor: ApiKeyActor, request: FastifyRequest) {
  const key = request.headers["idempotency-key"];
  if (route.method !== "POST" || key === undefined) return run(deps, route, actor, request);
  if (typeof key !== "string" || !keyShape.test(key)) {
    throw problem(400, "idempotency_key_invalid", "Use 1 to 255 visible characters as Idempotency-Key.");
  }
  const path = request.url.split("?", 1)[0] ?? "";
  const body = route.csv ? { query: request.query, length: request.headers["content-length"] } : request.body;
  const answer = await rememberAnswer(
    deps,
    { workspaceId: actor.workspaceId, apiKeyId: actor.keyId, route: `POST ${path}`, key, body },
    async () => {
      const done = await run(deps, route, actor, request);
      return { status: done.status ?? route.status, body: done };
    },
  );
  return answer.body as ApiAnswer<unknown>;
}

/** Checks, runs and answers one call. */
export async function answerCall(
  deps: ServerDeps,
  route: ApiRoute,
  actor: ApiKeyActor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!actor.scopes.includes(route.scope)) {
    throw problem(403, "scope_missing", `This key may not do that: it lacks the scope ${route.scope}.`);
  }
  const answer = await runOnce(deps, route, actor, request);
  if (answer.revision !== undefined) reply.header("etag", `"${answer.revision}"`);
  if (answer.location) reply.header("location", `/api/v1${answer.location}`);
  reply.status(answer.status ?? route.status);
  return answer.body === undefined
    ? reply.send()
    : reply.type("application/json; charset=utf-8").send(answer.body);
}
