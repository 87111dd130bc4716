import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packNames } from "./packed-names";

describe("packed names", () => {
  it("are those that were given, and no others", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.string({ unit: "binary" }), (names, other) => {
        const packed = packNames(names.map((name) => name.toWellFormed()));
        for (const name of names) expect(packed.has(name.toWellFormed())).toBe(true);
        expect(packed.has(other.toWellFormed())).toBe(names.includes(other));
      }),
    );
    expect(packNames([]).has("")).toBe(false);
  });
});
