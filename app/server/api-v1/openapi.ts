import { z } from "zod";
import { apiNouns } from "./api-nouns";
import type { ApiRoute } from "./api-route";
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
  if (route.ifMatch)
    return [
      header("If-Match", false, "The ETag of what is changed: 412 when somebody changed it meanwhile."),
    ];
  if (route.method !== "POST") return [];
  return [
    header("Idempotency-Key", false, "The same key within 24 hours is answered with the first answer."),
  ];
}

const problems = (route: ApiRoute): number[] => [
  ...(route.body || route.csv ? [400, 413, 415] : []),
  401,
  403,
  ...(route.params ? [404] : []),
  ...(route.method === "POST" ? [409] : []),
  ...(route.ifMatch ? [409, 412] : []),
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

function operation(noun: string, route: ApiRoute): Json {
  const success = route.answer
    ? { description: "Done.", content: { "application/json": { schema: schemaOf(route.answer, "output") } } }
    : { description: "Done." };
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
      [route.status]: success,
      ...Object.fromEntries(
        problems(route).map((status) => [status, { $ref: "#/components/responses/Problem" }]),
      ),
    },
  };
}

/** The document of the same declarations that the server answers from. */
export function openApiDocument(serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const noun of apiNouns) {
    for (const route of noun.routes) {
      const path = route.path.replace(/:(\w+)/g, "{$1}");
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(noun.name, route) };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Foyer",
      version: "1",
      description:
        "Landing pages, leads and mail of one workspace. Lists take limit and cursor; errors are RFC 9457 problems with a stable code; every answer tells the rate limit in its headers.",
    },
    servers: [{ url: serverUrl }],
    tags: apiNouns.map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key: foyer_..." } },
      responses: {
        Problem: {
          description: "What went wrong, what is safe, and what to do.",
          content: { "application/problem+json": { schema: schemaOf(problemSchema, "output") } },
        },
      },
    },
  };
}
