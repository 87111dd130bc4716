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
