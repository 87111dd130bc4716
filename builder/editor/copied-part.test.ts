import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "../document/html-to-document";
import { stylesOfPart } from "../document/part-styles";
import { rootOf } from "../document/project";
import { copyOf, readCopy, withFreshIds } from "./copied-part";

const page = htmlToPageDocument({
  html: '<section class="opening"><h1 id="top">Hello</h1><label for="name">Name</label><input id="name"></section><p class="other">Bye</p>',
  css: ":root{--ink:#111}.opening{color:red}.opening h1{margin:0}.other{color:blue}#top{color:green}.opening .other{top:0}",
}).document;
const section = rootOf(page.project).components?.[0] ?? {};
const facts = { isSection: true, copiedAt: 1_000 };

describe("a copied part", () => {
  it("takes along the rules that speak of it and none of the page's", () => {
    const selectors = stylesOfPart(section, page.project.styles).map(
      ({ selectors, selectorsAdd }) => selectorsAdd ?? selectors.join("."),
    );
    expect(selectors).toEqual(["opening", ".opening h1", "#top"]);
  });

  it("is read back from text", () => {
    const copy = copyOf(section, page.project.styles, facts);
    expect(readCopy(JSON.stringify(copy), 2_000)).toEqual(copy);
  });

  it("is nothing when it is something else, broken, or older than a day", () => {
    const copy = JSON.stringify(copyOf(section, page.project.styles, facts));
    expect(readCopy("Just some words", 2_000)).toBeUndefined();
    expect(readCopy('{"foyer":"part"', 2_000)).toBeUndefined();
    expect(readCopy('{"foyer":"part","copiedAt":"x","project":{}}', 2_000)).toBeUndefined();
    expect(readCopy(null, 2_000)).toBeUndefined();
    expect(readCopy(copy, 1_000 + 25 * 3_600_000)).toBeUndefined();
  });

  it("gets new ids where the page has them, and labels and rules follow", () => {
    const { project } = copyOf(section, page.project.styles, facts);
    let count = 0;
    const fresh = withFreshIds(
      project,
      (id) => id === "top" || id === "name",
      () => {
        count += 1;
        return `new${count}`;
      },
    );
    const text = JSON.stringify(fresh);
    expect(text).toContain('"id":"new1"');
    expect(text).toContain('"for":"new2"');
    expect(text).toContain('"#new1"');
    expect(JSON.stringify(project)).toContain('"id":"top"');
  });
});
