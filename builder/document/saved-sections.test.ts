import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "./html-to-document";
import { parsePageDocument } from "./page-document";
import { rootOf } from "./project";
import {
  fillSections,
  listSectionUses,
  readSectionDocument,
  unmarkedDocument,
  visibleDocument,
} from "./saved-sections";
import { sectionPicture } from "./section-picture";

const page = (html: string, css = "") => htmlToPageDocument({ html, css }).document;
const text = (value: unknown) => JSON.stringify(value);

const speaker = readSectionDocument(
  page(
    '<section class="speaker" id="one"><h2>Ada</h2><form><input type="email" name="email"></form></section>',
    "h2{margin:0}.speaker{color:teal}#one{padding:3px}.elsewhere{color:red}",
  ),
  "k7",
);
const saved = new Map([["sec_A", { revision: 4, name: "Speaker", document: speaker }]]);

describe("a saved section", () => {
  it("keeps one part and the rules that speak of it; rules for its ids go by classes", () => {
    expect(speaker.project.styles.map(({ selectors }) => selectors)).toEqual([["speaker"], ["own-one"]]);
    expect(text(speaker)).toContain('"data-form":"form-k7"');
    expect(readSectionDocument(speaker, "k7")).toEqual(speaker);
  });

  it("is pictured by its markup alone, also where its rules hold markup in a string", () => {
    const loud = '.loud::before{content:"<body><img src=x onerror=alert(1)>"}';
    const picture = sectionPicture(readSectionDocument(page('<p class="loud">Sale</p>', loud), "k7"));
    expect(picture.html).toBe('<main><p class="loud">Sale</p></main>');
  });

  it("is refused when it is no part, or more than one", () => {
    expect(() => readSectionDocument(page(""), "k7")).toThrow(/one part/);
    expect(() => readSectionDocument(page("<p>a</p><p>b</p>"), "k7")).toThrow(/one part/);
  });

  it("cannot hold other saved sections, so that none holds itself", () => {
    const nested = readSectionDocument(page('<div><p data-section="sec_A">x</p></div>'), "k7");
    expect(text(nested)).not.toContain("sec_A");
  });
});

describe("a page with saved sections", () => {
  const document = page(
    '<h1>Day</h1><div data-section="sec_A">Old words</div><p data-section="sec_gone">Last known words</p>',
    ".speaker{color:black}",
  );

  it("shows each as it is now, in the look of the page, and says which state of it that is", () => {
    const full = fillSections(document, saved);
    expect(text(full)).toContain("Ada");
    expect(text(full)).not.toContain("Old words");
    expect(full.project.styles.filter(({ selectors }) => selectors[0] === "speaker")).toEqual([
      expect.objectContaining({ style: { color: "black" } }),
    ]);
    expect(listSectionUses(full)).toEqual([
      { id: "sec_A", revision: 4 },
      { id: "sec_gone", revision: 0 },
    ]);
    expect(fillSections(full, saved)).toEqual(full);
    expect(parsePageDocument(full)).toEqual(full);
  });

  it("keeps what it remembers of one that is not there", () => {
    expect(text(fillSections(document, saved))).toContain("Last known words");
  });

  it("keeps a section whole that stands on it twice", () => {
    const twice = fillSections(page('<p data-section="sec_A"></p><p data-section="sec_A"></p>'), saved);
    expect(text(twice).match(/own-one/g)).toHaveLength(3);
    expect(text(twice).match(/"data-form":"form-k7(-2)?"/g)).toHaveLength(2);
  });

  it("publishes no mark of the editor", () => {
    expect(text(unmarkedDocument(fillSections(document, saved)))).not.toContain("data-section");
  });
});

describe("a hidden part", () => {
  it("is left out, with its form, and the paths of all others stay true", () => {
    const document = page('<h1>A</h1><form data-hidden=""><input name="x"></form><p>B</p>');
    const visible = visibleDocument(document);
    expect(text(visible)).not.toContain('"form"');
    expect(rootOf(visible.project).components?.[2]).toEqual(rootOf(document.project).components?.[2]);
  });
});
