import { describe, expect, it, test } from "vitest";
import { templates } from "../templates/templates";
import { hidingBoxes, openBoxesCss } from "./boxes-around-forms";
import { htmlToPageDocument } from "./html-to-document";
import { rootOf } from "./project";

const form = '<form><label>Name <input name="name"></label><button>Send</button></form>';

function boxesOf(
  css: string,
  html = `<section class="hero"><div class="card" id="c">${form}</div></section>`,
) {
  const { project } = htmlToPageDocument({ html, css }).document;
  return {
    ways: hidingBoxes(rootOf(project), project.styles).flatMap(({ ways }) => ways),
    css: openBoxesCss(rootOf(project), project.styles),
  };
}

describe("[pages.notice] boxes around a form", () => {
  test.each([
    ["a height of its own", ".card{overflow:hidden;height:200px}"],
    ["a rule for the element", "section{overflow:clip;max-height:20vh}"],
    ["a rule of another kind", "main div, section > :first-child{overflow-y:hidden;block-size:9rem}"],
    ["two rules, one for phones", "#c{overflow:hidden}@media (max-width:600px){.card{max-height:9rem}}"],
    ["tracks of what is around", ".hero{display:grid;grid-template-rows:120px}.card{overflow:hidden}"],
    ["a height further out", ".hero{display:flex;flex-direction:column;height:120px}.card{overflow:hidden}"],
    ["edges", ".hero{position:relative}.card{position:absolute;inset:0 0 80% 0;overflow:hidden}"],
    ["a place of its own", "form{position:absolute}.hero{overflow:hidden}"],
    ["containment", ".card{contain:strict;height:9rem}"],
    ["a count of lines", ".card{display:-webkit-box;-webkit-line-clamp:3;max-height:4em}"],
    ["a value from elsewhere", ":root{--o:hidden}.card{overflow:var(--o);height:var(--h)}"],
    ["an animation", "@keyframes shut{to{max-height:90px;overflow:hidden}}.card{animation:shut 1s forwards}"],
    ["a low box in one that hides", ".hero{overflow:hidden}.card{height:40px}"],
    ["the whole page", "body{overflow:hidden;height:300px}"],
    ["a name in other letters", "section .\\63 ard{overflow:hidden;height:20px}"],
    ["an id in other letters", "section #\\63{overflow:hidden;height:20px}"],
  ])("are opened where they could cut off the notice: %s", (_name, css) => {
    const found = boxesOf(css);
    expect(found.ways).toContain("cut");
    expect(found.css).toMatch(/^@layer foyer\{.*:has\(form\[data-form=.*!important/);
  });

  test.each([
    ["shape", ".card{clip-path:inset(0 0 50% 0)}"],
    ["shape", ".hero:hover{-webkit-mask-image:linear-gradient(#000,transparent)}"],
    ["fade", "@media print{.card{opacity:.2}}"],
    ["fade", ".card{opacity:5%}"],
  ])("lose what could take the notice away: %s in %s", (way, css) => {
    expect(boxesOf(css).ways).toEqual([way]);
  });

  test.each([
    ["round corners", ".card{overflow:hidden;border-radius:1rem}"],
    ["a hero as high as the screen", ".hero{min-height:100vh;display:grid;place-items:center}"],
    ["a page that does not scroll sideways", "html,body{height:100%;overflow-x:hidden}"],
    [
      "columns that share a hero",
      ".hero{overflow:hidden;min-height:80vh;display:flex}.card{flex:1;height:100%}",
    ],
    ["a box that scrolls", ".card{height:20rem;overflow:hidden auto}"],
    ["another box", ".other{overflow:hidden;height:2rem}.card::after{overflow:hidden;height:2px}"],
    ["full sight", ".card{opacity:1;clip-path:none;mask:none}"],
  ])("are left alone otherwise: %s", (_name, css) => {
    expect(boxesOf(css)).toEqual({ ways: [], css: "" });
  });

  it("keep the height that they were given as their least", () => {
    expect(boxesOf(".hero{height:100vh;overflow:hidden}").css).toContain(
      "height:100vh!important;min-height:max-content",
    );
    expect(boxesOf(".hero{overflow:hidden;max-height:9rem}").css).toContain("height:auto!important");
  });

  it("scroll where they stand on the screen", () => {
    expect(boxesOf(".card{position:fixed;bottom:0;height:80px;overflow:hidden}").css).toContain(
      "overflow-y:auto",
    );
  });

  it("are none in our own templates", () => {
    for (const { id, document } of templates) {
      expect([id, hidingBoxes(rootOf(document.project), document.project.styles)]).toEqual([id, []]);
    }
  });
});
