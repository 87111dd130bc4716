import { describe, expect, it } from "vitest";
import { instantOf, wallTimeOf } from "./wall-time";

const iso = (wall: string, zone: string) => {
  const instant = instantOf(wall, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe("a wall time", () => {
  it("is an instant in its zone, in summer and in winter", () => {
    expect(iso("2026-11-23T09:00", "Europe/Berlin")).toBe("2026-11-23T08:00:00.000Z");
    expect(iso("2026-07-01T09:00", "Europe/Berlin")).toBe("2026-07-01T07:00:00.000Z");
    expect(iso("2026-07-01T09:00", "Asia/Kolkata")).toBe("2026-07-01T03:30:00.000Z");
    expect(iso("2026-07-01T09:00", "UTC")).toBe("2026-07-01T09:00:00.000Z");
  });

  it("of an instant is told in its zone", () => {
    const instant = Date.parse("2026-07-01T22:30:59Z");
    expect(wallTimeOf(instant, "Asia/Kolkata")).toBe("2026-07-02T04:00");
    expect(wallTimeOf(instant, "America/St_Johns")).toBe("2026-07-01T20:00");
    expect(instantOf(wallTimeOf(instant, "America/St_Johns"), "America/St_Johns")).toBe(
      Date.parse("2026-07-01T22:30:00Z"),
    );
  });

  it("moves forward over a gap, and is the first of two", () => {
    expect(iso("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(iso("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is nothing where it cannot be", () => {
    for (const wrong of ["", "tomorrow", "2026-02-30T09:00", "2026-13-01T09:00", "2026-01-01T25:00"]) {
      expect(instantOf(wrong, "Europe/Berlin")).toBeUndefined();
    }
  });
});
