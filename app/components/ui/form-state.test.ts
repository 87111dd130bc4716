import { describe, expect, test } from "vitest";
import { DomainError } from "~/domain/domain-error";
import { errorsByField, invalidForm, refusedForm, typedValues } from "./form-state";

function typed(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe("a form that comes back", () => {
  test("keeps what was typed, several choices under one name as a list", () => {
    const form = typed([
      ["email", "mara@"],
      ["purpose", "news"],
      ["purpose", "offers"],
    ]);
    expect(typedValues(form)).toEqual({ email: "mara@", purpose: ["news", "offers"] });
  });

  test("never sends back passwords, secrets, codes, tokens or files", () => {
    const form = typed([
      ["password", "a"],
      ["newPassword", "b"],
      ["smtp_secret", "c"],
      ["code", "123456"],
      ["_token", "d"],
    ]);
    form.append("file", new Blob(["x"]), "x.csv");
    expect(typedValues(form)).toEqual({ file: [] });
  });

  test("shows the first message of each field", () => {
    const issues = [
      { path: ["email"], message: "Enter an address." },
      { path: ["email"], message: "Too short." },
      { path: [], message: "Choose a or b." },
    ];
    expect(errorsByField(issues)).toEqual({ email: "Enter an address.", "": "Choose a or b." });
    expect(invalidForm(new FormData(), issues)).toMatchObject({
      errors: { email: "Enter an address." },
      message: "Choose a or b.",
    });
  });

  test("says why a use case refused, and lets faults of our own through", () => {
    const refusal = new DomainError("conflict", "slug_taken", "This name is taken.", {
      fields: { slug: "Choose another." },
    });
    expect(refusedForm(typed([["slug", "demo"]]), refusal)).toEqual({
      values: { slug: "demo" },
      errors: { slug: "Choose another." },
      message: "This name is taken.",
    });
    const fault = new TypeError("x is not a function");
    expect(() => refusedForm(new FormData(), fault)).toThrow(fault);
  });
});
