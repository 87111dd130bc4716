import { describe, expect, it } from "vitest";
import { useTestApp } from "~/testing/http/test-app";

const instance = useTestApp();
const get = (url: string, headers: Record<string, string> = {}) =>
  instance().app.inject({ method: "GET", url, headers: { host: "localhost:3000", ...headers } });

describe("hosts", () => {
  it("that nobody serves get a plain 421", async () => {
    expect((await get("/", { host: "bank.example" })).statusCode).toBe(421);
  });

  it.each(["localhost:3000/..", "demo.localhost:3000@evil.example", "xn--\u0000", "a b"])(
    "that are malformed are refused: %j",
    async (host) => {
      expect((await get("/healthz", { host })).statusCode).toBeGreaterThanOrEqual(400);
    },
  );

  it.each(["localhost:3000", "demo.localhost:3000"])(
    "refuse addresses that cannot be decoded in words of ours: %s",
    async (host) => {
      for (const url of ["/%", "/w/%ff", "/api/v1/pages/%zz"]) {
        const answer = await get(url, { host });
        expect([answer.statusCode, answer.json().code], url).toEqual([400, "address_malformed"]);
      }
    },
  );

  it("of sites never answer for the product or the API", async () => {
    const host = "demo.localhost:3000";
    for (const url of ["/healthz", "/metrics", "/api/v1/pages", "/u/x", "/sign-in"]) {
      expect((await get(url, { host })).statusCode, url).toBe(404);
    }
  });

  it("of sites say what they take when something is sent to a page", async () => {
    const post = await instance().app.inject({
      method: "POST",
      url: "/",
      headers: { host: "demo.localhost:3000" },
    });
    expect([post.statusCode, post.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect(post.json()).toMatchObject({ code: "method_not_allowed" });
  });

  it("of sites say that a file is not there, not that it may not be read", async () => {
    expect((await get("/_foyer/gone.js", { host: "demo.localhost:3000" })).statusCode).toBe(404);
  });

  it("of the product never serve forms or beacons of sites", async () => {
    const post = await instance().app.inject({
      method: "POST",
      url: "/v",
      headers: { host: "localhost:3000" },
      payload: "{}",
    });
    expect(post.statusCode).toBe(404);
  });

  it("given by a stranger's X-Forwarded-Host change nothing", async () => {
    const answer = await get("/healthz", { host: "bank.example", "x-forwarded-host": "localhost:3000" });
    expect(answer.statusCode).toBe(421);
  });
});

describe("health", () => {
  it("is told to anybody, figures only to this machine", async () => {
    expect((await get("/healthz")).body).toBe("ok");
    expect((await get("/readyz")).json()).toEqual({ ready: true, problems: [] });
    expect((await get("/metrics")).body).toContain("process_resident_memory_bytes");
    const stranger = await instance().app.inject({
      method: "GET",
      url: "/metrics",
      headers: { host: "localhost:3000" },
      remoteAddress: "203.0.113.9",
    });
    expect(stranger.statusCode).toBe(404);
    const proxied = await get("/metrics", { host: "localhost:3000", "x-forwarded-for": "203.0.113.9" });
    expect(proxied.statusCode).toBe(404);
  });
});

describe("bad input", () => {
  it("gets a clear answer to malformed JSON, wrong types and oversized bodies", async () => {
    const post = (payload: string, type: string) =>
      instance().app.inject({
        method: "POST",
        url: "/api/v1/pages",
        headers: { host: "localhost:3000", "content-type": type },
        payload,
      });
    for (const answer of [
      await post("{", "application/json"),
      await post("<x/>", "application/xml"),
      await post("x".repeat(20_000_000), "application/json"),
    ]) {
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
    }
  });

  it.each([
    ["a NUL", "/%00"],
    ["climbing", "/%2e%2e/%2e%2e/etc/passwd"],
    ["two slashes", "//evil.example/"],
    ["broken encoding", "/%E0%A4%A"],
    ["endless length", `/${"a".repeat(5000)}`],
  ])("in paths leads nowhere: %s", async (_name, url) => {
    const answer = await get(url, { host: "demo.localhost:3000" });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
