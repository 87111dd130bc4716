import { describe, expect, it } from "vitest";
import { parsePagePath } from "./page-path";

const path = (input: string) => {
  const result = parsePagePath(input);
  return result.ok ? result.path : "refused";
};

describe("the path of a page", () => {
  it("has one spelling", () => {
    expect(path("")).toBe("/");
    expect(path("/")).toBe("/");
    expect(path("Spring-Fair")).toBe("/spring-fair");
    expect(path(" /a/b_c/ ")).toBe("/a/b_c");
    expect(path("/v1.2/notes")).toBe("/v1.2/notes");
  });

  it("is refused when it could be read in two ways or leads elsewhere", () => {
    for (const input of [
      "//evil.example",
      "/a//b",
      "/../etc",
      "/a/..",
      "/a..b",
      "/%2e%2e/x",
      "/a b",
      "/a?b",
      "/a#b",
      "/ä",
      "/a\0",
      "\\a",
      "/.well-known/x",
      "/-a",
      "/a-",
      `/${"a".repeat(200)}`,
      "https://x",
    ]) {
      expect([input, path(input)]).toEqual([input, "refused"]);
    }
  });

  it("is refused when the platform needs it", () => {
    for (const input of [
      "/f",
      "/f/x",
      "/v",
      "/consent",
      "/_foyer/v1.js",
      "/_files/x",
      "/robots.txt",
      "/U/x",
    ]) {
      expect([input, path(input)]).toEqual([input, "refused"]);
    }
    expect(path("/forms")).toBe("/forms");
  });
});
