import { describe, expect, it, test } from "vitest";
import { fieldOfColumn, fieldsOfColumns, hasNoHeadings } from "./import-columns";

describe("the columns of an imported file", () => {
  test.each([
    ["E-Mail-Adresse", "email"],
    ["Email Address", "email"],
    ["E-mail 1 - Value", "email"],
    ["Adresse électronique", "email"],
    ["Correo electrónico", "email"],
    ["FNAME", "first_name"],
    ["Vorname", "first_name"],
    ["Prénom", "first_name"],
    ["Last Name", "last_name"],
    ["Jméno a příjmení", "name"],
    ["Company", "company"],
    ["foyer_reason", ""],
  ])("are known by headings of other systems: %s is %j", (heading, field) => {
    expect(fieldOfColumn(heading, {})).toBe(field);
  });

  it("hold what was chosen for them, whatever they are called", () => {
    expect(fieldOfColumn("Email", { Email: "old_address" })).toBe("old_address");
  });

  it("are told by what stands in them where no heading names the addresses", () => {
    const rows = [
      ["Ada", "ada@example.org", "x"],
      ["Bo", "bo@example.org", "bo@example.com"],
    ];
    expect(fieldsOfColumns(["Who", "Contact", "Other"], {}, rows)).toEqual(["who", "email", "other"]);
    expect(fieldsOfColumns(["Who"], {}, [["Ada"]])).toEqual(["who"]);
  });

  it("have no headings where the first row holds an address", () => {
    expect(hasNoHeadings(["Ada", "ada@example.org"])).toBe(true);
    expect(hasNoHeadings(["Name", "Mail"])).toBe(false);
  });
});
