import { describe, expect, it } from "vitest";
import { DocumentError } from "./document-error";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { htmlToMailDocument } from "./mail-document";
import { parsePageDocument } from "./page-document";
import { renderMail } from "./render-mail";
import { renderPage } from "./render-page";

const hostile: Record<string, string> = {
  "deep nesting": "<div>".repeat(50_000),
  "formatting without end": "<b>".repeat(20_000),
  "more elements than a page has": "<p>x</p>".repeat(30_000),
  "the same id everywhere": `<form>${"<p id=a>x</p>".repeat(5_000)}</form>`,
  "labels without fields": `<form>${"<label for=z>x</label>".repeat(5_000)}</form>`,
  "fields without end": `<form>${"<input>".repeat(2_000)}</form>`,
  "rules without end": `<style>${".a{color:red}".repeat(20_000)}</style><p class=a>x`,
  "nested rules": `<style>${"a{".repeat(20_000)}</style>`,
  "nested selectors": `<style>${":is(a,".repeat(600)}a${")".repeat(600)}{color:red}</style>x`,
  "nested brackets": `<style>a{color:${"(".repeat(50_000)}}</style><p style="color:${"(".repeat(10_000)}">x`,
  "one endless address": `<a href="${" ".repeat(500_000)}x">x</a>`,
};

const orRefused = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
  }
};

describe("documents made to exhaust their reader", () => {
  it.each(Object.entries(hostile))(
    "%s is read in time or refused in plain words",
    (_name, html) => {
      const start = performance.now();
      orRefused(() => renderPage(htmlToPageDocument({ html }).document, examplePage()));
      orRefused(() => renderMail(htmlToMailDocument(html).document));
      expect(performance.now() - start).toBeLessThan(30_000);
    },
    60_000,
  );

  it("refuses what is no page document at all", () => {
    for (const input of [
      null,
      1,
      "x",
      [],
      {},
      { kind: "mail" },
      { kind: "page", version: 2 },
      { kind: "page", version: 1 },
      { pages: [] },
    ]) {
      expect(() => parsePageDocument(input), JSON.stringify(input)).toThrow(DocumentError);
    }
  });

  it("refuses project data nested without end", () => {
    let component: object = { tagName: "p" };
    for (let depth = 0; depth < 5_000; depth += 1) component = { tagName: "div", components: [component] };
    expect(() => parsePageDocument({ pages: [{ frames: [{ component }] }] })).toThrow(DocumentError);
  });

  it("reads data with odd types as an empty page rather than failing", () => {
    const odd = {
      pages: [
        {
          frames: [
            {
              component: { type: 5, tagName: {}, attributes: [1], classes: "x", components: [null, 3, [[]]] },
            },
          ],
        },
      ],
      styles: [1, null, { selectors: {}, style: [] }],
    };
    expect(renderPage(parsePageDocument(odd), examplePage()).html).toContain("<body>");
  });
});
