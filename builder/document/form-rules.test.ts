import { getCountries, getCountryCallingCode } from "libphonenumber-js/min";
import { describe, expect, it } from "vitest";
import { callingCodeOf, countryCodes, namedCountries } from "./countries";
import { listForms } from "./document-forms";
import { conditionHolds } from "./field-condition";
import type { FieldCondition } from "./form-definition";
import { formsCss } from "./forms-css";
import { htmlToPageDocument } from "./html-to-document";
import { renderPage } from "./render-page";

const formOf = (html: string) => listForms(htmlToPageDocument({ html: `<form>${html}</form>` }).document)[0];
const fieldOf = (html: string) => formOf(html)?.fields[0];

const render = (html: string, formMessages?: Record<string, string>, language = "en") =>
  renderPage(htmlToPageDocument({ html }).document, {
    title: "T",
    description: "",
    language,
    url: "https://x.example/",
    siteName: "X",
    forms: { form: { action: "/f/x", token: "t" } },
    privacyNotice: {
      controller: "C",
      contact: "c@example.org",
      postalAddress: "A",
      purposes: ["p"],
      retention: "r",
      rightsUrl: "mailto:c@example.org",
      text: "",
    },
    formMessages,
  });

const pets = `<label>Pet <select name="pet"><option value="">None</option><option value="dog">Dog</option></select></label>
<div data-show-field="pet" data-show-is="one_of" data-show-value="dog"><label>Its name <input name="dog_name" required></label></div>`;

