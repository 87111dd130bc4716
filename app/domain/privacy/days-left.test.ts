import { describe, expect, it } from "vitest";
import { daysLeft, daysLeftWords } from "./days-left";

const at = (text: string) => Date.parse(text);

describe("the days until an answer is due", () => {
  it("are those of a calendar on the wall, in the zone of whoever answers", () => {
    const due = at("2026-11-30T23:30:00Z");
    expect(daysLeft(due, at("2026-11-29T00:10:00Z"))).toBe(1);
    expect(daysLeft(due, at("2026-11-29T00:10:00Z"), "Asia/Tokyo")).toBe(2);
    expect(daysLeft(due, at("2026-12-02T01:00:00Z"))).toBe(-2);
  });

  it("are not moved by a clock that is put forward or back", () => {
    expect(daysLeft(at("2026-04-10T10:00:00Z"), at("2026-03-11T10:00:00Z"), "Europe/Berlin")).toBe(30);
    expect(daysLeft(at("2026-11-10T10:00:00Z"), at("2026-10-11T10:00:00Z"), "America/New_York")).toBe(30);
  });

  it("read as people say them", () => {
    expect(daysLeftWords(12, false)).toBe("12 days left");
    expect(daysLeftWords(1, false)).toBe("1 day left");
    expect(daysLeftWords(0, false)).toBe("due today");
    expect(daysLeftWords(0, true)).toBe("late since today");
    expect(daysLeftWords(-1, true)).toBe("1 day late");
  });
});
