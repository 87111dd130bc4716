import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { compareDocuments } from "./compare-documents";

const page = (html: string, css = "") => htmlToPageDocument({ html, css }).document;
const compare = (before: string, after: string) => compareDocuments(page(before), page(after)).differences;

describe("two states of a page", () => {
  it("have nothing between them when they are equal", () => {
    expect(compareDocuments(page("<h1>A</h1>"), page("<h1>A</h1>"))).toEqual({
      differences: [],
      isLookChanged: false,
      isStyleChanged: false,
      isOrderChanged: false,
    });
  });

  it("differ in words that were put otherwise, written anew, or taken away", () => {
    const before = "<h1>Bread</h1><p>Fresh every day at six.</p><p>Closed on Sunday.</p>";
    const after = "<h1>Bread</h1><p>Fresh every day at seven.</p><p>Ring twice.</p><p>Closed on Sunday.</p>";
    expect(compare(before, after)).toEqual([
      {
        kind: "changed",
        what: "words",
        before: "Fresh every day at six.",
        after: "Fresh every day at seven.",
      },
      { kind: "added", what: "words", after: "Ring twice." },
    ]);
    expect(compare(after, "<h1>Bread</h1><p>Ring twice.</p>").map(({ kind }) => kind)).toEqual([
      "removed",
      "removed",
    ]);
  });

  it("differ in where links lead, in pictures, and in what forms ask", () => {
    const before =
      '<a href="/a">Shop</a><img src="/one.png" alt="A loaf"><form><label>Mail <input type="email" name="email"></label></form>';
    const after =
      '<a href="/b">Shop</a><img src="/two.png" alt="Two loaves"><form><label>Mail <input type="email" name="email" required></label></form>';
    expect(compare(before, after)).toEqual([
      { kind: "changed", what: "link", before: "Shop → /a", after: "Shop → /b" },
      { kind: "removed", what: "picture", before: "A loaf" },
      { kind: "added", what: "picture", after: "Two loaves" },
      { kind: "changed", what: "field", before: "Mail", after: "Mail, must be filled in" },
    ]);
  });

  it("differ in order or in look alone", () => {
    const turned = compareDocuments(page("<p>One</p><p>Two</p>"), page("<p>Two</p><p>One</p>"));
    expect([turned.differences, turned.isOrderChanged]).toEqual([[], true]);
    const styled = compareDocuments(page("<p>x</p>"), page("<p>x</p>", "p{color:red}"));
    expect([styled.differences, styled.isStyleChanged]).toEqual([[], true]);
  });

  it("are compared in good time when they are long", () => {
    const long = (from: number) =>
      Array.from({ length: 1_500 }, (_, at) => `<p>Line ${from + at}</p>`).join("");
    const began = performance.now();
    compare(long(0), long(700));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
