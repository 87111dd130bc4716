import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "./html-to-document";
import { listWordsInStyles } from "./words-in-styles";

const wordsIn = (css: string) =>
  listWordsInStyles(htmlToPageDocument({ html: "<p class=a>Hello</p>", css }).document);

describe("words in styles", () => {
  it("are those that they put onto the page, however they are written", () => {
    expect(wordsIn(`.a::before{content:"Card " 'number'}`)).toEqual(["Card number"]);
    expect(wordsIn(`.a::after{content:"\\0043 ard"}`)).toEqual(["Card"]);
    expect(wordsIn(`.a{--words:"Card number"}.a::after{content:var(--words)}`)).toEqual(["Card number"]);
  });

  it("are no marks and no pictures", () => {
    expect(wordsIn(`.a::before{content:"→"}.a::after{content:""}.a{color:red}`)).toEqual([]);
  });
});
