import { describe, expect, it } from "vitest";
import { choicesIn, type LeadFieldType } from "./lead-field";
import { showValue } from "./show-value.server";

const shown = (type: LeadFieldType, value: string) =>
  showValue({ name: "it", label: "It", type, options: [] }, value);

describe("a value of a typed field", () => {
  it("is a day, a number, a telephone with its country or yes and no, as people read it", () => {
    expect(shown("date", "2026-03-04")).toBe("4 March 2026");
    expect(shown("number", "1234567.50")).toBe("1,234,567.50");
    expect(shown("number", "12500,5")).toBe("12,500.5");
    expect(shown("number", "-1987"), "a year").toBe("-1987");
    expect(shown("phone", "+4930123456")).toBe("+49 30 123456 (Germany)");
    expect(shown("phone", "+16045551234")).toBe("+1 604 555 1234 (Canada)");
    for (const value of ["on", "yes", "True", "1"]) expect(shown("yes_no", value), value).toBe("Yes");
    for (const value of ["", "no", "off", "0"]) expect(shown("yes_no", value), value).toBe("No");
  });

  it("stays as it was sent where it is not what it should be, or would lose something", () => {
    const odd: [LeadFieldType, string][] = [
      ["date", "2026-02-31"],
      ["date", "next week"],
      ["number", "007"],
      ["number", "12345678901234567890"],
      ["number", "1e5"],
      ["number", "about 5"],
      ["phone", "030 123456"],
      ["phone", "+49"],
      ["yes_no", "With my dog"],
      ["text", "2026-03-04"],
      ["choice", "<b>"],
    ];
    for (const [type, value] of odd) expect(shown(type, value), value).toBe(value);
    expect(showValue(undefined, "2026-03-04")).toBe("2026-03-04");
  });
});

describe("choices in people's words", () => {
  const field = {
    name: "days",
    label: "Days",
    type: "choices" as const,
    options: [
      { value: "mon, early", label: "Monday morning" },
      { value: "mon", label: "Monday" },
      { value: "tue", label: "" },
    ],
  };

  it("are told apart also where one has a comma, and shown by their labels", () => {
    expect(choicesIn(field, "mon, early, tue")).toEqual(["mon, early", "tue"]);
    expect(showValue(field, "mon, mon, early, gone")).toBe("Monday, Monday morning, gone");
    expect(showValue(undefined, "x")).toBe("x");
  });
});
