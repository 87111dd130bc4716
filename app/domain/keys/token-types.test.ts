import { expect, it } from "vitest";
import { tokenTypes } from "./token-types";

it("a token of one purpose is none for another: no two of them share a number", () => {
  const numbers = Object.values(tokenTypes);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toBeLessThan(256);
});
