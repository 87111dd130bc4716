import { describe, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { pathOf, safeNext, withNext } from "./safe-next";
import { endedSessionCookie, readSessionToken, sessionCookie } from "./session-cookie.server";

const configOf = (origin?: string) =>
  readConfig(origin ? { APP_ORIGIN: origin, PAGES_DOMAIN: "pages.test" } : {}, ".");
const requestWith = (cookie: string) => new Request("http://localhost:3000/", { headers: { cookie } });

describe("the session cookie", () => {
  it("is bound to the host and to TLS on a public origin [account.encrypt]", () => {
    const cookie = sessionCookie(configOf("https://app.example.org"), "t");
    expect(cookie).toMatch(/^__Host-foyer=t; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=\d+$/);
    expect(cookie).not.toMatch(/domain/i);
  });

  it("is plain on loopback, where there is no TLS", () => {
    expect(sessionCookie(configOf(), "t")).toMatch(/^foyer=t; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  });

  it("is never sent on a public origin without TLS [account.encrypt]", () => {
    const config = configOf("http://app.example.org");
    expect(() => sessionCookie(config, "t")).toThrow(expect.objectContaining({ code: "https_required" }));
  });

  it("is read by its own name only, and ended by an empty one", () => {
    const config = configOf();
    expect(readSessionToken(requestWith("a=1; foyer=abc; b=2"), config)).toBe("abc");
    expect(readSessionToken(requestWith("xfoyer=abc; foyerx=abc"), config)).toBe("");
    expect(readSessionToken(requestWith("__Host-foyer=abc"), config)).toBe("");
    expect(endedSessionCookie(config)).toContain("Max-Age=0");
  });
});

describe("where to go after signing in", () => {
  it.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/\\/evil",
    "javascript:alert(1)",
    "",
    "x",
    "/\t/evil",
  ])("is never %j", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  it("is the page one came from, without the framework's ending", () => {
    expect(safeNext("/w/demo/leads?q=a%20b")).toBe("/w/demo/leads?q=a%20b");
    expect(pathOf(new Request("http://h/w/demo.data?q=1&_routes=root"))).toBe("/w/demo?q=1");
    expect(withNext("/sign-in", "/w/demo?q=1")).toBe("/sign-in?next=%2Fw%2Fdemo%3Fq%3D1");
  });
});
