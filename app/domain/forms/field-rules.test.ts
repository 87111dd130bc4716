import { describe, expect, it } from "vitest";
import type { SentFile } from "~/lib/sent-fields";
import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import { uploadKind, uploadName } from "../files/upload-kind";
import { checkSubmission } from "./check-submission";
import { formWords } from "./form-words";
import { fromPageAddress } from "./from-page-address";
import { readPhone } from "./read-phone.server";

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
const check = (
  definition: FormDefinition,
  sent: Record<string, string | string[]>,
  files: Record<string, SentFile[]> = {},
) =>
  checkSubmission(definition, new Map(Object.entries(sent).map(([name, value]) => [name, [value].flat()])), {
    words: formWords.en,
    minimumAge: 16,
    now: Date.UTC(2026, 10, 28),
    isSensitive: (value) => value.includes("4111"),
    files: new Map(Object.entries(files)),
    readPhone,
  });
const file = (name: string, content: string | Buffer): SentFile => ({ name, bytes: Buffer.from(content) });

const pets = form(
  field("pet", {
    type: "select",
    options: [
      { value: "dog", label: "Dog" },
      { value: "cat", label: "Cat" },
    ],
  }),
  field("dog_name", { required: true, shownIf: [{ field: "pet", is: "one_of", values: ["dog"] }] }),
  field("breed", { shownIf: [{ field: "dog_name", is: "filled", values: [] }] }),
  field("vet", { requiredIf: { field: "pet", is: "filled", values: [] } }),
);

describe("fields that depend on others", () => {
  it("[leads.capture] are required while shown, and ignored while hidden, whatever is sent", () => {
    expect(check(pets, { pet: "dog", vet: "x" })).toMatchObject({
      ok: false,
      errors: { dog_name: expect.any(String) },
    });
    expect(check(pets, { pet: "cat", dog_name: "Rex", breed: "Poodle", vet: "x" })).toMatchObject({
      ok: true,
      fields: { pet: "cat", vet: "x" },
    });
    const all = check(pets, { pet: "dog", dog_name: "Rex", breed: "Poodle", vet: "x" });
    expect(all.ok && Object.keys(all.fields)).toEqual(["pet", "dog_name", "breed", "vet"]);
  });

  it("hide what depends on them in turn, and are required by another's value", () => {
    expect(check(pets, { pet: "cat", dog_name: "Rex", breed: "x", vet: "v" })).not.toHaveProperty(
      "fields.breed",
    );
    expect(check(pets, { pet: "cat" })).toMatchObject({ ok: false, errors: { vet: expect.any(String) } });
    expect(check(pets, {})).toMatchObject({ ok: true, fields: {} });
  });

  it("[consent.record] give no consent through a box that was not shown", () => {
    const box = field("consent_mail", {
      type: "consent",
      purpose: "mail",
      wording: "Yes, write to me",
      shownIf: [{ field: "news", is: "filled", values: [] }],
    });
    const news = field("news", { type: "checkbox", value: "on" });
    expect(check(form(news, box), { consent_mail: "yes" })).toMatchObject({ ok: true, consents: [] });
    expect(check(form(news, box), { news: "on", consent_mail: "yes" })).toMatchObject({
      consents: [{ purpose: "mail" }],
    });
  });

  it("see several choices one by one, also where one has a comma", () => {
    const days = field("days", {
      type: "checkboxes",
      options: [
        { value: "Mon, early", label: "" },
        { value: "Tue", label: "" },
      ],
    });
    const why = field("why", { shownIf: [{ field: "days", is: "one_of", values: ["Mon, early"] }] });
    expect(check(form(days, why), { days: ["Tue", "Mon, early"], why: "w" })).toMatchObject({
      fields: { why: "w" },
    });
    expect(check(form(days, why), { days: ["Tue"], why: "w" })).not.toHaveProperty("fields.why");
  });
});

describe("numbers, lengths and telephone numbers", () => {
  it("counts steps as browsers do", () => {
    const half = form(field("n", { type: "number", min: "0.5", step: "0.5" }));
    for (const [value, ok] of [
      ["0.5", true],
      ["2.0", true],
      ["0.75", false],
      ["1e1", true],
    ] as const)
      expect(check(half, { n: value }).ok, value).toBe(ok);
    expect(check(form(field("n", { type: "number", step: "0.1" })), { n: "0.3" }).ok).toBe(true);
    expect(check(form(field("n", { type: "number", step: "any" })), { n: "0.123" }).ok).toBe(true);
    expect(check(form(field("n", { minLength: 3 })), { n: "😀😀" }).ok).toBe(false);
  });

  it("[leads.capture] keeps a telephone number with its country where it can be read, and as typed where not", () => {
    const phone = field("tel", { type: "tel", country: "GB", countries: ["GB", "DE"] });
    const kept = (sent: Record<string, string>, one = phone) => {
      const checked = check(form(one), sent);
      return checked.ok ? checked.fields.tel : checked.errors.tel;
    };
    expect(kept({ tel: "020 7946 0018" })).toBe("+442079460018");
    expect(kept({ tel: "030 901820", tel__country: "DE" })).toBe("+4930901820");
    expect(kept({ tel: "020 7946 0018", tel__country: "US" })).toBe("+442079460018");
    expect(kept({ tel: "+49 (0)30 901820" })).toBe("+4930901820");
    expect(kept({ tel: "0049 30 901820" })).toBe("+4930901820");
    expect(kept({ tel: "12345" })).toBe("12345");
    expect(kept({ tel: "020 7946 0018" }, field("tel", { type: "tel" }))).toBe("020 7946 0018");
    expect(kept({ tel: "020 7946 0018 x12" })).toBe("020 7946 0018 x12");
    expect(kept({ tel: "<script>" })).toBe(formWords.en.tel);
  });

  it("takes hidden values from the page's own address only", () => {
    const definition = form(field("campaign", { type: "hidden", value: "none", fromUrl: "utm_campaign" }));
    const filled = (sent: Record<string, string[]>, pageAddress: string) =>
      fromPageAddress(definition, new Map(Object.entries(sent)), { pageAddress, ownHost: "a.example" }).get(
        "campaign",
      );
    expect(filled({ campaign: ["none"] }, "https://a.example/?utm_campaign=spring")).toEqual(["spring"]);
    expect(filled({ campaign: ["set"] }, "https://a.example/?utm_campaign=spring")).toEqual(["set"]);
    expect(filled({}, "https://b.example/?utm_campaign=spring")).toBeUndefined();
    expect(filled({}, "not an address?x")).toBeUndefined();
  });
});

