import { describe, expect, it } from "vitest";
import {
  isReturning,
  keepVariant,
  keptOn,
  markLead,
  readVariantCookie,
  variantCookie,
  writeVariantCookie,
} from "./variant-cookie";

const id = (last: string) => last.padStart(26, "0");
const now = Date.parse("2026-11-28T12:00:00Z");
const chosen = { experimentId: id("E"), variantId: id("V") };
const asSent = (kept: Parameters<typeof writeVariantCookie>[0]) =>
  `foyer_consent=2.-a-.abc; ${writeVariantCookie(kept, false).split(";")[0]}`;

describe("the cookie of experiments", () => {
  it("holds a variant for each of the last four pages, and comes back as it was", () => {
    let kept: ReturnType<typeof keepVariant> = [];
    for (const page of ["P1", "P2", "P3", "P4", "P5", "P1"]) kept = keepVariant(kept, id(page), now, chosen);
    const read = readVariantCookie(asSent(kept));
    expect(read).toEqual(kept);
    expect(read.map(({ page }) => page.slice(-2))).toEqual(["P3", "P4", "P5", "P1"]);
    expect(keptOn(read, id("P5"))).toMatchObject(chosen);
    expect(keptOn(read, id("P2"))).toBeUndefined();
  });

  it("tells who was here on an earlier day, and who is a lead already", () => {
    const kept = keepVariant([], id("P"), now, chosen);
    expect(isReturning(asSent(kept), id("P"), now + 3_600_000)).toBe(false);
    expect(isReturning(asSent(kept), id("P"), now + 86_400_000)).toBe(true);
    expect(isReturning(asSent(kept), id("Q"), now + 86_400_000)).toBe(false);
    const marked = markLead(kept, id("P")) ?? [];
    expect(keptOn(readVariantCookie(asSent(marked)), id("P"))?.isLead).toBe(true);
    expect(markLead(marked, id("P"))).toBeUndefined();
    expect(markLead(kept, id("Q"))).toBeUndefined();
  });

  it("is nothing without consent, and nothing where it was tampered with", () => {
    const kept = writeVariantCookie(keepVariant([], id("P"), now, chosen), false).split(";")[0] ?? "";
    for (const cookies of [
      kept,
      `foyer_consent=2.---.abc; ${kept}`,
      `foyer_consent=1.a-; ${variantCookie}=1.2.3`,
      `foyer_consent=1.a-; ${variantCookie}=${"A".repeat(900)}`,
      `foyer_consent=1.a-; ${kept.toLowerCase()}`,
    ])
      expect(readVariantCookie(cookies)).toEqual([]);
  });
});
