import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { collectionOf } from "~/testing/collections";
import { detectSensitiveValues, maskSensitiveValues } from "./detect-sensitive-values";
import { judgeValues } from "./judge-values";

const names = (text: string, about = "") => detectSensitiveValues(text, { about }).map(({ name }) => name);

describe("[forms.sensitive] a number in what people wrote is recognised", () => {
  test.each([
    ["4111 1111 1111 1111", "payment card number"],
    ["take 4111-1111-1111-1111 12/27 123 please", "payment card number"],
    ["4111 1111 1111 1111 123", "payment card number"],
    ["378282246310005", "payment card number"],
    ["DE89 3704 0044 0532 0130 00 is mine", "bank account number (IBAN)"],
    ["gb82west12345698765432", "bank account number (IBAN)"],
    ["my ssn: 123-45-6780", "US social security number"],
    ["SSN 123456780", "US social security number"],
    ["AB 12 34 56 C", "UK national insurance number"],
    ["NHS number 943 476 5919", "UK NHS number"],
    ["Steuer-ID 86095742719", "German tax number"],
    ["15070649C103", "German pension insurance number"],
    ["756.9217.0769.85", "Swiss social insurance number"],
    ["12345678Z", "Spanish identity number"],
    ["1 85 05 78 006 084 91", "French social security number"],
    ["RSSMRA85T10A562S", "Italian fiscal code"],
    ["BSN 111222333", "Dutch citizen service number"],
    ["85.07.30-033.28", "Belgian national number"],
    ["44051401458", "Polish PESEL number"],
    ["736028/5163", "Czech or Slovak birth number"],
    ["131052-308T", "Finnish personal identity code"],
    ["19811218-9876", "Swedish personal number"],
    ["529.982.247-25", "Brazilian CPF number"],
    ["12.345.678-5", "Chilean RUT"],
    ["10000000146", "Turkish identity number"],
    ["3998 7654 3211", "Indian Aadhaar number"],
    ["S1234567D", "Singaporean identity number"],
    ["RSA ID: 8001015009087", "South African identity number"],
    ["11010519491231002X", "Chinese resident number"],
    ["my passport is C01X00T41", "German identity document number"],
  ])("%s: %s", (text, name) => {
    expect(names(text)).toContain(name);
  });

  it("better when the field says what it is", () => {
    expect(names("123456780")).toEqual([]);
    expect(names("123456780", "Social security number")).toEqual(["US social security number"]);
  });

  test.each([
    "",
    "Please call me at +49 30 1234567 or 0171 1234567",
    "(415) 555-0132",
    "Order 2024-000123, invoice RE-10293847",
    "4111 1111 1111 1112",
    "DE89 3704 0044 0532 0130 01",
    "We are 12 people, arriving on 2026-05-17 at 18:30",
    "192.168.10.25 and 2001:db8:1111:2222:3333:4444:5555:6666",
    "ISBN 978-3-16-148410-0",
    "8f14e45f-ceea-467f-a8f1-123456789012",
    "90210-1234",
    "1700000000123",
    "€ 1.234.567,89",
  ])("and nothing is seen in: %s", (text) => {
    expect(names(text)).toEqual([]);
  });

  it("and can be masked, with the words around it kept", () => {
    const text = "Card 4111 1111 1111 1111, IBAN DE89370400440532013000.";
    expect(maskSensitiveValues(text, detectSensitiveValues(text))).toBe(
      "Card •••• •••• •••• 1111, IBAN ••••••••••••••••••3000.",
    );
  });

  it("and reported without being repeated", () => {
    const [finding, ...rest] = judgeValues([
      { name: "message", label: "Message", value: "my card is 4111111111111111" },
      { name: "name", value: "Jane" },
    ]);
    expect(finding).toMatchObject({
      rule: "sensitive-value.payment-card",
      severity: "block",
      field: "message",
    });
    expect(JSON.stringify(finding)).not.toContain("4111");
    expect(rest).toEqual([]);
  });

  it("in reasonable time, whatever is sent", () => {
    const started = Date.now();
    for (const part of ["1", "1 ", "A1", "1-", "DE12 ", "4111 1111 1111 1111 ", "\u0000", "９", "x@1."]) {
      detectSensitiveValues(part.repeat(20_000));
    }
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

/** Entities of the collection that identify no person: web and mail addresses, dates, companies, vehicles, places, doctors' offices. */
const beyond =
  /^(CRYPTO|DATE_TIME|DE_(BSNR|LANR|HANDELSREGISTER|KFZ|PLZ|VAT_ID)|EMAIL_ADDRESS|IN_(GSTIN|VEHICLE)|IP_ADDRESS|IT_VAT|KR_BRN|MAC_|MEDICAL_|NG_VEHICLE|PERSON|PH_MOBILE|SE_ORG|SG_UEN|TR_(LICENSE|PHONE)|UK_(POSTCODE|VEHICLE)|URL|US_NPI|AU_(ABN|ACN)|hugg|pattern|phone)/;
const judged = collectionOf("sensitive/presidio-half.json");

describe.skipIf(!judged.isHere)("[forms.sensitive] texts judged by others", () => {
  const score = (atLeast: "possible" | "likely") => {
    const texts = JSON.parse(readFileSync(judged.at, "utf8")) as {
      entity: string;
      text: string;
      expected_len: number;
    }[];
    const counted = { right: 0, missed: 0, wrong: 0 };
    for (const { entity, text, expected_len } of texts) {
      if (beyond.test(entity)) continue;
      const found = detectSensitiveValues(text, { atLeast }).length > 0;
      if (found && expected_len > 0) counted.right += 1;
      else if (found) counted.wrong += 1;
      else if (expected_len > 0) counted.missed += 1;
    }
    return {
      recall: counted.right / (counted.right + counted.missed),
      precision: counted.right / (counted.right + counted.wrong),
    };
  };

  it("are nearly all recognised as possible, though most are bare numbers without a word beside them", () => {
    expect(score("possible").recall).toBeGreaterThan(0.95);
    expect(score("possible").precision).toBeGreaterThan(0.9);
  });

  it("are rarely wrong when they are called likely", () => {
    expect(score("likely").recall).toBeGreaterThan(0.7);
    expect(score("likely").precision).toBeGreaterThan(0.97);
  });
});
