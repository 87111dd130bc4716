import { describe, expect, it } from "vitest";
import { naughtyStrings } from "~/testing/naughty-strings";
import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import { checkField } from "./check-field";
import { checkSubmission } from "./check-submission";
import { formWords } from "./form-words";

const now = Date.UTC(2026, 10, 23);

const field = (name: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  label: name,
  type: "text",
  required: false,
  ...more,
});

const form = (...fields: FieldDefinition[]): FormDefinition => ({
  nodeKey: "f",
  name: "Form",
  fields,
  submitLabel: "Send",
  next: { kind: "message", text: "" },
});

const check = (definition: FormDefinition, sent: Record<string, string | string[]>, minimumAge = 16) =>
  checkSubmission(definition, new Map(Object.entries(sent).map(([name, value]) => [name, [value].flat()])), {
    words: formWords.en,
    minimumAge,
    now,
    isSensitive: () => false,
  });

const fails = (definition: FormDefinition, sent: Record<string, string | string[]>) => {
  const checked = check(definition, sent);
  return checked.ok ? [] : Object.keys(checked.errors);
};

describe("checking a submission", () => {
  it("[leads.capture] collects the fields of the form and nothing else", () => {
    const checked = check(form(field("city"), field("note")), { city: " Bath ", more: "x", note: "" });
    expect(checked).toMatchObject({ ok: true, fields: { city: "Bath" }, email: "", name: "" });
  });

  it("takes a field named email as an address whatever its type says", () => {
    expect(fails(form(field("email")), { email: "nobody" })).toEqual(["email"]);
    expect(check(form(field("email")), { email: "Ada@Example.ORG" })).toMatchObject({
      email: "Ada@example.org",
    });
  });

  it("joins first and last name where there is no whole one", () => {
    const names = form(field("first-name"), field("x", { autocomplete: "family-name" }));
    expect(check(names, { "first-name": "Ada", x: "Lovelace" })).toMatchObject({ name: "Ada Lovelace" });
  });

  it("names the first and the last day as people write them", () => {
    const given = { type: "date" as const, min: "2026-03-01", max: "2026-12-31" };
    const said = (day: string, language: "en" | "de") =>
      checkField(field("day", given), [day], formWords[language]);
    expect(said("2026-02-28", "en")).toEqual({ error: "Please choose March 1, 2026 or later." });
    expect(said("2027-01-01", "de")).toEqual({
      error: "Bitte wählen Sie den 31. Dezember 2026 oder einen früheren Tag.",
    });
    expect(said("2026-03-01", "en")).toEqual({ value: "2026-03-01" });
  });

  it("refuses what a type does not allow, and only that", () => {
    const wrong: [Partial<FieldDefinition>, string | string[], boolean][] = [
      [{ type: "number" }, "12,5", false],
      [{ type: "number" }, "12e", true],
      [{ type: "number", min: "3" }, "2", true],
      [{ type: "number", max: "3" }, "4", true],
      [{ type: "date" }, "2026-02-30", true],
      [{ type: "date" }, "2024-02-29", false],
      [{ type: "date", min: "2026-01-01" }, "2025-12-31", true],
      [{ type: "url" }, "javascript:alert(1)", true],
      [{ type: "url" }, "https://example.org/ä", false],
      [{ type: "tel" }, "+44 (0)20 7946 0018", false],
      [{ type: "tel" }, "call me", true],
      [{ type: "text", maxLength: 3 }, "😀😀😀", false],
      [{ type: "text", maxLength: 3 }, "😀😀😀😀", true],
      [{ type: "text" }, "x".repeat(1001), true],
      [{ type: "textarea" }, "x".repeat(1001), false],
      [{ type: "textarea" }, "x".repeat(10_001), true],
      [{ type: "select", options: [{ value: "a", label: "A" }] }, "b", true],
      [{ type: "radio", options: [{ value: "a", label: "A" }] }, ["a", "a"], true],
      [{ type: "checkboxes", options: [{ value: "a", label: "A" }] }, ["a", "zz"], true],
      [{ type: "text", required: true }, "  ", true],
      [{ type: "checkbox", required: true }, "", true],
    ];
    for (const [more, value, refused] of wrong) {
      expect(fails(form(field("it", more)), { it: value }), JSON.stringify([more, value])).toEqual(
        refused ? ["it"] : [],
      );
    }
  });

  it("[consent.record] takes only a ticked box as consent, with the label as wording", () => {
    const box = field("consent_mail", { type: "consent", purpose: "mail", wording: "Write to me." });
    for (const no of ["", "0", "false", "off", "No"]) {
      expect(check(form(box), { consent_mail: no })).toMatchObject({ consents: [] });
    }
    for (const yes of ["on", "yes", "1", "true", "x"]) {
      expect(check(form(box), { consent_mail: yes })).toMatchObject({
        consents: [{ purpose: "mail", wording: "Write to me." }],
      });
    }
    expect(check(form({ ...box, required: true }), {})).toMatchObject({ ok: false });
  });

  it("[forms.children] knows ages however they are asked, and counts no consent of who is under 15", () => {
    const asked: [Partial<FieldDefinition> & { name: string }, string, boolean][] = [
      [{ name: "birthday", type: "date" }, "2010-11-24", true],
      [{ name: "birthday", type: "date" }, "2010-11-23", false],
      [{ name: "x", label: "Geburtsdatum" }, "1.2.2015", true],
      [{ name: "y", label: "Date de naissance" }, "1.2.1985", false],
      [{ name: "age", type: "number" }, "12", true],
      [{ name: "z", label: "Your age" }, "40", false],
      [{ name: "b", autocomplete: "bday-year" }, "2014", true],
      [{ name: "stage" }, "12", false],
    ];
    for (const [{ name, ...more }, value, refused] of asked) {
      const checked = check(form(field(name, more)), { [name]: value });
      expect(checked.ok, `${name} ${value}`).toBe(!refused);
    }
    const young = form(
      field("age", { type: "number" }),
      field("consent_mail", { type: "consent", purpose: "mail", wording: "Yes" }),
    );
    expect(check(young, { age: "14", consent_mail: "on" }, 13)).toMatchObject({ ok: true, consents: [] });
    expect(check(young, { age: "15", consent_mail: "on" }, 13)).toMatchObject({ consents: [{}] });
  });

  it("keeps any text as it is", () => {
    for (const text of naughtyStrings) {
      const checked = check(form(field("it", { type: "textarea" })), { it: text });
      expect(checked).toMatchObject({
        ok: true,
        fields: text.trim() === "" ? {} : { it: text.trim().replace(/\r\n?/g, "\n") },
      });
    }
  });
});
