import { describe, expect, it } from "vitest";
import { fieldRuleHolds, segmentRule } from "./segment";

const holds = (is: "at_least" | "at_most", value: string, own: string) =>
  fieldRuleHolds({ kind: "field", field: "it", is, value }, { email: "", name: "", fields: { it: own } });

describe("rules about numbers and days", () => {
  it("compare as numbers and as days, never as words", () => {
    expect(holds("at_least", "10", "9")).toBe(false);
    expect(holds("at_least", "10", "10,5")).toBe(true);
    expect(holds("at_most", "10", "-3")).toBe(true);
    expect(holds("at_least", "2026-03-01", "2026-02-28")).toBe(false);
    expect(holds("at_most", "2026-03-01", "2026-03-01")).toBe(true);
    for (const own of ["", "many", "2026-03-01"]) {
      expect(holds("at_least", "1", own), own).toBe(false);
      expect(holds("at_most", "1", own), own).toBe(false);
    }
  });

  it("are refused without a number or a day to compare with", () => {
    const parse = (value: string) =>
      segmentRule.safeParse({ kind: "field", field: "age", is: "at_least", value });
    expect(parse("12").success).toBe(true);
    expect(parse("2026-01-31").success).toBe(true);
    for (const value of ["", "a lot", "1e", "31.1.2026"]) expect(parse(value).success, value).toBe(false);
  });
});
