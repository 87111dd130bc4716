import { describe, expect, it } from "vitest";
import { readByteRange } from "./byte-range";

describe("a range of bytes", () => {
  it.each([
    ["bytes=0-3", { from: 0, to: 3 }],
    ["bytes=4-", { from: 4, to: 9 }],
    ["bytes=-3", { from: 7, to: 9 }],
    ["bytes=-30", { from: 0, to: 9 }],
    ["bytes=2-99", { from: 2, to: 9 }],
    ["bytes=10-", "outside"],
    ["bytes=-0", "outside"],
    ["bytes=5-2", "none"],
    ["bytes=-", "none"],
    ["bytes=0-1,3-4", "none"],
    ["lines=0-1", "none"],
    ["bytes=a-b", "none"],
    [undefined, "none"],
  ])("%s of ten bytes", (header, expected) => {
    expect(readByteRange(header, 10)).toEqual(expected);
  });
});
