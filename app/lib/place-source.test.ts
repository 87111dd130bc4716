import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeMmdb } from "~/testing/mmdb-file";
import { openPlaceSource, PlacesUnreadable } from "./place-source.server";

const folder = mkdtempSync(path.join(tmpdir(), "foyer-places-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = { header: "", isProxied: false, regions: true };

describe("places of visitors", () => {
  it("are not known where no source is configured", () => {
    expect(openPlaceSource({}).placeOf({ ...asked, ip: "203.0.113.9", header: "AT", isProxied: true })).toBe(
      "",
    );
  });

  it("come from a file, as regions only where that was asked for, and never finer", () => {
    const file = path.join(folder, "places.mmdb");
    writeFileSync(
      file,
      writeMmdb([
        {
          prefix: "203.0.113.0",
          bits: 24,
          data: {
            country: { iso_code: "AT" },
            subdivisions: [{ iso_code: "9" }],
            city: { names: { en: "Vienna" } },
          },
        },
        { prefix: "198.51.100.0", bits: 24, data: { registered_country: { iso_code: "GB" } } },
        { prefix: "192.0.2.0", bits: 24, data: { country: { iso_code: "<script>" } } },
      ]),
    );
    const places = openPlaceSource({ file });
    expect(places.placeOf({ ...asked, ip: "203.0.113.9" })).toBe("AT-9");
    expect(places.placeOf({ ...asked, ip: "203.0.113.9", regions: false })).toBe("AT");
    expect(places.placeOf({ ...asked, ip: "198.51.100.200" })).toBe("GB");
    for (const ip of ["192.0.2.1", "10.0.0.1", "no address", "", "2001:db8::1"])
      expect(places.placeOf({ ...asked, ip, header: "DE", isProxied: true })).toBe("");
  });

  it("come from a header that a trusted proxy set, and from nobody else's", () => {
    const places = openPlaceSource({ header: "cf-ipcountry" });
    const place = (header: string, isProxied = true, regions = true) =>
      places.placeOf({ ip: "203.0.113.9", header, isProxied, regions });
    expect(place("de")).toBe("DE");
    expect(place("US-CA")).toBe("US-CA");
    expect(place("US-CA", true, false)).toBe("US");
    expect(place("DE", false)).toBe("");
    for (const odd of ["XX", "T1", "Germany", "", "DE; drop table", "D\u00c9"]) expect(place(odd)).toBe("");
  });

  it("say which file cannot be read", () => {
    const file = path.join(folder, "broken.mmdb");
    writeFileSync(file, "not a database");
    expect(() => openPlaceSource({ file })).toThrow(PlacesUnreadable);
    expect(() => openPlaceSource({ file: path.join(folder, "absent.mmdb") })).toThrow(/absent\.mmdb/);
  });
});