const zip = (names: string[], first = "") => {
  const central = names.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(name.length, 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const start = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(26), Buffer.from(first)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, ...central, end]);
};

describe("files that visitors send", () => {
  it("are known by their content, never by their name", () => {
    const kindOf = (bytes: Buffer, name = "x.pdf") => uploadKind(bytes, name)?.kind;
    expect(kindOf(Buffer.from("%PDF-1.7 ..."), "x.exe")).toBe("pdf");
    expect(kindOf(zip(["[Content_Types].xml", "word/document.xml"]))).toBe("document");
    expect(kindOf(zip(["[Content_Types].xml", "xl/workbook.xml"]))).toBe("sheet");
    expect(kindOf(zip(["mimetype"], "mimetypeapplication/vnd.oasis.opendocument.text"))).toBe("document");
    expect(kindOf(Buffer.from("name;town\nZoë;Brno\n"), "list.csv")).toBe("text");
    for (const refused of [
      zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
      zip(["META-INF/MANIFEST.MF", "Evil.class"]),
      zip(["a.txt"]),
      Buffer.from("MZ\u0090\u0000\u0003"),
      Buffer.from("<html><script>alert(1)</script>"),
      Buffer.from(' <svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'),
      Buffer.from("#!/bin/sh\nrm -rf /"),
      Buffer.from([0xff, 0xfe, 0x41, 0x00]),
      Buffer.from("PK\u0003\u0004 cut short"),
      Buffer.alloc(0),
    ])
      expect(kindOf(refused), refused.toString("latin1", 0, 20)).toBeUndefined();
  });

  it("lose folders and tricks from their names", () => {
    expect(uploadName("C:\\Users\\Zoë\\cv.pdf")).toBe("cv.pdf");
    expect(uploadName("../../.ssh/authorized_keys")).toBe("authorized_keys");
    expect(uploadName('a\r\nb"<i>.pdf')).toBe("a  b  i .pdf");
    expect(uploadName("fdp.\u202Eexe")).not.toContain("\u202E");
    expect(uploadName("x".repeat(500))).toHaveLength(120);
    expect(uploadName("...")).toBe("file");
  });

  it("are checked in number, size and kind, as the field allows", () => {
    const cv = form(
      field("cv", { type: "file", required: true, accept: ["pdf", "text"], maxBytes: 100, maxFiles: 1 }),
    );
    const pdf = file("cv.pdf", "%PDF-1.7");
    expect(check(cv, {}, { cv: [pdf] })).toMatchObject({
      ok: true,
      fields: { cv: "cv.pdf" },
      files: [{ contentType: "application/pdf" }],
    });
    for (const wrong of [
      [],
      [pdf, pdf],
      [file("a.pdf", `%PDF-${"x".repeat(100)}`)],
      [file("a.pdf", "GIF89a")],
    ])
      expect(check(cv, {}, { cv: wrong }).ok).toBe(false);
    expect(check(cv, { cv: "cv.pdf" }).ok).toBe(false);
  });

  it("[forms.sensitive] are refused when their text holds a card number", () => {
    const notes = form(field("notes", { type: "file", accept: ["text"] }));
    expect(check(notes, {}, { notes: [file("n.txt", "card 4111 1111 1111 1111")] })).toMatchObject({
      ok: false,
      reason: "sensitive",
    });
  });
});

describe("words about a limit", () => {
  const limited = form(
    field("day", { type: "date", max: "2026-12-31" }),
    field("seats", { type: "number", min: "1" }),
    field("papers", { type: "file", accept: ["pdf"], maxFiles: 1 }),
  );

  it("read right for a date, a number and a single file", () => {
    const papers = [file("a.pdf", "a"), file("b.pdf", "b")];
    expect(check(limited, { day: "2027-01-01", seats: "0" }, { papers })).toMatchObject({
      errors: {
        day: "Please choose December 31, 2026 or earlier.",
        seats: "Please enter a value from 1 upwards.",
        papers: "Too many files. At most 1 can be sent here.",
      },
    });
  });

  it.each(Object.entries(formWords))("say the limit once in %s", (_language, words) => {
    for (const text of [words.tooSmall, words.tooLarge, words.tooShort, words.tooLong, words.fileCount])
      expect(text.split("{n}")).toHaveLength(2);
  });
});
