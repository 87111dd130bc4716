import { describe, expect, it, test } from "vitest";
import { tokensCss } from "../blocks/base-css";
import { templates } from "../templates/templates";
import { contrastOf, readableContrast } from "./contrast";
import { htmlToPageDocument } from "./html-to-document";
import { noticeGroundCss } from "./notice-ground";
import { rootOf } from "./project";

const form = '<form><label>Name <input name="name"></label><button>Send</button></form>';

function groundOf(html: string, css: string) {
  const { document } = htmlToPageDocument({ html, css });
  const made = noticeGroundCss(rootOf(document.project), document.project.styles, document.theme);
  const [, ink = "", ground = ""] = /color:(#\w{6})!important;background:(#\w{6})!important/.exec(made) ?? [];
  return { ink, ground, made };
}

describe("[pages.notice] the ground of a privacy notice", () => {
  test.each([
    ["nothing said", "", "#000000", "#ffffff"],
    ["a dark page", "body{background:#101418;color:#f4f1ea}", "#f4f1ea", "#101418"],
    [
      "a card on it",
      "body{background:#101418;color:#eee}.card{background:#fff;color:#222}",
      "#222222",
      "#ffffff",
    ],
    ["a form of its own", "form{background:#fff3c4;color:#40310a}", "#40310a", "#fff3c4"],
  ])("is the page's own where it can be read: %s", (_name, css, ink, ground) => {
    const found = groundOf(`<main><div class="card">${form}</div></main>`, css);
    expect(found).toMatchObject({ ink, ground });
    expect(found.made).not.toContain("padding");
  });

  test.each([
    ["white on white", "form{color:#fff}"],
    ["black on black", "body{background:#000;color:#000}"],
    ["grey on grey", ".card{background:#888;color:#8a8a8a}"],
    ["a picture behind", ".card{background-image:url(/a.png);color:#fff}"],
    ["a colour with a hole", ".card{background:rgb(0 0 0/.1);color:#fff}"],
    ["words to see through", "form{color:transparent}"],
  ])("is another one where it could not be read: %s", (_name, css) => {
    const { ink, ground } = groundOf(`<main><div class="card">${form}</div></main>`, css);
    expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(readableContrast);
  });

  it("differs by form where the page does, and is nothing without a form", () => {
    const { made } = groundOf(
      `<section class="dark">${form}</section><section>${form}</section>`,
      ".dark{background:#111111;color:#eeeeee}",
    );
    expect(made).toMatch(/\.f-notice\{color:#eeeeee.*\[data-form="[\w-]+"\]>\.f-notice\{color:#000000/);
    expect(groundOf("<p>Words</p>", "").made).toBe("");
  });

  it("takes the colours of the look", () => {
    const { ink, ground } = groundOf(
      `<main><div class="card">${form}</div></main>`,
      `${tokensCss()}body{background:var(--paper);color:var(--ink)}.card{background:var(--tint)}`,
    );
    expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(readableContrast);
  });

  test.each(templates.map(({ id, document }) => [id, document] as const))(
    "is the template's own and shows no edge: %s",
    (_id, document) => {
      const made = noticeGroundCss(rootOf(document.project), document.project.styles, document.theme);
      expect(made).not.toContain("padding");
    },
  );
});
