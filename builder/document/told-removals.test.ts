import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "./html-to-document";

const read = (html: string) => htmlToPageDocument({ html });
const told = (html: string) => read(html).removed.map(({ what }) => what);

describe("what goes when a page is brought along", () => {
  it("is told where somebody would miss it: patterns of answers, and where forms sent to", () => {
    expect(
      told('<form action="https://list.example/sub"><input name="zip" pattern="[0-9]{5}"></form>'),
    ).toEqual(["action on <form>", "pattern on <input>"]);
    expect(told('<form><button formaction="https://evil.example">Send</button></form>')).toEqual([
      "formaction on <button>",
    ]);
    expect(
      told('<form action=""><input name="x"></form><form action="#"></form><p class="a" slot="b">x</p>'),
    ).toEqual([]);
  });

  it("names a box that was ticked by its own label", () => {
    expect(
      told(
        '<form><label>Your name <input name="n"></label><label><input type="checkbox" name="consent_mail" checked> News</label></form>',
      ),
    ).toEqual(['Ticked box "News"']);
  });

  it("is told of drawings, whose hidden parts never become shapes", () => {
    const { document, removed } = read(
      '<svg viewBox="0 0 9 9"><symbol id="s"><circle r="4"/></symbol><use href="#s"/><rect width="3" height="3"/></svg>',
    );
    expect(removed.map(({ what }) => what)).toEqual(["<symbol>", "<use>"]);
    expect(JSON.stringify(document)).not.toContain("circle");
    expect(JSON.stringify(document)).toContain("rect");
  });

  it("keeps a gradient that takes its colours from another one of the drawing, and from nowhere else", () => {
    const svg = (href: string) =>
      JSON.stringify(
        read(`<svg><linearGradient id="b" xlink:href="${href}"></linearGradient></svg>`).document,
      );
    expect(svg("#a")).toContain('"href":"#a"');
    for (const elsewhere of [
      "https://evil.example/#a",
      "//evil.example#a",
      "data:image/svg+xml,x#a",
      "javascript:a",
    ])
      expect(svg(elsewhere)).not.toContain("href");
  });

  it("leaves a button its words where it was a picture", () => {
    expect(
      JSON.stringify(read('<form><input type="image" src="go.png" alt="Go"></form>').document),
    ).toContain('"value":"Go"');
  });
});
