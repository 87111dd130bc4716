import { expect, test } from "vitest";
import { plainLine } from "./plain-text";

test("a line for people has no breaks, controls or hidden direction marks", () => {
  expect(plainLine(" a\r\nb\u0000\tc\u202Ed\u2028e ", 50)).toBe("a b cd e");
});

test("a line for people is cut between characters", () => {
  expect(plainLine("👩🏽👩🏽👩🏽", 100)).toBe("👩🏽👩🏽👩🏽");
  expect(plainLine("😀😀😀", 2)).toBe("😀…");
  expect(plainLine("", 5)).toBe("");
});
