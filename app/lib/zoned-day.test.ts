import { describe, expect, it } from "vitest";
import { addDays, dayOf, daysBetween, hourOf, startOfDay } from "./zoned-day";

const iso = (at: number) => new Date(at).toISOString();

describe("days of a zone", () => {
  it("begin at midnight on the wall, in summer and in winter", () => {
    expect(iso(startOfDay("2026-01-15", "Europe/Berlin"))).toBe("2026-01-14T23:00:00.000Z");
    expect(iso(startOfDay("2026-07-15", "Europe/Berlin"))).toBe("2026-07-14T22:00:00.000Z");
    expect(iso(startOfDay("2026-07-15", "Asia/Kolkata"))).toBe("2026-07-14T18:30:00.000Z");
    expect(iso(startOfDay("2026-07-15", "Pacific/Kiritimati"))).toBe("2026-07-14T10:00:00.000Z");
    expect(iso(startOfDay("2026-07-15", "Etc/GMT+12"))).toBe("2026-07-15T12:00:00.000Z");
  });

  it("have 23 and 25 hours when clocks change", () => {
    const length = (day: string, zone: string) =>
      (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / 3_600_000;
    expect(length("2026-03-29", "Europe/Berlin")).toBe(23);
    expect(length("2026-10-25", "Europe/Berlin")).toBe(25);
    expect(length("2026-03-08", "America/New_York")).toBe(23);
    expect(length("2026-11-01", "America/Havana")).toBe(25);
  });

  it("begin after the jump where clocks jump over midnight", () => {
    expect(iso(startOfDay("2018-11-04", "America/Sao_Paulo"))).toBe("2018-11-04T03:00:00.000Z");
    expect(hourOf(startOfDay("2018-11-04", "America/Sao_Paulo"), "America/Sao_Paulo")).toBe(1);
  });

  it("begin with the next one where a whole day was left out", () => {
    expect(startOfDay("2011-12-30", "Pacific/Apia")).toBe(startOfDay("2011-12-31", "Pacific/Apia"));
  });

  it("are found for a moment and listed from first to last", () => {
    expect(dayOf(Date.parse("2026-07-14T22:30:00Z"), "Europe/Berlin")).toBe("2026-07-15");
    expect(daysBetween("2026-02-27", "2026-03-01")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
    expect(daysBetween("2026-03-02", "2026-03-01")).toEqual([]);
  });
});
