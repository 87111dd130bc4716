import { describe, expect, it, test } from "vitest";
import type { FieldDefinition } from "~builder/document/form-definition";
import { judgePage } from "./judge-page";
import { isVagueLabel, withoutRefusals } from "./vague-label";

const judged = (words: string, field: Partial<FieldDefinition>) =>
  judgePage({
    forms: [
      {
        nodeKey: "f",
        name: "Contact",
        submitLabel: "Send",
        next: { kind: "message", text: "Thank you" },
        fields: [{ name: "a", label: "", type: "text", required: false, ...field }],
      },
    ],
    wordsAtFields: [{ form: 0, field: "a", words, isNamed: true }],
    texts: [],
    links: [],
    language: "en",
  }).map(({ severity, rule }) => `${severity} ${rule}`);

describe("a label", () => {
  test.each([
    "Your answer",
    "Number",
    "Code *",
    "1.",
    "…",
    "Please enter here",
    "Ihre Angabe",
    "Votre réponse",
    "Tu respuesta",
    "Odpowiedź",
    "उत्तर",
    "الرقم",
  ])("says nothing: %s", (label) => expect(isVagueLabel(label)).toBe(true));

  test.each(["E-mail", "Order number", "Your company", "Message", "Telefonnummer", "Coupon code", "Nom"])(
    "says what belongs in its field: %s",
    (label) => expect(isVagueLabel(label)).toBe(false),
  );
});

describe("[aup.check] [forms.sensitive] words beside a field", () => {
  test.each([
    ["Enter your credit card number", "Your answer", "block sensitive.payment-card"],
    ["Do not worry. Your password for the shop", "Code", "block sensitive.password"],
    ["Never mind: your card number", "Number", "block sensitive.payment-card"],
    ["Welche Krankheiten haben Sie?", "Ihre Antwort", "block sensitive.health"],
    ["Numéro de carte bancaire", "Votre réponse", "block sensitive.payment-card"],
    ["Please enter your credit card number", "Message", "block sensitive.payment-card"],
    ["Bitte Ihre Kreditkartennummer eingeben", "Nachricht", "block sensitive.payment-card"],
    ["Podaj hasło do konta", "Wiadomość", "block sensitive.password"],
  ])(
    "are what it asks for when its label says nothing, or they ask outright: %s / %s",
    (words, label, finding) => expect(judged(words, { label })).toEqual([finding]),
  );

  test.each([
    ["Please do not write your password here", "Your answer", "warn sensitive.password"],
    ["We will never ask for your card number.", "Details", "warn sensitive.payment-card"],
    ["Geben Sie hier bitte kein Passwort ein", "Ihre Angabe", "warn sensitive.password"],
    ["Ne saisissez jamais votre mot de passe", "Votre réponse", "warn sensitive.password"],
    ["Lost your credit card? Write to us.", "Message", "warn sensitive.payment-card"],
    ["Enter your name, so that we can find your password file", "Name", "warn sensitive.password"],
  ])("are looked at twice when they refuse it, or a label says otherwise: %s / %s", (words, label, finding) =>
    expect(judged(words, { label })).toEqual([finding]),
  );

  it("are let be when they ask for nothing, and a placeholder can be the label", () => {
    expect(judged("Which cake shall it be?", { label: "Your answer" })).toEqual([]);
    expect(judged("Your password", { label: "Your answer", placeholder: "Name of your dog" })).toEqual([
      "warn sensitive.password",
    ]);
    expect(withoutRefusals("Do not send a password. Your name")).toBe("Your name");
  });
});
