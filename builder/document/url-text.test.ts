import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { fillUrlTexts, findUrlTexts } from "./fill-url-texts";
import { htmlToPageDocument } from "./html-to-document";
import { renderPage } from "./render-page";

const render = (html: string) =>
  renderPage(htmlToPageDocument({ html }).document, {
    title: "T",
    description: "",
    language: "en",
    url: "https://x.example/",
    siteName: "X",
    forms: {},
    privacyNotice: {
      controller: "",
      contact: "",
      postalAddress: "",
      purposes: [],
      retention: "",
      rightsUrl: "",
      text: "",
    },
  }).html;
const fill = (html: string, query: Record<string, string>) => {
  const page = render(html);
  return fillUrlTexts(page, findUrlTexts(page), new URLSearchParams(query));
};
const naughty = createRequire(import.meta.url)("big-list-of-naughty-strings/blns.json") as string[];

describe("words from the address of a page", () => {
  const heading =
    '<h1>Flowers for <span class="x" data-url-text="city" data-url-max="20">your town</span>, <span data-url-text="day">today</span></h1>';

  it("take the place of the words that stand there, each from its own parameter", () => {
    expect(fill(heading, { city: "Brno", other: "x" })).toContain(
      '>Brno</span>, <span data-url-text="day">today<',
    );
    expect(fill(heading, { city: " São   Paulo", day: "L'été & 2026" })).toMatch(
      />São Paulo<.*>L'été &amp; 2026</,
    );
    expect(fill(heading, {})).toBeUndefined();
    expect(fill(heading, { town: "Brno" })).toBeUndefined();
  });

  it("are only the offered ones, in the page's own spelling, where some are offered", () => {
    const offered = '<p data-url-text="city" data-url-values="Brno\nBath &amp; Wells">town</p>';
    expect(fill(offered, { city: "bath & wells" })).toContain(">Bath &amp; Wells</p>");
    expect(fill(offered, { city: "Rome" })).toBeUndefined();
  });

  it("are no addresses, telephone numbers, markup or long texts", () => {
    for (const bad of [
      "<b>x</b>",
      '"onload="x',
      "evil.example",
      "www.evil",
      "https://evil",
      "me@evil",
      "call +1 (800) 555-0199",
      "x".repeat(21),
      "a\u202Egpj",
      "line\u2028line\u0000",
      "{{name}}",
      "日本\u200b",
    ])
      expect(fill(heading, { city: bad }), bad).toBeUndefined();
    expect(fill(heading, { city: "C-3, 2nd floor (e)" })).toContain(">C-3, 2nd floor (e)<");
  });

  it("never become anything but text, whatever is tried", () => {
    const page = render(heading.replace('data-url-max="20"', 'data-url-max="120"'));
    const places = findUrlTexts(page);
    const tags = (html: string) => html.match(/<[^>]*>/g)?.join("");
    for (const text of naughty) {
      const filled = fillUrlTexts(page, places, new URLSearchParams({ city: text, day: text }));
      if (filled !== undefined) expect(tags(filled), text).toBe(tags(page));
    }
  });

  it("stand only in elements of text, and an element with others inside becomes plain", () => {
    expect(findUrlTexts(render('<div data-url-text="a">x</div>'))).toEqual([]);
    expect(findUrlTexts(render('<p data-url-text="a">x <b>y</b></p>'))).toMatchObject([{ parameter: "a" }]);
    expect(findUrlTexts(render('<p data-url-text="a b">x</p><p title=\' data-url-text="z"\'>y</p>'))).toEqual(
      [],
    );
  });
});
