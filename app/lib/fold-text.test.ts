import { describe, expect, it } from "vitest";
import { foldText, foldWords } from "./fold-text";

describe("folded text", () => {
  it("is the same for different ways of typing one word", () => {
    expect(foldText("  Çédille\u00A0 ŁÓDŹ Straße ")).toBe("cedille lodz strasse");
    expect(foldText("Ｆｕｌｌ")).toBe("full");
    expect(foldText("e\u0301te\u0301")).toBe(foldText("ÉTÉ"));
  });

  it("keeps the marks of scripts that cannot be read without them", () => {
    expect(foldText("धर्म")).toBe("धर्म");
  });

  it("loses any number of marks in one look", () => {
    expect(foldText(`${"a\u0301".repeat(3)} b${"\u0301".repeat(200_000)}c`)).toBe("aaa bc");
  });

  it("is parted into words as names in code are", () => {
    expect(foldWords("cardNumber[card_cvc]-N°2")).toEqual(["card", "number", "card", "cvc", "n", "2"]);
    expect(foldWords("")).toEqual([]);
  });
});