describe("rules of fields in the markup of a form", () => {
  it("reads limits, steps, explanations and URL parameters", () => {
    expect(fieldOf("<input type=number name=n min=1 max=9 step=0.5>")).toMatchObject({
      min: "1",
      max: "9",
      step: "0.5",
    });
    expect(fieldOf("<input name=n minlength=2>")).toMatchObject({ minLength: 2 });
    expect(
      fieldOf("<div><label>A <input name=n></label><p data-help>As on the <b>bill</b></p></div>"),
    ).toMatchObject({
      label: "A",
      help: "As on the bill",
    });
    expect(fieldOf("<input type=hidden name=c data-from-url=utm_campaign>")).toMatchObject({
      fromUrl: "utm_campaign",
    });
    expect(fieldOf('<input type=hidden name=c data-from-url="a b">')?.fromUrl).toBeUndefined();
  });

  it("reads what files a field takes, from our own marks or from a given page, within our limits", () => {
    expect(fieldOf('<input type=file name=f data-accept="pdf image" data-max-mb=2 multiple>')).toMatchObject({
      type: "file",
      accept: ["pdf", "image"],
      maxBytes: 2 * 1024 * 1024,
      maxFiles: 5,
    });
    expect(fieldOf('<input type=file name=f accept=".docx,image/*" data-max-mb=9999>')).toMatchObject({
      accept: ["image", "document"],
      maxBytes: 10 * 1024 * 1024,
      maxFiles: 1,
    });
    expect(fieldOf("<input type=file name=f accept=.exe>")?.accept).toEqual(["pdf", "image", "document"]);
  });

  it("reads the country of a telephone field, and the list to choose from", () => {
    expect(fieldOf("<input type=tel name=t data-country=de data-countries='de at xx'>")).toMatchObject({
      country: "DE",
      countries: ["DE", "AT"],
    });
    expect(fieldOf("<input type=tel name=t data-countries=all>")?.countries).toHaveLength(
      countryCodes.length,
    );
    expect(
      render('<form><input type=tel name=t data-country=de data-countries="de at"></form>', {}, "de").html,
    ).toContain('<option value="DE" selected>Deutschland (+49)</option>');
  });

  it("leaves the label to the number where the list of countries stands before it", () => {
    const { html } = render(
      '<form><label>Call me <input type=tel name=t data-countries="de"></label></form>',
    );
    expect(html).toContain('<label for="form-t">');
    expect(html).toMatch(/<input type="tel" name="t" data-countries="de" id="form-t"/);
  });

  it("knows the countries and codes that the library for numbers knows", () => {
    expect([...countryCodes].sort()).toEqual([...getCountries()].sort());
    for (const country of getCountries()) expect(callingCodeOf(country)).toBe(getCountryCallingCode(country));
    expect(namedCountries(["AT", "DE"], "fr").map(({ label }) => label)).toEqual([
      "Allemagne (+49)",
      "Autriche (+43)",
    ]);
  });

  it("takes conditions that look back, also from boxes around, and no others", () => {
    expect(formOf(pets)?.fields[1]).toMatchObject({
      name: "dog_name",
      required: true,
      shownIf: [{ field: "pet", is: "one_of", values: ["dog"] }],
    });
    const forward = formOf('<div data-show-field="b"><input name=a></div><input name=b>');
    expect(forward?.fields[0]?.shownIf).toBeUndefined();
    const itself = formOf('<input name=a data-show-field="a">');
    expect(itself?.fields[0]?.shownIf).toBeUndefined();
    const both = formOf(
      "<input name=a><input name=b><div data-show-field=a><p data-show-field=b data-show-is=empty><input name=c></p></div>",
    );
    expect(both?.fields[2]?.shownIf).toHaveLength(2);
    expect(formOf("<input name=a><input name=b data-require-field=a>")?.fields[1]?.requiredIf).toEqual({
      field: "a",
      is: "filled",
      values: [],
    });
  });

  it("decides conditions as people mean them", () => {
    const cases: [FieldCondition["is"], string[], string[], boolean][] = [
      ["filled", [], [" "], false],
      ["filled", [], ["x"], true],
      ["empty", [], [], true],
      ["one_of", ["Dog", "cat"], ["dog "], true],
      ["one_of", ["dog"], [], false],
      ["none_of", ["dog"], [], true],
      ["none_of", ["dog"], ["cat", "dog"], false],
      ["at_least", ["10"], ["9,5"], false],
      ["at_least", ["10"], ["10"], true],
      ["at_most", ["2026-01-01"], ["2025-12-31"], true],
      ["at_least", ["10"], [], false],
    ];
    for (const [is, values, given, holds] of cases)
      expect(conditionHolds({ field: "x", is, values }, given), `${is} ${values} ${given}`).toBe(holds);
  });

  it("does not hold up who has no script by a field that is not asked, and hides it by style alone", () => {
    const { html, css } = render(`<form>${pets}</form>`);
    expect(/<input[^>]*name="dog_name"[^>]*>/.exec(html)?.[0]).not.toMatch(/ required/);
    expect(html).toContain('data-required=""');
    expect(css).toContain('form[data-form="form"]:not(:has([name="pet"] option[value="dog" i]:checked))');
    expect(render("<form><input name=a></form>").css).not.toContain(":has(");
  });

  it("lets no value of a condition out of the style sheet", () => {
    const value = '"]}</style><script>x</script>{[a="\\';
    const css = formsCss([
      {
        nodeKey: "f",
        name: "F",
        submitLabel: "",
        next: { kind: "message", text: "" },
        fields: [
          { name: "a", label: "", type: "radio", required: false },
          {
            name: "b",
            label: "",
            type: "text",
            required: false,
            shownIf: [{ field: "a", is: "one_of", values: [value] }],
          },
        ],
      },
    ]);
    expect(css).not.toMatch(/<|\}\]|script>/);
    expect(css.split("{")).toHaveLength(css.split("}").length);
  });

  it("finds the steps of a form and tells how far one is, in the page's language; one step is none", () => {
    const steps =
      '<form><fieldset data-step="You"><input name=a required></fieldset><fieldset data-step="Trip"><input name=b></fieldset><p><input name=c></p><button>Go</button></form>';
    const [form] = listForms(htmlToPageDocument({ html: steps }).document);
    expect(form?.steps).toEqual(["You", "Trip"]);
    expect(form?.fields.map(({ name, inStep }) => [name, inStep])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", undefined],
    ]);
    const { html } = render(steps, { required: "Pflicht" }, "de");
    expect(html).toContain("Schritt 1 von 2: You");
    expect(html).toContain('<button data-after-steps="">Go</button>');
    expect(html).toMatch(/<button type="button" data-next>Weiter<\/button>/);
    expect(html).toContain("&quot;step&quot;:&quot;Schritt {n} von {m}&quot;");
    expect(formOf('<fieldset data-step="x"><input name=a></fieldset>')?.steps).toBeUndefined();
  });

  it("reads out an explanation with its field", () => {
    const { html } = render('<form><div><label>A <input name="a"></label><p data-help>Why</p></div></form>');
    expect(html).toContain('aria-describedby="form-a-help"');
    expect(html).toContain('id="form-a-help"');
  });

  it("[pages.personalise] offers to remember only where the form says so", () => {
    expect(render("<form data-remember><input name=a></form>", {}, "fr").html).toContain("Garder ma saisie");
    expect(render("<form><input name=a></form>").html).not.toContain("f-remember");
  });

  it("[pages.download] hands over only a file that is named by its id", () => {
    const id = "01J0000000000000000000000A";
    expect(
      listForms(htmlToPageDocument({ html: `<form data-download="${id}"></form>` }).document)[0]?.download,
    ).toEqual({
      fileId: id,
      by: "page",
    });
    expect(
      listForms(htmlToPageDocument({ html: '<form data-download="../x"></form>' }).document)[0]?.download,
    ).toBeUndefined();
  });
});
