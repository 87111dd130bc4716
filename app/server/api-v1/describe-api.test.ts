import { expect, it } from "vitest";
import { describeApi } from "./describe-api.server";
import { openApiDocument } from "./openapi";

it("names the types of fields that may be empty, too, in words", () => {
  const calls = describeApi("http://localhost:3000/api/v1").flatMap((noun) => noun.calls);
  const list = calls.find(({ path, method }) => path === "/api/v1/sites" && method === "GET");
  expect(list?.answer.find(({ name }) => name === "next_cursor")?.type).toBe("string or null");
  const types = calls.flatMap(({ parameters, body, answer }) => [...parameters, ...body, ...answer]);
  for (const { name, type } of types) expect(typeof type, name).toBe("string");
});

it("tells of an ETag wherever a change asks for one", () => {
  interface Call {
    parameters?: { name: string; description?: string }[];
    responses: Record<string, { headers?: Record<string, unknown> }>;
  }
  const { paths } = openApiDocument("http://localhost:3000/api/v1") as {
    paths: Record<string, Record<string, Call>>;
  };
  const asked = Object.values(paths)
    .flatMap((calls) => Object.values(calls))
    .flatMap(({ parameters = [] }) => parameters.filter(({ name }) => name === "If-Match"))
    .map(({ description = "" }) => /GET (\S+):/.exec(description)?.[1] ?? "");
  expect(asked.length).toBeGreaterThan(20);
  for (const path of new Set(asked))
    expect(paths[path]?.get?.responses["200"]?.headers, path).toHaveProperty("ETag");
});
