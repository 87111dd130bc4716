import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "./html-to-document";
import { listWordsAtFields } from "./words-at-fields";

const wordsIn = (html: string) =>
  listWordsAtFields(htmlToPageDocument({ html: `<form>${html}</form>` }).document).map(
    ({ field, words, isNamed }) => [field, words, isNamed],
  );

describe("words beside fields", () => {
  it("are read wherever they stand between two fields", () => {
    expect(wordsIn("<p>Card <b>num</b>ber</p><input name=a>")).toEqual([["a", "Card number", false]]);
    expect(wordsIn("Town<br><input name=a>Street <input name=b>")).toEqual([
      ["a", "Town", false],
      ["b", "Street", false],
    ]);
    expect(wordsIn("<table><tr><td>Town</td><td><input name=a></td></tr></table>")).toEqual([
      ["a", "Town", false],
    ]);
    expect(
      wordsIn("<h3>Where</h3><div><div><select name=a><option>Here</option></select></div></div>"),
    ).toEqual([["a", "Where", false]]);
  });

  it("leave out labels, buttons and the explanations of fields", () => {
    expect(
      wordsIn(
        "<label>Name <input name=a></label><button>Go</button><label for=b>Town</label><input id=b name=b>",
      ),
    ).toEqual([]);
  });

  it("are also the label of what is hidden, and what a picture stands for", () => {
    expect(
      wordsIn("<label for=h>Town</label><input type=hidden id=h name=h><input name=a placeholder=Answer>"),
    ).toEqual([["a", "Town", true]]);
    expect(wordsIn('<img src="/_files/x/480.webp" alt="Town"><input name=a>')).toEqual([
      ["a", "Town", false],
    ]);
  });

  it("are also what stands in the field, or appears over it", () => {
    expect(wordsIn('<label>Answer <input name=a value="Town" title="Street"></label>')).toEqual([
      ["a", "Town Street", true],
    ]);
    expect(wordsIn("<label>Answer <textarea name=a>Town</textarea></label>")).toEqual([["a", "Town", true]]);
    expect(
      wordsIn("<label>Answer <select name=a><option disabled selected>Town<option>Here</select></label>"),
    ).toEqual([["a", "Town", true]]);
  });

  it("are all that a second box with the same name has, since the form knows the first alone", () => {
    expect(
      wordsIn("<label>Name <input name=a></label><label>Town <input name=a placeholder=Street></label>"),
    ).toEqual([["a", "Town Street", false]]);
  });

  it("stand above a form, for its first field", () => {
    const { document } = htmlToPageDocument({
      html: "<h1>Hello</h1><p>Your town:</p><form><input name=a><input name=b></form><form><input name=c></form>",
    });
    expect(listWordsAtFields(document)).toEqual([
      { form: 0, field: "a", words: "", above: "Hello Your town:", isNamed: false },
    ]);
  });

  it("say whether the field has a name of its own", () => {
    expect(wordsIn("<p>Words</p><input name=a placeholder=Town>")).toEqual([["a", "Words", true]]);
    expect(wordsIn("<p>Words</p><label>Town <input name=a></label>")).toEqual([["a", "Words", true]]);
    expect(
      wordsIn(
        "<p>Words</p><label><input type=radio name=a value=1> One</label><label><input type=radio name=a value=2> Two</label>",
      ),
    ).toEqual([["a", "Words", false]]);
  });
});
