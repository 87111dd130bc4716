import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordMinimum, passwordProblem } from "./password";

describe("a password", () => {
  it.each([
    "quiet river under seven bridges",
    "Tr0ub4dor & three ducks",
    "ž ľ ť č ý á í é – dlhá veta",
    "ساعة طويلة جدا تحت الجسر",
    "8301-7726-4459-0182-77",
    "パスワードではない長い文です、どうぞ",
  ])("is taken when it is long and not well known: %s", (password) => {
    expect(passwordProblem(password, ["ada@example.org", "Ada Lovelace"])).toBeUndefined();
  });

  it.each([
    ["short and sweet", undefined],
    ["fourteen chars", "15"],
    ["passwordpassword", "guessed"],
    ["P4ssw0rd-P4ssw0rd!", "guessed"],
    ["iloveyou-iloveyou-123", "guessed"],
    ["qwertyuiop1234567890", "guessed"],
    ["12345678901234567890", "repeats"],
    ["98765432109876543", "repeats"],
    ["abcdefghijklmnopqr", "repeats"],
    ["aaaaaaaaaaaaaaaa", "repeats"],
    ["abcabcabcabcabcabc", "repeats"],
    ["adalovelace-1815-ada", "name"],
  ])("%s is judged", (password, words) => {
    const problem = passwordProblem(password, ["ada@lovelace.org", "Ada Lovelace"]);
    if (words === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(words);
  });

  it("is refused at any length out of bounds, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const tooShort = [...text].length < passwordMinimum;
        expect(tooShort && passwordProblem(text) === undefined).toBe(false);
      }),
    );
    expect(passwordProblem("word ".repeat(60))).toContain("256");
  });
});
