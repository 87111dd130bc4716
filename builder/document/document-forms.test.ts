import { describe, expect, it } from "vitest";
import { listLinks, listTexts } from "./document-contents";
import { listForms } from "./document-forms";
import { htmlToPageDocument } from "./html-to-document";
import { readPageDocument } from "./page-document";

const formsOf = (html: string) => listForms(htmlToPageDocument({ html }).document);
const fieldOf = (html: string) => formsOf(`<form>${html}</form>`)[0]?.fields[0];

describe("forms of given HTML", () => {
  it("reads labels that point, wrap, follow or are missing", () => {
    expect(fieldOf("<label for=a>First</label><input id=a name=x>")?.label).toBe("First");
    expect(fieldOf("<label>Second <input name=x></label>")?.label).toBe("Second");
    expect(fieldOf("<label>Third</label><div><input name=x></div>")?.label).toBe("Third");
    expect(fieldOf('<input name=x aria-label="Fourth">')?.label).toBe("Fourth");
    expect(fieldOf("<span id=q>Fifth</span><input name=x aria-labelledby=q>")?.label).toBe("Fifth");
    expect(fieldOf('<input name=x placeholder="Sixth">')?.label).toBe("Sixth");
    expect(fieldOf("<input name=seventh>")?.label).toBe("seventh");
  });

  it("reads a label that wraps and points once", () => {
    expect(fieldOf("<label for=p>Phone <input id=p name=phone type=tel></label>")?.label).toBe("Phone");
  });

  it("are called by their name, else as the heading above them, else as their button", () => {
    const names = (html: string) => formsOf(html).map(({ name }) => name);
    const bare = "<form><input name=a><button>Join</button></form>";
    expect(names('<h2>Talk</h2><form data-name="Call me" aria-label="x"></form>')).toEqual(["Call me"]);
    expect(names('<form aria-label="Search"><h2>Find</h2></form>')).toEqual(["Search"]);
    expect(names("<h1>B</h1><form><h3>Keep a place</h3><input name=a></form>")).toEqual(["Keep a place"]);
    expect(
      names(`<h1>B</h1><section><h2>Come</h2><div><p>x</p>${bare}</div><h2>Later</h2></section>`),
    ).toEqual(["Come"]);
    expect(names(`<h1>Waitlist</h1>${bare}`)).toEqual(["Waitlist"]);
    expect(names(`<section><h2>Else</h2></section><section>${bare}</section>`)).toEqual(["Join"]);
    expect(names("<div><form><input name=a></form></div>")).toEqual(["Form 1"]);
  });

  it("keeps names and types, and names what has none", () => {
    const [form] = formsOf(
      "<form><input type=email><input type=tel name=Phone><input type=week name=w><textarea name=t maxlength=50></textarea><input placeholder='Your city'></form>",
    );
    expect(form?.fields.map(({ name, type, maxLength }) => [name, type, maxLength])).toEqual([
      ["email", "email", undefined],
      ["Phone", "tel", undefined],
      ["w", "text", undefined],
      ["t", "textarea", 50],
      ["your_city", "text", undefined],
    ]);
  });

  it("[consent.record] takes a box named consent_PURPOSE as consent, with its label as wording and never ticked", () => {
    const { document, removed } = htmlToPageDocument({
      html: "<form><label><input type=checkbox name=consent_mail checked required> Write to me, see <a href=/p>how</a></label></form>",
    });
    expect(listForms(document)[0]?.fields[0]).toEqual({
      name: "consent_mail",
      label: "Write to me, see how",
      type: "consent",
      required: true,
      purpose: "mail",
      wording: "Write to me, see how",
    });
    expect(JSON.stringify(document)).not.toContain("checked");
    expect(removed).toHaveLength(1);
  });

  it("groups radios and boxes of one name under the legend", () => {
    const [form] = formsOf(
      "<form><fieldset><legend>Size</legend><label><input type=radio name=s value=1 required>Small</label><label><input type=radio name=s value=2>Large</label></fieldset><label><input type=checkbox name=d value=a>A</label><label><input type=checkbox name=d value=b>B</label><label><input type=checkbox name=ok>Fine</label></form>",
    );
    expect(form?.fields.map(({ name, label, type, options }) => ({ name, label, type, options }))).toEqual([
      {
        name: "s",
        label: "Size",
        type: "radio",
        options: [
          { value: "1", label: "Small" },
          { value: "2", label: "Large" },
        ],
      },
      {
        name: "d",
        label: "d",
        type: "checkboxes",
        options: [
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ],
      },
      { name: "ok", label: "Fine", type: "checkbox", options: undefined },
    ]);
  });

  it("reads the choices of a list without its placeholder that cannot be chosen", () => {
    const field = fieldOf(
      "<select name=c><option disabled>Choose</option><option value=x>Ex</option><option>Why</option></select>",
    );
    expect(field?.options).toEqual([
      { value: "x", label: "Ex" },
      { value: "Why", label: "Why" },
    ]);
  });

  it("gives every form a key that stays, also when a form is copied or moved", () => {
    const html =
      "<form id=news><input name=email></form><form><input name=email></form><form id=news><input name=email></form>";
    const { document } = htmlToPageDocument({ html });
    const keys = listForms(document).map((form) => form.nodeKey);
    expect(keys).toEqual(["news", "form", "news-2"]);
    const copy = structuredClone(document);
    copy.project.pages[0].frames[0].component.components?.reverse();
    expect(
      listForms(readPageDocument(copy).document)
        .map((form) => form.nodeKey)
        .sort(),
    ).toEqual([...keys].sort());
  });

  it("tells what happens after sending, and where a script or foreign scheme is asked for falls back to a message", () => {
    const next = (attributes: string) => formsOf(`<form ${attributes}><input name=a></form>`)[0]?.next;
    expect(next('data-next-url="https://example.org/x"')).toEqual({
      kind: "redirect",
      url: "https://example.org/x",
    });
    expect(next('data-next-path="/thanks"')).toEqual({ kind: "page", path: "/thanks" });
    expect(next('data-next-message="Well done."')).toEqual({ kind: "message", text: "Well done." });
    expect(next('data-next-url="javascript:alert(1)"')?.kind).toBe("message");
    expect(next('data-next-path="//evil.example"')?.kind).toBe("message");
  });

  it("keeps password fields in view of the acceptable use check, and drops reserved names", () => {
    const [form] = formsOf(
      "<form action=https://evil.example><input type=password name=p><input type=file name=f><input name=_t value=x><button formaction=https://evil.example>Go</button></form>",
    );
    expect(form?.fields.map((field) => [field.type, field.name])).toEqual([
      ["password", "p"],
      ["file", "f"],
      ["text", "field"],
    ]);
    expect(form?.submitLabel).toBe("Go");
  });

  it("keeps labels bound when two forms use the same ids", () => {
    const one = "<form><label for=m>Mail</label><input id=m name=email></form>";
    expect(formsOf(one + one).map((form) => form.fields[0]?.label)).toEqual(["Mail", "Mail"]);
  });
});

it("lists texts and links of a page with paths the editor can follow", () => {
  const { document } = htmlToPageDocument({
    html: "<section><h1>Hello <b>you</b></h1><p><a href=/x>Go</a></p></section>",
  });
  expect(listTexts(document)).toEqual([
    { path: "0.0", text: "Hello you" },
    { path: "0.1.0", text: "Go" },
  ]);
  expect(listLinks(document)).toEqual([{ path: "0.1.0", href: "/x", text: "Go" }]);
});
