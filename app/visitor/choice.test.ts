import { afterEach, describe, expect, it, vi } from "vitest";
import { writeChoice } from "../domain/consent/cookie-choice";
import { readChoice } from "./choice";

const agreed = writeChoice({ grants: { functional: true, analytics: true, marketing: false }, offer: "x" });

function onPage(protocol: "http:" | "https:", said: "host" | "plain" | undefined, cookie: string): void {
  const script = said && { getAttribute: () => said };
  vi.stubGlobal("location", { protocol });
  vi.stubGlobal("document", { cookie, querySelector: () => script ?? null });
}

describe("what a visitor chose, as the script reads it", () => {
  afterEach(() => vi.unstubAllGlobals());
  const own = `__Host-foyer_consent=${agreed}`;
  const plain = `foyer_consent=${agreed}`;

  it("is read from the cookie that the server sets, whichever way the page was reached", () => {
    for (const protocol of ["http:", "https:"] as const) {
      onPage(protocol, "plain", plain);
      expect(readChoice()?.analytics, protocol).toBe(true);
      onPage(protocol, "host", own);
      expect(readChoice()?.analytics, protocol).toBe(true);
    }
  });

  it("is never read from a cookie that a neighbour may have set, where the server has its own", () => {
    for (const protocol of ["http:", "https:"] as const) {
      onPage(protocol, "host", plain);
      expect(readChoice(), protocol).toBeUndefined();
    }
  });

  it("goes by the address where the page says nothing", () => {
    onPage("https:", undefined, plain);
    expect(readChoice()).toBeUndefined();
    onPage("http:", undefined, plain);
    expect(readChoice()?.functional).toBe(true);
  });
});
