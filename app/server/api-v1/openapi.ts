import { z } from "zod";
import { apiNouns } from "./api-nouns";
import { apiVersion, rootOperation, rootTag } from "./api-root";
import type { ApiRoute } from "./api-route";
import { isShownForChanges, shownBy } from "./present-etag.server";
import { problemSchema } from "./problem";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return json;
};

/** Fields of a params or query schema as OpenAPI parameters. */
function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: field,
  }));
}

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
});

function headersOf(route: ApiRoute): Json[] {
  const shown = shownBy(route);
  const match = `The ETag of GET ${shown?.path.replace(/:(\w+)/g, "{$1}")}: 412 when somebody changed it meanwhile.`;
  return [
    ...(shown ? [header("If-Match", false, match)] : []),
    ...(route.method === "POST"
      ? [header("Idempotency-Key", false, "The same key within 24 hours is answered with the first answer.")]
      : []),
  ];
}

const problems = (route: ApiRoute): number[] => [
  ...(route.body || route.csv ? [400, 413, 415] : []),
  401,
  403,
  ...(route.params ? [404] : []),
  ...(route.method === "GET" ? [] : [409]),
  ...(shownBy(route) ? [412] : []),
  422,
  429,
];

function bodyOf(route: ApiRoute): Json {
  if (route.csv) {
    return {
      requestBody: {
        required: true,
        content: { "text/csv": { schema: { type: "string", format: "binary" } } },
      },
    };
  }
  if (!route.body) return {};
  return {
    requestBody: {
      required: true,
      content: { "application/json": { schema: schemaOf(route.body, "input") } },
    },
  };
}

const told = (name: string) => ({ $ref: `#/components/headers/${name}` });

function successOf(route: ApiRoute, description: string): Json {
  const headers = {
    "RateLimit-Limit": told("RateLimit-Limit"),
    "RateLimit-Remaining": told("RateLimit-Remaining"),
    "RateLimit-Reset": told("RateLimit-Reset"),
    ...(isShownForChanges(route) ? { ETag: told("ETag") } : {}),
    ...(route.method === "POST" ? { "Idempotency-Replayed": told("Idempotency-Replayed") } : {}),
  };
  if (!route.answer) return { description, headers };
  return {
    description,
    headers,
    content: { "application/json": { schema: schemaOf(route.answer, "output") } },
  };
}

const shownHeaders: Record<string, Json> = {
  "RateLimit-Limit": { description: "Calls a minute with this key.", schema: { type: "integer" } },
  "RateLimit-Remaining": { description: "Calls left in this minute.", schema: { type: "integer" } },
  "RateLimit-Reset": { description: "Seconds until all are free again.", schema: { type: "integer" } },
  ETag: {
    description:
      "For If-Match of a change: of what people can change, not of counts and times that change by themselves. Reading never answers 304.",
    schema: { type: "string" },
  },
  "Idempotency-Replayed": {
    description: "true when this is the first answer again.",
    schema: { type: "string" },
  },
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
};

/** Bytes, not JSON, so that it stands beside the list of nouns. */
const archive: Json = {
  get: {
    operationId: "getExportsExportArchive",
    tags: ["Exports"],
    summary: "Fetch the ZIP",
    description: "With a key of the scope `exports:read`, or without one by the `url` that an export tells.",
    security: [{ key: [] }, {}],
    "x-scope": "exports:read",
    parameters: [
      { name: "export", in: "path", required: true, schema: { type: "string" } },
      { name: "token", in: "query", required: false, schema: { type: "string" } },
    ],
    responses: {
      200: {
        description: "The archive.",
        content: { "application/zip": { schema: { type: "string", format: "binary" } } },
      },
      ...Object.fromEntries(
        [401, 403, 404, 410].map((status) => [status, { $ref: "#/components/responses/Problem" }]),
      ),
    },
  },
};

function operation(noun: string, route: ApiRoute): Json {
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:_]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    tags: [noun],
    summary: route.summary,
    description: [route.description, `Scope: \`${route.scope}\``].filter(Boolean).join("\n\n"),
    security: [{ key: [] }],
    "x-scope": route.scope,
    parameters: [
      ...parametersOf(route.params, "path"),
      ...parametersOf(route.query, "query"),
      ...headersOf(route),
    ],
    ...bodyOf(route),
    responses: {
      [route.status]: successOf(route, "Done."),
      ...Object.fromEntries(
        Object.entries(route.alsoStatus ?? {}).map(([status, when]) => [status, successOf(route, when)]),
      ),
      ...Object.fromEntries(
        problems(route).map((status) => [status, { $ref: "#/components/responses/Problem" }]),
      ),
    },
  };
}

/** The document of the same declarations that the server answers from. */
export function openApiDocument(serverUrl: string): Json {
  const paths: Record<string, Json> = { "/": rootOperation };
  for (const noun of apiNouns) {
    for (const route of noun.routes) {
      const path = route.path.replace(/:(\w+)/g, "{$1}");
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(noun.name, route) };
    }
  }
  paths["/exports/{export}/archive"] = archive;
  return {
    openapi: "3.1.0",
    info: {
      title: "Foyer",
      version: apiVersion,
      description:
        "Landing pages, leads and mail of one workspace. Lists take limit and cursor; errors are RFC 9457 problems with a stable code; every answer tells the rate limit in its headers.",
    },
    servers: [{ url: serverUrl }],
    tags: [rootTag, ...apiNouns.map(({ name, description }) => ({ name, description }))],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key: foyer_..." } },
      headers: shownHeaders,
      responses: {
        Problem: {
          description: "What went wrong, what is safe, and what to do.",
          headers: { "Retry-After": told("Retry-After") },
          content: { "application/problem+json": { schema: schemaOf(problemSchema, "output") } },
        },
      },
    },
  };
}
