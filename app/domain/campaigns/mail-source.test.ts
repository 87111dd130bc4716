import { describe, expect, it } from "vitest";
import { htmlToMailDocument } from "~builder/document/mail-document";
import { mailTemplates } from "~builder/templates/mail-templates";
import { mailSource } from "./mail-source";
import { mergeValuesOf } from "./personalise";

describe("a message as HTML for writing by hand", () => {
  it.each(mailTemplates.map((template) => [template.id, template] as const))(
    "reads back as the same message: %s",
    (_id, template) => {
      const { preheader: _preheader, ...document } = template.document;
      const source = mailSource(document);
      const again = htmlToMailDocument(source).document;
      expect(mailSource(again)).toBe(source);
      expect(source).toContain("{{unsubscribe_url}}");
      expect(source).toContain("{{postal_address}}");
      expect(source).not.toMatch(/\{\{@/);
    },
  );

  it("keeps links with merge fields as they were typed", () => {
    const { document } = htmlToMailDocument(
      '<p><a href="https://a.example/?q={{name|x}}&amp;b=1">go</a><img src="https://a.example/{{id}}.png"></p>',
    );
    const source = mailSource(document);
    expect(source).toContain('href="https://a.example/?q={{name|x}}&amp;b=1"');
    expect(source).toContain("https://a.example/{{id}}.png");
  });
});

describe("values to merge", () => {
  it("have a first name made of the name, unless a field says it", () => {
    expect(mergeValuesOf({ name: "Ada King Lovelace", email: "a@b.example", fields: "{}" }).first_name).toBe(
      "Ada",
    );
    const named = { name: "Ada King", email: "a@b.example", fields: '{"First_Name":"Augusta"}' };
    expect(mergeValuesOf(named).first_name).toBe("Augusta");
    expect(mergeValuesOf({ name: "", email: "a@b.example", fields: "broken" })).toMatchObject({ name: "" });
  });
});
