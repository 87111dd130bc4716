import { describe, expect, it } from "vitest";
import { parseSlug, suggestSlug } from "./slug";

describe("a slug", () => {
  it("takes plain names", () => {
    for (const slug of ["demo", "spring-fair", "a1", "foyer-hotel", "apple-orchard", "acme2"]) {
      expect(parseSlug(slug)).toEqual({ ok: true, slug });
    }
    expect(parseSlug("  Demo ")).toEqual({ ok: true, slug: "demo" });
  });

  it("refuses what is no host label", () => {
    for (const text of ["-a", "a-", "xn--80ak6aa92e", "a_b", "a.b", "ünder", "123", "a b", "a/b", "a\0b"]) {
      expect(parseSlug(text)).toEqual({ ok: false, reason: "shape" });
    }
    expect(parseSlug("a")).toEqual({ ok: false, reason: "length" });
    expect(parseSlug("a".repeat(41))).toEqual({ ok: false, reason: "length" });
  });

  it("refuses reserved names and look-alikes", () => {
    expect(parseSlug("www")).toEqual({ ok: false, reason: "reserved" });
    expect(parseSlug("api")).toEqual({ ok: false, reason: "reserved" });
    for (const text of ["paypa1", "g00gle", "f0yer", "rnicrosoft", "paypal-login", "secure-app1e"]) {
      expect(parseSlug(text)).toEqual({ ok: false, reason: "lookalike" });
    }
  });

  it("is suggested from a name", () => {
    expect(suggestSlug("Frühling & Söhne GmbH")).toBe("fruhling-sohne-gmbh");
    expect(suggestSlug("日本")).toBe("");
  });
});
