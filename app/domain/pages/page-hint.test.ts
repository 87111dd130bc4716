import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { hintsFor } from "./page-hint";

const hints = (html: string, settings = { title: "Bread", description: "Fresh every day." }) =>
  hintsFor({ document: htmlToPageDocument({ html }).document, ...settings, htmlBytes: html.length }).map(
    ({ id }) => id,
  );

describe("hints for a page", () => {
  it("say nothing of a good page", () => {
    expect(
      hints('<h1>Bread</h1><h2>Rye</h2><p><a href="/rye">Rye</a></p><img src="/a.png" alt="A loaf">'),
    ).toEqual([]);
  });

  it("name what people, search engines and campaigns would miss", () => {
    expect(hints("<h2>Bread</h2>")).toEqual(["heading_missing"]);
    expect(hints("<h1>Bread</h1><h4>Rye</h4>")).toEqual(["heading_skipped"]);
    expect(hints('<h1>B</h1><img src="/a.png"><img src="https://x.example/a.png" alt="x">')).toEqual([
      "image_without_words",
      "image_remote",
    ]);
    expect(hints('<h1>B</h1><a href="#">More</a>')).toEqual(["link_to_nowhere"]);
    expect(hints('<h1>B</h1><form><input type="email" name="email"></form>')).toEqual(["consent_missing"]);
    expect(hints("<h1>B</h1>", { title: "x".repeat(70), description: "" })).toEqual([
      "description_missing",
      "title_long",
    ]);
  });
});
