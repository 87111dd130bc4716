import { expect, it } from "vitest";
import { describeApi } from "./describe-api.server";

it("names the types of fields that may be empty, too, in words", () => {
  const calls = describeApi("http://localhost:3000/api/v1").flatMap((noun) => noun.calls);
  const list = calls.find(({ path, method }) => path === "/api/v1/sites" && method === "GET");
  expect(list?.answer.find(({ name }) => name === "next_cursor")?.type).toBe("string or null");
  const types = calls.flatMap(({ parameters, body, answer }) => [...parameters, ...body, ...answer]);
  for (const { name, type } of types) expect(typeof type, name).toBe("string");
});
