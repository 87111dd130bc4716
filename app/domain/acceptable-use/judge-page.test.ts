import { describe, expect, it, test } from "vitest";
import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import { isBlocked } from "./finding";
import { judgePage } from "./judge-page";

const field = (given: Partial<FieldDefinition>): FieldDefinition => ({
  name: "field",
  label: "Field",
  type: "text",
  required: false,
  ...given,
});

const form = (fields: Partial<FieldDefinition>[], submitLabel = "Send"): FormDefinition => ({
  nodeKey: "form-1",
  name: "Contact",
  fields: fields.map(field),
  submitLabel,
  next: { kind: "message", text: "Thank you" },
});

const page = (given: Partial<Parameters<typeof judgePage>[0]>) =>
  judgePage({ forms: [], texts: [], links: [], language: "en", ...given });

const rules = (findings: ReturnType<typeof page>) =>
  findings.map(({ severity, rule }) => `${severity} ${rule}`);

const newsletter = form(
  [
    { name: "email", label: "E-mail", type: "email", required: true, autocomplete: "email" },
    { name: "name", label: "Name", autocomplete: "name" },
    { name: "company", label: "Company" },
    {
      name: "consent_mail",
      label: "Send me the newsletter",
      type: "consent",
      purpose: "mail",
      wording: "Send me the newsletter once a month",
    },
  ],
  "Sign up",
);

describe("[aup.check] a page", () => {
  it("with an ordinary form and ordinary words passes without a finding", () => {
    const findings = page({
      forms: [newsletter],
      texts: [{ text: "Fresh bread every morning. Call +49 30 1234567 or come by." }],
      links: [
        { href: "https://bakery.example/menu", text: "bakery.example" },
        { href: "/about" },
        { href: "#form" },
      ],
    });
    expect(findings).toEqual([]);
    expect(isBlocked(findings)).toBe(false);
  });

  it("[forms.sensitive] is refused for each field that asks for what may not be collected", () => {
    const findings = page({
      forms: [
        form([
          { name: "card", label: "Card number" },
          { name: "pw", label: "Secret", type: "password" },
          { name: "health", label: "Medical conditions", type: "textarea" },
          { name: "origin", label: "Ethnic origin", type: "select" },
        ]),
      ],
    });
    expect(rules(findings)).toEqual([
      "block sensitive.payment-card",
      "block sensitive.password",
      "block sensitive.health",
      "block sensitive.ethnicity",
    ]);
    for (const finding of findings) {
      expect(finding.evidence).toContain("Form “Contact”");
      expect(finding.remedy).not.toBe("");
    }
    expect(isBlocked(findings)).toBe(true);
  });

  it("is refused when it copies a sign-in", () => {
    const signIn = form([{ name: "username", label: "User name" }], "Log in");
    expect(rules(page({ forms: [signIn] }))).toEqual(["block phishing.sign-in"]);
    expect(
      rules(page({ forms: [form([{ name: "email", type: "email", label: "E-mail" }], "Sign in")] })),
    ).toEqual(["warn phishing.sign-in"]);
  });

  it("is refused when a consent box says nothing, and told when consent is forced", () => {
    const box = { name: "consent_mail", type: "consent" as const, purpose: "mail" };
    expect(rules(page({ forms: [form([{ ...box, label: "consent_mail" }])] }))).toEqual([
      "block consent.wording",
    ]);
    const wording = "I agree to receive the newsletter";
    expect(rules(page({ forms: [form([{ ...box, label: wording, wording, required: true }])] }))).toEqual([
      "info consent.forced",
    ]);
  });

  test.each([
    ["Win with our online casino today", "warn content.gambling"],
    ["Guaranteed profits with crypto", "warn content.quick-money"],
    ["Buy Viagra without prescription", "warn content.drugs"],
    ["Your account has been suspended. Click here.", "warn phishing.pressure"],
    ["Card 4111 1111 1111 1111 was charged", "warn content.published-number"],
  ])("is flagged, never refused, for words: %s", (text, expected) => {
    expect(rules(page({ texts: [{ text }] }))).toEqual([expected]);
  });

  test.each([
    ["https://bit.ly/abc", "more", "warn link.shortener"],
    ["http://192.0.2.7/login", "more", "warn link.number"],
    ["https://example.org/setup.exe", "more", "warn link.program"],
    ["https://evil.example/", "www.bank.example", "warn link.mismatch"],
    ["https://bank.example@evil.example/", "more", "warn link.disguised"],
  ])("is flagged for a link to %s shown as %s", (href, text, expected) => {
    expect(rules(page({ links: [{ href, text }] }))).toContain(expected);
  });

  test.each([
    ["https://shop.example.org/", "example.org"],
    ["https://example.org/", "www.example.org"],
    ["https://{{name}}.example/", "more"],
    ["not a link", "more"],
    ["mailto:jane@example.org", "jane@example.org"],
    ["javascript:alert(1)", "x"],
  ])("is not flagged for a link to %s shown as %s", (href, text) => {
    expect(page({ links: [{ href, text }] })).toEqual([]);
  });

  it("hears about forms for children", () => {
    expect(rules(page({ forms: [newsletter], texts: [{ text: "The club for kids" }] }))).toEqual([
      "info children.age",
    ]);
    expect(page({ texts: [{ text: "The club for kids" }] })).toEqual([]);
  });

  it("never repeats a number it found", () => {
    const [finding] = page({ texts: [{ text: "4111 1111 1111 1111" }] });
    expect(JSON.stringify(finding)).not.toContain("4111");
  });
});
