import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ServerDeps } from "../server-deps";

export const apiVersion = "1";

const rootSchema = z.strictObject({
  name: z.literal("Foyer"),
  version: z.literal(apiVersion),
  openapi_url: z.url().describe("The OpenAPI document of every call."),
  docs_url: z.url().describe("The same, for reading."),
});

/** Belongs to no workspace and needs no key, so that it stands beside the list of nouns. */
export const rootOperation = {
  get: {
    operationId: "get",
    tags: ["The API itself"],
    summary: "Say what answers here",
    description: "Without a key.",
    security: [],
    parameters: [],
    responses: {
      200: {
        description: "Done.",
        content: { "application/json": { schema: z.toJSONSchema(rootSchema, { io: "output" }) } },
      },
    },
  },
};

export const rootTag = {
  name: "The API itself",
  description: "What answers at this address, and where it is described.",
};

/** /api/v1, with or without a slash. */
export function registerApiRoot(
  api: FastifyInstance,
  { urls }: ServerDeps,
  constraints: { surface: string },
): void {
  const answer = rootSchema.parse({
    name: "Foyer",
    version: apiVersion,
    openapi_url: urls.app("/api/v1/openapi.json"),
    docs_url: urls.app("/docs/api"),
  });
  api.get("/", { constraints }, (_request, reply) =>
    reply.type("application/json; charset=utf-8").header("cache-control", "public, max-age=300").send(answer),
  );
}
