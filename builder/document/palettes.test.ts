import { describe, expect, it } from "vitest";
import { contrastOf, readableContrast, readableOn } from "./contrast";
import { palettes } from "./palettes";

describe("the contrast of two colours", () => {
  it("is 21 between black and white, 1 between equals, and unknown for anything but a hex colour", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#0b5f60", "#0b5f60")).toBe(1);
    expect(contrastOf("red", "#ffffff")).toBeUndefined();
    expect(contrastOf("#fff", "#ffffff")).toBeUndefined();
  });

  it("decides whether white or near black is read on a colour", () => {
    expect(readableOn("#0b5f60")).toBe("#ffffff");
    expect(readableOn("#facc15")).toBe("#14181d");
  });
});

describe("finished palettes", () => {
  for (const { name, colours } of palettes) {
    it(`${name}: every pair of words and ground is readable`, () => {
      const pairs: [string, string][] = [
        [colours.accentInk, colours.accent],
        ...[colours.paper, colours.surface, colours.tint].flatMap((ground): [string, string][] => [
          [colours.ink, ground],
          [colours.inkSoft, ground],
          // Links.
          [colours.accent, ground],
        ]),
      ];
      for (const [words, ground] of pairs) {
        expect(contrastOf(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(readableContrast);
      }
    });
  }
});
