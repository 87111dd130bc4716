import { describe, expect, it } from "vitest";
import { findProof } from "~/visitor/proof";
import { createProofChecker } from "./proof-of-work.server";

const now = Date.UTC(2026, 10, 23, 9);
const token = "BQAAAAEBlyJ4A1k0m5v".repeat(5);

describe("[forms.captcha] proof of work", () => {
  it("found by the visitor script is believed once, for its token and for half a day", async () => {
    const proof = await findProof(token, now);
    const isProof = createProofChecker(() => now);
    expect(isProof(`${token}x`, proof)).toBe(false);
    expect(isProof(token, proof)).toBe(true);
    expect(isProof(token, proof)).toBe(false);
    expect(createProofChecker(() => now + 13 * 3_600_000)(token, proof)).toBe(false);
  });

  it("works for tokens of any length", async () => {
    for (const length of [1, 40, 52, 55, 56, 64, 119]) {
      const short = "a".repeat(length);
      expect(createProofChecker(() => now)(short, await findProof(short, now))).toBe(true);
    }
  });

  it("is refused when it is not one", () => {
    const isProof = createProofChecker(() => now);
    for (const wrong of ["", "x", "0.0", `${now.toString(36)}.0`, "a.b.c", "z".repeat(60)]) {
      expect(isProof(token, wrong)).toBe(false);
    }
  });
});
