import { describe, expect, it, test } from "vitest";
import { templates } from "../templates/templates";
import { htmlToPageDocument } from "./html-to-document";
import { liftNoticesCss, partsOverNotices } from "./laid-over-forms";
import { rootOf } from "./project";

const form = '<form class="f"><label>Name <input name="name"></label><button>Send</button></form>';
const page = `<header class="top"><nav>Menu</nav></header>
<section class="hero"><div class="card">${form}</div><i class="spot">New</i></section>
<section class="next"><p class="cover">Words</p></section>`;

function foundIn(css: string, html = page) {
  const { project } = htmlToPageDocument({ html, css }).document;
  const root = rootOf(project);
  return {
    parts: partsOverNotices(root, project.styles).map(
      ({ classes = [], tagName }) => classes[0] ?? tagName ?? "body",
    ),
    css: liftNoticesCss(root, project.styles),
  };
}

const noticeAt = (place: number) =>
  `@layer foyer{form[data-form="form"]>.f-notice{z-index:${place}!important}}`;

describe("[pages.notice] what a page lays over a form", () => {
  test.each([
    ["a part of its section", ".spot{position:absolute;inset:0;z-index:2}", "spot", 3],
    ["a part of another section", ".cover{position:absolute;top:200px;z-index:40}", "cover", 41],
    ["a part pulled up", ".next{position:relative;margin-top:-300px;z-index:5}", "next", 6],
    ["a part moved", ".next{transform:translateY(-90%);z-index:2}", "next", 3],
    ["a part pushed by its edges", ".next{position:relative;top:-20rem;z-index:1}", "next", 2],
    [
      "what is drawn beside the box around it",
      ".card::after{position:absolute;inset:0;z-index:9}",
      "card",
      10,
    ],
    ["the same in the older way", ".card:before{position:absolute;inset:0;z-index:9}", "card", 10],
    ["what is drawn beside the form", "form::after{position:absolute;inset:0;z-index:1}", "f", 2],
    ["a field of its own", "label{position:absolute;inset:0;z-index:3}", "label", 4],
    ["the screen", ".cover{position:fixed;inset:0;z-index:99}", "cover", 100],
    ["what is drawn over the page", "body::after{position:fixed;inset:0;z-index:7}", "body", 8],
    ["a far shadow", ".spot{position:relative;z-index:2;box-shadow:0 0 0 900px #fff}", "spot", 3],
    ["a rule for phones", "@media (max-width:600px){.spot{position:absolute;inset:0;z-index:2}}", "spot", 3],
    ["a cell of the same grid", ".card,.spot{grid-area:1/1}.spot{z-index:4}", "spot", 5],
    ["a rule by another name", ":is(.spot, .x){position:absolute;inset:0;z-index:2}", "spot", 3],
    ["its form drawn under it", ".spot{position:relative;z-index:2}.card{margin-bottom:-900px}", "spot", 3],
  ])("comes below the privacy notice, and is named: %s", (_name, css, part, place) => {
    expect(foundIn(css)).toEqual({ parts: [part], css: noticeAt(place) });
  });

  it("comes below the notice also where its place is not told", () => {
    expect(foundIn(".spot{position:absolute;z-index:var(--top)}").css).toContain("z-index:2147483647");
  });

  it("comes below a part with the form in it that has a stack of its own", () => {
    const cover = ".cover{position:absolute;top:0;height:900px;z-index:3}";
    expect(foundIn(`.hero{position:relative;z-index:1}${cover}`).css).toBe(
      '@layer foyer{section[class~="hero"]:has(form[data-form="form"]){z-index:4!important}}',
    );
    expect(foundIn(`.card{isolation:isolate}${cover}`).css).toContain(
      'div[class~="card"]:has(form[data-form="form"]){z-index:4!important;position:relative!important}',
    );
    expect(foundIn(`.f{transform:scale(1)}.cover{position:absolute;top:50%}`).css).toContain(
      'form[data-form="form"]{z-index:1',
    );
    // Whether it has one cannot be told, so both are lifted.
    expect(foundIn(`.hero{position:relative;z-index:9}.hero{z-index:auto}${cover}`).css).toMatch(
      /hero.*\{z-index:9!.*f-notice\{z-index:4!/,
    );
  });

  test.each([
    ["below it already", ".hero{position:relative;z-index:5}.cover{position:absolute;inset:0;z-index:4}"],
    [
      "decoration behind",
      ".spot{position:absolute;inset:0;z-index:-1}.hero::before{position:absolute;inset:0}",
    ],
    ["decoration without a place of its own", ".spot{position:absolute;inset:0}"],
    ["a sticky bar", ".top{position:sticky;top:1rem;z-index:100;height:64px}"],
    ["a bar on the screen", ".top{position:fixed;top:0;left:0;right:0;z-index:100}"],
    ["a corner of the screen", ".cover{position:fixed;right:1rem;bottom:1rem;z-index:9}"],
    [
      "a window that opens",
      ".cover{position:fixed;inset:0;z-index:9;display:none}.cover:target{display:grid}",
    ],
    ["a menu", ".cover{position:absolute;top:100%;opacity:0;z-index:9}.next:hover .cover{opacity:1}"],
    ["parts in the page", ".cover{position:relative;z-index:3}"],
  ])("is let be: %s", (_name, css) => {
    expect(foundIn(css)).toEqual({ parts: [], css: "" });
  });

  test.each([
    ["a label on another card", ".next{position:relative}.cover{position:absolute;top:-12px;z-index:2}", 3],
    ["a card that rises", ".cover:hover{transform:translateY(-4px);z-index:2}", 3],
    ["a header over a picture", ".top{position:absolute;top:0;left:0;right:0;z-index:10}", 11],
  ])("is not named where it comes near only: %s", (_name, css, place) => {
    expect(foundIn(css)).toEqual({ parts: [], css: noticeAt(place) });
    expect(foundIn(`.hero{position:relative;z-index:0}${css}`)).toEqual({ parts: [], css: "" });
  });

  it("leaves a bar that the page passes under above the notice, also where that is lifted", () => {
    const bar = (place: number) => `.top{position:sticky;top:0;height:64px;z-index:${place}}`;
    const barAt = (place: number) => `header[class~="top"]{z-index:${place}!important}`;
    expect(foundIn(bar(1)).css).toBe(`@layer foyer{${barAt(2)}}`);
    const cover = ".cover{position:absolute;top:200px;z-index:40}";
    expect(foundIn(cover + bar(5)).css).toBe(`${noticeAt(41).slice(0, -1)}${barAt(42)}}`);
    expect(foundIn(cover + bar(90)).css).toBe(noticeAt(41));
    // Something may be meant to pass over a part that names no place.
    expect(foundIn(".top{position:sticky;top:0}.next{position:relative;z-index:1}").css).toBe("");
    expect(foundIn(bar(1), page.replaceAll("form", "div")).css).toBe("");
  });

  it("is let be in pop-ups, sticky bars and closed parts of ours", () => {
    const css = ".cover{position:absolute;inset:0;z-index:9}";
    for (const around of [
      '<div data-widget="popup">§</div>',
      '<div data-widget="bar">§</div>',
      "<details><summary>More</summary>§</details>",
    ])
      expect(foundIn(css, form + around.replace("§", '<p class="cover">x</p>')).parts).toEqual([]);
    expect(foundIn(css, `<div data-widget="popup">${form}</div><p class="cover">x</p>`).css).toBe("");
  });

  it("is nothing in our own templates, nor in what they lead to", () => {
    for (const { id, document } of templates) {
      const root = rootOf(document.project);
      expect([id, partsOverNotices(root, document.project.styles)]).toEqual([id, []]);
      expect([id, liftNoticesCss(root, document.project.styles)]).toEqual([id, ""]);
    }
  });
});
