import { openApiDocument } from "./openapi";

export interface DescribedField {
  name: string;
  type: string;
  required: boolean;
  words: string;
}

export interface DescribedCall {
  id: string;
  method: string;
  path: string;
  summary: string;
  words: string;
  /** Undefined: needs no key. */
  scope: string | undefined;
  status: string;
  parameters: DescribedField[];
  body: DescribedField[];
  answer: DescribedField[];
}

export interface DescribedNoun {
  name: string;
  description: string;
  calls: DescribedCall[];
}

// biome-ignore lint/suspicious/noExplicitAny: walks a JSON document
type Json = any;

function typeOf(schema: Json): string {
  if (!schema) return "anything";
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map(typeOf).join(" or ");
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  return schema.format ?? schema.type ?? "anything";
}

function fieldsOf(schema: Json): DescribedField[] {
  const required: string[] = schema?.required ?? [];
  return Object.entries<Json>(schema?.properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    required: required.includes(name),
    words: field.description ?? "",
  }));
}

function describeCall(path: string, method: string, operation: Json): DescribedCall {
  const answers = Object.entries<Json>(operation.responses);
  const [status = "", success] =
    answers.find(([, { description }]) => description === "Done.") ?? answers[0] ?? [];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path: `/api/v1${path}`,
    summary: operation.summary,
    words:
      String(operation.description)
        .split("\n\nScope:")[0]
        ?.replace(/^Scope:.*$/, "") ?? "",
    scope: operation["x-scope"],
    status,
    parameters: operation.parameters.map((parameter: Json) => ({
      name: parameter.in === "header" ? `${parameter.name} (header)` : parameter.name,
      type: typeOf(parameter.schema),
      required: parameter.required,
      words: parameter.description ?? "",
    })),
    body: fieldsOf(operation.requestBody?.content["application/json"]?.schema),
    answer: fieldsOf(success?.content?.["application/json"]?.schema),
  };
}

/** The OpenAPI document in the shape that the readable docs show. */
export function describeApi(serverUrl: string): DescribedNoun[] {
  const document = openApiDocument(serverUrl) as Json;
  const calls = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]) => ({
      tag: operation.tags[0] as string,
      call: describeCall(path, method, operation),
    })),
  );
  return document.tags.map(({ name, description }: Json) => ({
    name,
    description,
    calls: calls.filter(({ tag }) => tag === name).map(({ call }) => call),
  }));
}
