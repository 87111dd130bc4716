import { describe, expect, it } from "vitest";
import { baseCss } from "../blocks/base-css";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { editorProject, emptyPageDocument, parsePageDocument, readPageDocument } from "./page-document";
import { defaultTheme, liftTheme, readTheme, themeCss, themeProperties } from "./page-theme";
import { renderPage } from "./render-page";
import { typePairs } from "./type-pairs";

const themed = (css: string, html = "<p>x</p>") => htmlToPageDocument({ html, css }).document;
const withTheme = (more: object) =>
  parsePageDocument({ ...emptyPageDocument(), theme: { ...defaultTheme, ...more } });

describe("the theme of a page", () => {
  it("[pages.build] becomes custom properties of the page, in front of its own rules", () => {
    const document = withTheme({
      type: "editorial",
      radius: 3,
      colours: { ...defaultTheme.colours, accent: "#AB12CD" },
    });
    const { css } = renderPage(document, examplePage());
    expect(css).toContain("--accent:#ab12cd");
    expect(css).toContain('--display:"Fraunces"');
    expect(css).toContain("--radius:3px");
  });

  it("is the same after a way through the editor, which keeps it among its styles", () => {
    for (const type of Object.keys(typePairs)) {
      const document = withTheme({ type, radius: 7, spacing: 0.8, width: 60 });
      expect(parsePageDocument(editorProject(document))).toEqual(document);
      expect(parsePageDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
    }
  });

  it("is found in pages of version 1, and their blocks follow it from then on", () => {
    const old =
      ":root{--accent:#be123c;--paper:#fffdfb;--ink:#211;--radius:18px;--own:4px}h1,h2,h3{font-weight:600;line-height:1.15}.section{padding:clamp(3.25rem,2rem + 5vw,6.5rem) clamp(1.25rem,4vw,3rem)}";
    const project = {
      pages: [
        { frames: [{ component: { components: [{ tagName: "h1", classes: ["section"], content: "x" }] } }] },
      ],
      styles: old,
    };
    const document = parsePageDocument({ version: 1, kind: "page", project });
    expect(document.version).toBe(2);
    expect(document.theme).toMatchObject({
      radius: 18,
      colours: { accent: "#be123c", second: "#be123c", ink: "#221111" },
    });
    const { css } = renderPage(document, examplePage());
    expect(css).toContain(":root{--own:4px}");
    expect(css).toContain("font-weight:var(--display-weight)");
    expect(css).toContain("padding:calc(var(--space)");
    expect(parsePageDocument(document)).toEqual(document);
  });

  it("is absent where a page brings its own styles, and those stay as they are", () => {
    const document = themed(":root{--ink:#123;--brand:red}p{color:var(--ink)}");
    expect(document.theme).toBeUndefined();
    expect(renderPage(document, examplePage()).css).toContain(":root{--ink:#123;--brand:red}");
  });

  it("keeps beside the theme what no theme can hold", () => {
    const { theme, styles } = liftTheme(
      [
        {
          selectors: [],
          selectorsAdd: ":root",
          style: { "--accent": "oklch(50% .1 200)", "--paper": "#fff", "--display": "Papyrus" },
        },
      ],
      undefined,
    );
    expect(theme?.colours.paper).toBe("#ffffff");
    expect(styles).toEqual([
      {
        selectors: [],
        selectorsAdd: ":root",
        style: { "--accent": "oklch(50% .1 200)", "--display": "Papyrus" },
      },
    ]);
  });

  it("cannot carry anything but colours, known faces and sizes within limits", () => {
    const hostile = readTheme({
      colours: { accent: "red;}</style><script>", ink: "url(https://x)", paper: "#fff", tint: ["#000"] },
      type: "constructor",
      radius: 9999,
      spacing: "Infinity",
      width: -4,
    });
    expect(hostile).toEqual({
      ...defaultTheme,
      colours: { ...defaultTheme.colours, paper: "#ffffff" },
      radius: 40,
      width: 40,
    });
    expect(readTheme("x")).toBeUndefined();
    expect(readPageDocument({ ...emptyPageDocument(), theme: { type: "__proto__" } }).document.theme).toEqual(
      defaultTheme,
    );
  });

  it("covers every property that the base of all blocks uses", () => {
    const used = new Set(
      [...baseCss.matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, name]) => name)
        .filter((name) => name !== undefined),
    );
    for (const name of used) expect(Object.keys(themeProperties(defaultTheme)), name).toContain(name);
    expect(themeCss(defaultTheme)).not.toMatch(/undefined|NaN/);
  });
});

describe("the fonts of a page", () => {
  const look = { ...emptyPageDocument(), theme: { ...defaultTheme, type: "editorial" as const } };

  it("come from our own files, named once, with stand-ins of the same measure", () => {
    const { css, html } = renderPage(
      { ...look, project: themed(baseCss, "<h1>x</h1>").project },
      examplePage(),
    );
    expect(css.match(/@font-face\{font-family:"Fraunces";/g)).toHaveLength(2);
    expect(css.match(/fraunces-basic-\w+\.woff2/g)).toHaveLength(1);
    expect(css).toContain('font-family:"Fraunces stand";src:local(');
    expect(css).toContain("font-display:swap");
    expect(css).not.toMatch(/url\((?!\/_foyer\/fonts\/)/);
    expect(html.match(/<link rel="preload" href="[^"]+" as="font"/g)).toEqual([
      expect.stringMatching(/\/_foyer\/fonts\/fraunces-basic-\w+\.woff2/),
    ]);
  });

  it("are extended only where the words need it, and are not fetched early for other scripts", () => {
    const page = (text: string, language: string) =>
      renderPage({ ...look, project: themed("", `<h1>${text}</h1>`).project }, examplePage({ language }));
    const german = page("Häuser, “quotes”", "de");
    expect(german.css).not.toMatch(/fraunces-(?:ext|basic)/);
    expect(german.css).toMatch(/fraunces-latin-/);
    expect(page("Łódź", "en").css).toContain("fraunces-ext");
    expect(page("x", "pl").css).toContain("fraunces-ext");
    expect(page("مرحبا", "ar").html).not.toContain("preload");
  });

  it("are left out where nothing names them", () => {
    const { css, html } = renderPage(emptyPageDocument(), examplePage());
    expect(css + html).not.toContain("_foyer/fonts");
  });
});
