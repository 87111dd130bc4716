import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { ApiKeyActor } from "~/domain/developer/authenticate-api-key.server";
import { rememberAnswer } from "~/domain/developer/remember-answer.server";
import { isDomainError } from "~/domain/domain-error";
import type { ServerDeps } from "../server-deps";
import type { ApiAnswer, ApiRoute } from "./api-route";
import { etagOf, startFrom } from "./present-etag.server";
import { fieldErrors, problem } from "./problem";
import { spoolBody } from "./spool-body.server";

function read(schema: z.ZodType | undefined, given: unknown, what: "params" | "query" | "body"): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  if (what === "params") throw problem(404, "not_found", "There is no such thing.");
  throw problem(422, `${what}_invalid`, "Something in this request is not right. Nothing was done.", {
    errors: fieldErrors(parsed.error),
  });
}

/** The revision that a change started from; undefined when the caller takes whatever is there. */
function revisionOf(request: FastifyRequest): number | undefined {
  const given = request.headers["if-match"]?.trim();
  if (!given || given === "*") return undefined;
  const [, revision] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given) ?? [];
  if (revision === undefined)
    throw problem(412, "revision_differs", "This is not the present ETag. Nothing was changed.");
  return Number(revision);
}

const changedMeanwhile = (error: unknown) =>
  isDomainError(error) && error.kind === "conflict" && error.code.endsWith("_changed");

async function* noFile(): AsyncGenerator<Uint8Array> {}

async function run(
  deps: ServerDeps,
  route: ApiRoute,
  actor: ApiKeyActor,
  request: FastifyRequest,
  file = request.body as AsyncIterable<Uint8Array>,
) {
  const call = {
    deps,
    actor,
    workspaceId: actor.workspaceId,
    params: read(route.params, request.params, "params"),
    query: read(route.query, request.query, "query"),
    body: read(route.body, request.body, "body"),
    file: route.csv ? file : noFile(),
    revision: route.ifMatch ? revisionOf(request) : undefined,
  };
  if (!route.ifMatch) call.deps = await startFrom(route, request.headers["if-match"], deps, call);
  try {
    return await route.run(call);
  } catch (error) {
    if (call.revision === undefined || !changedMeanwhile(error)) throw error;
    throw problem(412, "revision_differs", (error as { safeMessage: string }).safeMessage);
  }
}

const keyShape = /^[\x21-\x7e]{1,255}$/;

/** The same POST with the same Idempotency-Key is done once. */
async function runOnce(deps: ServerDeps, route: ApiRoute, actor: ApiKeyActor, request: FastifyRequest) {
  const key = request.headers["idempotency-key"];
  if (route.method !== "POST" || key === undefined) {
    return { done: await run(deps, route, actor, request), repeated: false };
  }
  if (typeof key !== "string" || !keyShape.test(key)) {
    throw problem(400, "idempotency_key_invalid", "Use 1 to 255 visible characters as Idempotency-Key.");
  }
  const path = request.url.split("?", 1)[0] ?? "";
  const file = route.csv
    ? await spoolBody(deps.config.data.folder, request.body as AsyncIterable<Uint8Array>)
    : undefined;
  try {
    const body = file ? { query: request.query, sha256: file.sha256 } : request.body;
    const answer = await rememberAnswer(
      deps,
      { workspaceId: actor.workspaceId, apiKeyId: actor.keyId, route: `POST ${path}`, key, body },
      async () => {
        const done = await run(deps, route, actor, request, file?.read());
        return { status: done.status ?? route.status, body: done };
      },
    );
    return { done: answer.body as ApiAnswer<unknown>, repeated: answer.repeated };
  } finally {
    await file?.remove();
  }
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
  const { done: answer, repeated } = await runOnce(deps, route, actor, request);
  if (repeated) reply.header("idempotency-replayed", "true");
  const etag = etagOf(route, answer);
  if (etag) reply.header("etag", etag);
  if (answer.location) reply.header("location", `/api/v1${answer.location}`);
  reply.status(answer.status ?? route.status);
  return answer.body === undefined
    ? reply.send()
    : reply.type("application/json; charset=utf-8").send(answer.body);
}
