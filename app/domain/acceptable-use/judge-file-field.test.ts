import { describe, expect, it } from "vitest";
import type { FieldDefinition } from "~builder/document/form-definition";
import { judgeFileField } from "./judge-file-field";
import { judgeField } from "./sensitive-rules";

const field = (label: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name: "file",
  label,
  type: "file",
  required: false,
  ...more,
});

describe("[forms.sensitive] a field that takes a file", () => {
  it("may not ask for identity papers, medical papers or statements of money, in any language", () => {
    for (const label of [
      "Copy of your passport",
      "Photo of your ID card (both sides)",
      "Ihr Personalausweis",
      "Führerschein",
      "Pièce d’identité",
      "Fotocopia del DNI",
      "Carta d'identità",
      "Rijbewijs",
      "Cartão de cidadão",
      "Dowód osobisty",
      "Občanský průkaz",
      "Občiansky preukaz",
      "आधार कार्ड",
      "صورة جواز السفر",
      "Last payslip",
      "Medical report",
    ])
      expect(judgeFileField(field(label), "Form")[0]?.severity, label).toBe("block");
    expect(judgeFileField(field("Upload", { help: "A scan of your passport" }), "Form")).toHaveLength(1);
  });

  it("may ask for plans, pictures, letters and applications", () => {
    for (const label of [
      "Your plan",
      "Photo of the garden",
      "Curriculum vitae",
      "Logo",
      "Floor plan (PDF)",
      "Ihre Unterlagen",
      "Cover letter",
    ]) {
      expect(judgeFileField(field(label), "Form"), label).toEqual([]);
      expect(
        judgeField(field(label), "Form").filter(({ severity }) => severity === "block"),
        label,
      ).toEqual([]);
    }
    expect(judgeFileField(field("Passport photo service", { type: "text" }), "Form")).toEqual([]);
  });
});
