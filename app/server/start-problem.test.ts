import { describe, expect, it } from "vitest";
import { ConfigError } from "~/config-error";
import { startProblem } from "./start-problem.server";

const fault = (given: object) => startProblem(Object.assign(new Error("words"), given));

describe("a start that fails", () => {
  it.each([
    [{ code: "EADDRINUSE", syscall: "listen", port: 3000 }, /^Port 3000 is taken.+PORT=3001/],
    [
      { code: "EADDRNOTAVAIL", syscall: "listen", address: "203.0.113.9", port: 3000 },
      /203\.0\.113\.9.+HOST/,
    ],
    [{ code: "EACCES", syscall: "listen", address: "127.0.0.1", port: 80 }, /port 80 .+1023/],
    [{ code: "EACCES", syscall: "mkdir", path: "/srv/foyer" }, /^\/srv\/foyer .+FOYER_DATA/],
    [{ code: "ECONNREFUSED", syscall: "connect", port: 3306 }, /DATABASE_URL/],
    [{ code: "ER_ACCESS_DENIED_ERROR" }, /DATABASE_URL/],
    [{ code: "DATABASE_LOCKED" }, /End it there/],
  ])("says what to do about %j", (given, words) => {
    expect(fault(given)).toMatch(words);
  });

  it("says which setting is wrong, and leaves a fault of our own to its stack", () => {
    expect(startProblem(new ConfigError("PORT", "must be a number", "3000"))).toMatch(/^PORT must/);
    expect(fault({})).toBeUndefined();
  });
});
