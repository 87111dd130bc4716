import { describe, expect, it } from "vitest";
import { domainRecords, domainStates, isAwaited, readDomain } from "./site-domain";

const read = (typed: string) => {
  const result = readDomain(typed);
  return result.ok ? result.domain : `refused: ${result.problem}`;
};

describe("a domain that somebody types", () => {
  it("is read in its one spelling", () => {
    expect(read(" https://WWW.Example.com/ ")).toBe("www.example.com");
    expect(read("example.com.")).toBe("example.com");
    expect(read("bücher.example")).toBe("xn--bcher-kva.example");
    expect(read("a.b.c.example.co.uk")).toBe("a.b.c.example.co.uk");
  });

  it("is refused when it is none", () => {
    for (const typed of [
      "",
      "example",
      "example.com/path",
      "example.com:8080",
      "user@example.com",
      "*.example.com",
      "exa mple.com",
      "-a.example.com",
      "a..example.com",
      "example.com?x",
      "exa_mple.com",
      `${"a".repeat(64)}.example.com`,
      "<script>.example.com",
      "1.2.3.4.5",
    ]) {
      expect(read(typed), typed).toMatch(/^refused: (shape|address)$/);
    }
    expect(read("203.0.113.7")).toBe("refused: address");
    expect(read("0x7f.1")).toBe("refused: address");
    for (const typed of ["shop.localhost", "printer.local", "db.internal", "x.onion"]) {
      expect(read(typed)).toBe("refused: reserved");
    }
  });

  it("gets the records to copy: an alias below an apex, addresses at one", () => {
    const domain = { domain: "www.shop.example", token: "t0" };
    const on = { host: "shop.pages.example", addresses: ["203.0.113.9", "2001:db8::9"] };
    expect(domainRecords(domain, { ...on, isApex: false })).toEqual([
      { purpose: "ownership", type: "TXT", name: "_foyer.www.shop.example", value: "foyer-site=t0" },
      { purpose: "address", type: "CNAME", name: "www.shop.example", value: "shop.pages.example" },
    ]);
    expect(
      domainRecords(domain, { ...on, isApex: true }).map(({ type, value }) => `${type} ${value}`),
    ).toEqual(["TXT foyer-site=t0", "A 203.0.113.9", "AAAA 2001:db8::9"]);
  });
});

it("is looked up every hour while its state may change soon, as its card says", () => {
  expect(domainStates.filter((state) => isAwaited({ state }))).toEqual(["waiting", "failing", "held"]);
});
