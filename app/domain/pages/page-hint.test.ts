import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { emptyPageDocument } from "~builder/document/page-document";
import { type HintedPage, hintsFor } from "./page-hint";
import { bytesOf, secondsOnSlowPhone } from "./weight-hints";

const settings = {
  title: "Bread from the harbour bakery",
  description: "Fresh every day at six, from flour that is milled two streets away.",
  language: "en",
};
const page = (html: string, more: Partial<HintedPage> = {}): HintedPage => ({
  document: htmlToPageDocument({ html }).document,
  ...settings,
  paths: new Map([
    ["/", "live"],
    ["/rye", "live"],
    ["/soon", "draft"],
  ]),
  weight: { html: 8_000, images: [], fonts: 0 },
  sampleTexts: new Set(["The promise of your page in one line"]),
  ...more,
});
const filler = `<p>${"Bread that is worth the walk. ".repeat(8)}</p>`;
const hints = (html: string, more: Partial<HintedPage> = {}) =>
  hintsFor(page(`${html}${filler}`, more)).map(({ id }) => id);

describe("hints for a page", () => {
  it("say nothing of a good page", () => {
    expect(
      hints('<h1>Bread</h1><h2>Rye</h2><p><a href="/rye">Our rye</a></p><img src="/a.png" alt="A loaf">'),
    ).toEqual([]);
  });

  it("name what screen readers, keyboards and browsers would miss", () => {
    expect(hints("<h2>Bread</h2>")).toEqual(["heading_missing"]);
    expect(hints("<h1>Bread</h1><h4>Rye</h4>")).toEqual(["heading_skipped"]);
    expect(hints("<h1>A</h1><h1>B</h1><h2></h2>")).toEqual(["heading_empty", "heading_twice"]);
    expect(hints('<h1>B</h1><img src="/a.png">')).toEqual(["image_without_words"]);
    expect(hints("<h1>B</h1><img alt>")).toEqual(["image_missing"]);
    expect(
      hints('<h1>B</h1><form><input name="answer" placeholder="Answer"><button></button></form>'),
    ).toEqual(["button_without_words", "field_without_label"]);
    expect(hints('<h1>B</h1><a href="/rye">here</a> <a href="/rye"></a>')).toEqual([
      "link_without_words",
      "link_vague",
    ]);
  });

  it("name the box around a form that is served without what would hide the privacy notice [pages.notice]", () => {
    const form = "<form><label>Name <input name=name></label><button>Send</button></form>";
    const html = `<h1>B</h1><section class="low"><div>${form}</div></section>`;
    const found = (css: string) =>
      hintsFor(page("", { document: htmlToPageDocument({ html: html + filler, css }).document })).filter(
        ({ id }) => id === "notice_box",
      );
    expect(found(".low{height:80px;overflow:hidden;clip-path:circle(40%)}")).toMatchObject([
      {
        path: "1",
        weight: "warn",
        message: expect.stringMatching(/lower than.*, is cut to a shape\. Visitors/),
      },
    ]);
    expect(found(".low{overflow:hidden;min-height:100vh}")).toEqual([]);
  });

  it("name the part that its styles may lay over a form [pages.notice]", () => {
    const form = "<form><label>Name <input name=name></label><button>Send</button></form>";
    const html = `<h1>B</h1><section>${form}</section><p class="over">New</p>${filler}`;
    const found = (css: string) =>
      hintsFor(page("", { document: htmlToPageDocument({ html, css }).document })).filter(
        ({ id }) => id === "notice_covered",
      );
    expect(found(".over{position:relative;margin-top:-20rem;z-index:2}")).toMatchObject([
      { path: "2", weight: "tip", message: expect.stringContaining("lay it over a form") },
    ]);
    expect(found(".over{position:sticky;top:0;z-index:2}")).toEqual([]);
  });

  it("name films and maps of others that stay links, because nobody knows how to show them", () => {
    const door = (kind: string, href: string) =>
      hints(`<h1>B</h1><a data-widget="${kind}" href="${href}">Play the film</a>`);
    expect(door("video", "https://youtu.be/aqz-KE-bpKQ")).toEqual([]);
    expect(door("video", "https://films.baker.com/1")).toEqual(["embed_unknown"]);
    expect(door("map", "https://www.openstreetmap.org/?mlat=51.4&mlon=-2.5")).toEqual([]);
    expect(door("map", "https://maps.app.goo.gl/abc")).toEqual(["embed_unknown"]);
  });

  it("name films that are not there, or have no words for those who cannot hear", () => {
    const film = "/_files/01J00000000000000000000001/film.mp4";
    expect(hints("<h1>B</h1><video controls></video>")).toEqual(["film_missing"]);
    expect(hints(`<h1>B</h1><video controls src="${film}"></video>`)).toEqual(["film_without_captions"]);
    expect(hints(`<h1>B</h1><video src="${film}" muted autoplay></video>`)).toEqual([]);
    const track =
      '<track kind="captions" src="/_files/01J00000000000000000000001/captions.vtt" srclang="en">';
    expect(hints(`<h1>B</h1><video controls src="${film}">${track}</video>`)).toEqual([]);
  });

  it("name colours of the look that cannot be read", () => {
    const document = emptyPageDocument();
    if (document.theme) document.theme.colours.accentInk = "#0b6f70";
    const found = hintsFor(page("", { document }));
    expect(found.find(({ id }) => id === "contrast_low")?.fix).toBe("look");
  });

  it("name words that a section puts on a colour of the look from which they cannot be told", () => {
    const { theme } = emptyPageDocument();
    if (!theme) throw new Error("A blank page has a look");
    const { document } = htmlToPageDocument({
      html: '<h1 class="a">Bread</h1>',
      css: ".a{background:var(--second);color:var(--ink)}",
    });
    const poster = (second: string) => {
      const colours = { ...theme.colours, ink: "#2b1c14", second };
      const themed = { ...document, theme: { ...theme, colours } };
      return hintsFor(page("", { document: themed })).filter(({ id }) => id === "contrast_low");
    };
    expect(poster("#2f6f6b")).toMatchObject([{ path: "0" }]);
    expect(poster("#c7ff3c")).toEqual([]);
  });

  it("name colours of a page's own styles that cannot be read, where both are told", () => {
    const styled = (css: string) => hints(`<h1>B</h1><p class="a">Bread</p><style>${css}</style>`);
    expect(styled(".a{color:#bbb;background:#fff}")).toEqual(["contrast_low"]);
    expect(styled(".a{color:rgb(187,187,187);background-color:white;font-size:2rem}")).toEqual([
      "contrast_low",
    ]);
    expect(styled("body{color:#ccc}")).toEqual(["contrast_low"]);
    expect(styled(".a{color:#888;background:#fff;font-size:24px}")).toEqual([]);
    expect(
      styled(".b{color:#bbb;background:#fff}.a{color:#bbb}.a:hover{color:#eee;background:#fff}"),
    ).toEqual([]);
    expect(styled("body{color:#eee;background:url(/_files/x.png)}")).toEqual([]);
    expect(styled(".a{color:#333;background:#fff}body{color:#eee;background:#111}")).toEqual([]);
  });

  it("name a page whose words are not in its language, and leave short and mixed ones alone", () => {
    const german =
      "<p>Wir backen das Brot für Sie und Ihre Familie jeden Morgen mit Mehl von der Mühle, die nicht weit ist. Auf den Tisch kommt auch das Brot von gestern, und wir geben es mit einer Suppe für die Gäste aus.</p>";
    const said = (html: string, language: string) =>
      hintsFor(page(html, { language })).filter(({ id }) => id === "language_other");
    expect(said(german, "en")).toMatchObject([
      { message: expect.stringContaining("German"), fix: "settings" },
    ]);
    expect(said(german, "de-AT")).toEqual([]);
    expect(said("<p>Das Brot und die Butter</p>", "en")).toEqual([]);
    expect(said(`<p>${"خبز طازج كل صباح من أجلكم ".repeat(5)}</p>`, "en")).toHaveLength(1);
    const english =
      "<p>We bake the bread for you and your family with flour from the mill that is not far. What you have is what we bake, and the rest of it goes to the table with a soup for our guests.</p>";
    expect(said(english, "de")).toHaveLength(1);
    expect(said(english + german, "en")).toEqual([]);
    // Czech and Slovak read too much alike to say so.
    expect(said("<p>a v na je do od po a v na je do od po a v na je</p>", "sk")).toEqual([]);
  });

  it("name links that lead nowhere, without asking any server", () => {
    const one = (href: string) => hints(`<h1>B</h1><a href="${href}">Our shop</a>`);
    expect(one("#")).toEqual(["link_to_nowhere"]);
    expect(hints('<h1>B</h1><a id="i3d9">Our shop</a>')).toEqual(["link_to_nowhere"]);
    expect(hints('<h1>B</h1><a href="#bread">Bread</a><a id="bread"></a>')).toEqual([]);
    expect(one("#order")).toEqual(["link_anchor_missing"]);
    expect(one("/nothing")).toEqual(["link_dead"]);
    expect(one("/soon?x=1#y")).toEqual(["link_to_draft"]);
    expect(one("/RYE/")).toEqual([]);
    expect(one("about")).toEqual(["link_relative"]);
    expect(one("www.baker.com/shop")).toEqual(["link_without_scheme"]);
    expect(one("https://example.com/shop")).toEqual(["link_example"]);
    expect(one("https://shop/")).toEqual(["link_broken"]);
    expect(one("http://baker.test/")).toEqual(["link_unprotected"]);
    expect(one("mailto:nobody")).toEqual(["link_mail"]);
    expect(one("mailto:a%40b.example?subject=x")).toEqual([]);
    expect(one("tel:")).toEqual(["link_phone"]);
    expect(hints('<h1>B</h1><a data-share="email" href="#">By e-mail</a>')).toEqual([]);
    expect(one("https://baker.test/%E0%A4%A")).toEqual([]);
    expect(hints('<h1>B</h1><p id="order">x</p><a href="#order">Order</a><a href="#top">Up</a>')).toEqual([]);
  });

  it("name a place after sending that nobody gets to", () => {
    const form = (next: string) =>
      hints(`<h1>B</h1><form ${next}><label>Name <input name="name"></label></form>`);
    expect(form("")).toEqual([]);
    expect(form('data-next-url="https://baker.test/thanks"')).toEqual([]);
    expect(form('data-next-url="https://"')).toEqual(["link_broken"]);
    expect(form('data-next-url="https://thanks/"')).toEqual(["link_broken"]);
    expect(form('data-next-url="https://example.com/thanks"')).toEqual(["link_example"]);
    expect(form('data-next-path="/nothing"')).toEqual(["link_dead"]);
  });

  it("name what a form asks without permission, by force, or too much of", () => {
    const mail = '<label>Mail <input type="email" name="email"></label>';
    const box = (more: string) =>
      `<label><input type="checkbox" name="consent_mail" value="yes" ${more}>Write to me about new bread now and then</label>`;
    expect(hints(`<h1>B</h1><form>${mail}</form>`)).toEqual(["consent_missing"]);
    expect(hints(`<h1>B</h1><form>${mail}${box("required")}</form>`)).toEqual(["consent_forced"]);
    const many = Array.from({ length: 8 }, (_, at) => `<label>Q${at} <input name="q${at}" required></label>`);
    expect(hints(`<h1>B</h1><form>${many.join("")}</form>`)).toEqual(["fields_many"]);
    expect(hints('<h1>B</h1><img src="https://x.example/a.png" alt="x">')).toEqual(["image_remote"]);
  });

  it("name what search results would show poorly, and words that are still ours", () => {
    expect(hints("<h1>B</h1>", { title: "x".repeat(70), description: "" })).toEqual([
      "description_missing",
      "title_long",
    ]);
    expect(hints("<h1>B</h1>", { title: "Bread", description: "Short." })).toEqual([
      "description_length",
      "title_short",
    ]);
    const found = hintsFor(page(`<h1>The promise of your page in one line</h1>${filler}`));
    expect(found).toEqual([expect.objectContaining({ id: "sample_words", path: "0" })]);
  });

  it("name what is slow to come, and estimate when a slow phone shows the page", () => {
    const weight = { html: 80_000, fonts: 40_000, images: [{ path: "0", bytes: 1_600_000 }] };
    expect(hints("<h1>B</h1>", { weight })).toEqual(["page_heavy", "total_heavy", "image_heavy"]);
    expect(bytesOf(weight)).toBe(1_720_000);
    expect(secondsOnSlowPhone({ html: 8_000, fonts: 0, images: [] })).toBeCloseTo(0.64, 2);
  });
});
