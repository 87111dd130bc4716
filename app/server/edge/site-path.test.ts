import { describe, expect, it } from "vitest";
import { acceptedEncoding } from "./accepted-encoding";
import { canonicalPath, readSitePath } from "./site-path";

describe("the path a visitor asks for", () => {
  it("is read without the query", () => {
    expect(readSitePath("/")).toEqual({ status: 200, path: "/" });
    expect(readSitePath("/spring?utm_source=x/../y")).toEqual({ status: 200, path: "/spring" });
    expect(readSitePath("/spring%2Dfair")).toEqual({ status: 200, path: "/spring-fair" });
  });

  it("leads nowhere when it plays tricks", () => {
    for (const url of ["//evil.example/x", "/a/../b", "/%2e%2e/x", "/a/%2e", "/a%5cb", "/a%252e", "/a//b"]) {
      expect([url, readSitePath(url)]).toEqual([url, { status: 404 }]);
    }
    expect(readSitePath(`/${"a".repeat(2000)}`)).toEqual({ status: 404 });
    for (const url of ["/a%00", "/a%0d%0aset-cookie:x", "/%", "/%ff", "/ä", "http://x/", "", "/a b"]) {
      expect([url, readSitePath(url)]).toEqual([url, { status: 400 }]);
    }
  });

  it("has one spelling", () => {
    expect(canonicalPath("/About/")).toBe("/about");
    expect(canonicalPath("/")).toBe("/");
  });
});

describe("the encoding of an answer", () => {
  it("is the best one the browser takes", () => {
    expect(acceptedEncoding("gzip, deflate, br, zstd")).toBe("br");
    expect(acceptedEncoding("gzip, br;q=0")).toBe("gzip");
    expect(acceptedEncoding("br;q=0.5, gzip;q=0.9")).toBe("gzip");
    expect(acceptedEncoding("*")).toBe("br");
    expect(acceptedEncoding("identity")).toBe("identity");
    expect(acceptedEncoding("deflate, gzip;q=abc")).toBe("identity");
    expect(acceptedEncoding(undefined)).toBe("identity");
  });
});
