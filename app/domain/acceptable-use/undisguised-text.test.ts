import { describe, expect, it, test } from "vitest";
import { judgeField } from "./sensitive-rules";
import { undisguised } from "./undisguised-text";

const rules = (label: string) =>
  judgeField({ name: "field_1", type: "text", label }, "Form “Sign up”").map(
    ({ rule, severity }) => `${severity} ${rule.replace("sensitive.", "")}`,
  );

describe("[forms.sensitive] words in disguise are read as a visitor reads them", () => {
  test.each([
    ["characters nobody sees", "P\u200bass\u00adwo\u2060rd", "password"],
    ["a Cyrillic letter among Latin ones", "C\u0430rd number", "payment-card"],
    ["a Greek letter among Latin ones", "\u03a1assw\u03bfrd", "password"],
    ["digits for letters", "Passw0rd", "password"],
    ["signs for letters", "P@s$word", "password"],
    ["letters set apart", "C a r d number", "payment-card"],
    ["letters set apart by dots", "P.a.s.s.w.o.r.d", "password"],
    ["wide letters", "ＰＡＳＳＷＯＲＤ", "password"],
  ])("%s", (_, label, topic) => {
    expect(rules(label)).toContain(`block ${topic}`);
  });

  it("words that are what they seem stay as they are", () => {
    for (const text of ["Улица и дом", "Όνομα", "Room 4 at 10 am", "A, B or C", "B2B e-mail", "नाम", "U S A"])
      expect(undisguised(text)).toBe(text);
    expect(rules("Имя и фамилия")).toEqual([]);
    expect(rules("Plan A B C")).toEqual([]);
  });
});
