import { describe, expect, it } from "vitest";
import { expectedError } from "./http-errors.server";

describe("a database that cannot be used just now is said to be away, with a time to wait", () => {
  it.each([
    ["a disk without room", new Error("database or disk is full")],
    ["another program that writes for long", new Error("database is locked")],
    ["a server that is not there", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["files that may not be written", new Error("attempt to write a readonly database")],
  ])("for %s", (_what, fault) => {
    expect(expectedError(fault)).toMatchObject({
      kind: "unavailable",
      code: "storage_unavailable",
      details: { retryAfter: 5 },
    });
  });

  it("but not for a mistake of our own", () => {
    expect(expectedError(new Error("no such column: nmae"))).toBeUndefined();
  });
});
