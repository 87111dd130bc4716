import { describe, expect, it } from "vitest";
import { packRows, splitRows, unpackRows } from "./packed-rows.mjs";

/** Each row is copied: the array of one is used for the next. */
function rowsOf(parameters: readonly unknown[], width: number): unknown[][] {
  const packed = packRows(parameters, width);
  const rows: unknown[][] = [];
  for (const row of unpackRows(packed ?? "", width)) rows.push([...row]);
  return rows;
}

describe("rows that cross to a thread", () => {
  it("arrive as they were, whether their values are the same in each or not", () => {
    const rows = [
      ["shop", "a", 1, null, "ß\u0000\u2028\ud83d\ude00"],
      ["shop", "b", 1.5, "x", "ß\u0000\u2028\ud83d\ude00"],
      ["shop", "c", -0.25, null, "ß\u0000\u2028\ud83d\ude00"],
    ];
    expect(rowsOf(rows.flat(), 5)).toEqual(rows);
    expect(rowsOf(["only", 1], 2)).toEqual([["only", 1]]);
    expect(rowsOf(["same", 1, "same", 1], 2)).toEqual([
      ["same", 1],
      ["same", 1],
    ]);
    expect(rowsOf([], 3)).toEqual([]);
  });

  it("sends once what all rows have in common", () => {
    const long = "x".repeat(1000);
    expect(packRows([long, 1, long, 2, long, 3], 2)?.length).toBeLessThan(1200);
  });

  it("leaves alone what a text cannot hold", () => {
    expect(packRows(["a", Buffer.from("b")], 2)).toBeUndefined();
    expect(packRows(["a", 1n], 2)).toBeUndefined();
    expect([...splitRows(["a", 1n, "b", 2n], 2)]).toEqual([
      ["a", 1n],
      ["b", 2n],
    ]);
  });
});
