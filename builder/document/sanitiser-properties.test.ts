import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from "parse5";
import { describe, expect, it } from "vitest";
import { DocumentError } from "./document-error";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { htmlToMailDocument, parseMailDocument } from "./mail-document";
import { parsePageDocument } from "./page-document";
import { renderMail } from "./render-mail";
import { renderPage } from "./render-page";

const vectorFile = "../shared/data/xss/vectors.jsonl";
const vectors = existsSync(vectorFile)
  ? readFileSync(vectorFile, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => String((JSON.parse(line) as { payload: string }).payload))
  : [];

const confusing = [
  "svg math style title textarea noscript template xmp mtext mi mo mglyph malignmark foreignObject desc annotation-xml",
  "table caption colgroup tr td select option optgroup form p a b nobr button h1 li dd ruby rt details summary",
  "body html head frameset plaintext iframe noembed noframes script img input br hr image isindex listing pre",
].flatMap((line) => line.split(" "));
const values = [
  "x",
  "</style><img src=x onerror=alert(1)>",
  "</title></textarea></noscript></template><svg onload=alert(1)>",
  "--><script>alert(1)</script>",
  "]]><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "`onmouseover=alert(1)",
  "\u0000\u2028\ufeff",
  "&lt;img src=x&gt;",
];
const names = [
  "id",
  "class",
  "href",
  "src",
  "style",
  "title",
  "name",
  "onclick",
  "xlink:href",
  "encoding",
  "srcset",
];

/** Markup as attackers write it: elements that change how a parser reads, opened, closed and left open in any order. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...confusing).map((tag) => `<${tag}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...confusing).map((tag) => `</${tag}>`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...confusing),
        fc.constantFrom(...names),
        fc.constantFrom(...values),
        fc.boolean(),
      )
      .map(([tag, name, value, closed]) => `<${tag} ${name}="${value}"${closed ? "/" : ""}>`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "<!x>", "<?xml ?>", "</", "<", "&"),
  },
  { weight: 2, arbitrary: fc.constantFrom(...values) },
);
const markup = fc.array(piece, { minLength: 1, maxLength: 25 }).map((pieces) => pieces.join(""));

const seed = 20_261_128;
const runs = { seed, numRuns: 300 };

const pageOf = (html: string) => htmlToPageDocument({ html, css: html }).document;
const rendered = (html: string) => renderPage(pageOf(html), examplePage()).html;

/** A tree as one line, to compare what two readings of markup make of it. */
function outline(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node) return JSON.stringify(node.value);
  if (node.nodeName === "#comment") return "<!>";
  const inner = "content" in node ? node.content : node;
  const children = "childNodes" in inner ? inner.childNodes.map(outline).join("") : "";
  if (!("tagName" in node)) return children;
  const attributes = node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join("");
  return `<${node.namespaceURI.split("/").at(-1)}:${node.tagName}${attributes}>${children}</>`;
}

const bodyOf = (html: string): string => /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";

/** What changes its meaning from one reading to the next; nothing for markup that stays what it is. */
function mutates(html: string): string[] {
  return [true, false].flatMap((scriptingEnabled) => {
    const once = parse(html, { scriptingEnabled });
    const twice = parse(serialize(once), { scriptingEnabled });
    const body = bodyOf(html);
    const part = parseFragment(body, { scriptingEnabled });
    const again = parseFragment(serialize(part), { scriptingEnabled });
    return [
      ...(outline(once) === outline(twice) ? [] : [`page ${outline(once)} then ${outline(twice)}`]),
      ...(outline(part) === outline(again) ? [] : [`part ${outline(part)} then ${outline(again)}`]),
    ];
  });
}

describe("what the sanitiser leaves", () => {
  it("stays as it is when it is read again, of every known attack and of any markup", () => {
    const check = (html: string) => {
      const document = pageOf(html);
      expect(parsePageDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
      const { document: letter } = htmlToMailDocument(html);
      expect(parseMailDocument(JSON.parse(JSON.stringify(letter)))).toEqual(letter);
    };
    for (const html of vectors) check(html);
    fc.assert(fc.property(markup, check), runs);
  });

  it("is read alike by every parser, however often it is read and written", () => {
    for (const html of vectors) expect(mutates(rendered(html)), html).toEqual([]);
    fc.assert(
      fc.property(markup, (html) => {
        expect(mutates(rendered(html))).toEqual([]);
      }),
      runs,
    );
  });

  it("holds no element of a foreign world but plain drawings", () => {
    fc.assert(
      fc.property(markup, (html) => {
        expect(outline(parse(rendered(html)))).not.toMatch(
          /<MathML:|<svg:(?:style|script|foreignObject|a|image|use)[ >]/i,
        );
      }),
      runs,
    );
  });
});

const times = (count: number, text: string) => text.repeat(count);

/** Markup that grows with n, and a reader that looks at one place again and again shows it. */
const growing: Record<string, (n: number) => string> = {
  "deep nesting": (n) => times(n, "<div>"),
  "open formatting": (n) => times(n / 20, "<b><p>"),
  "a long attribute": (n) => `<a href="/${times(n * 10, "a")}" title="${times(n * 10, " ")}">x</a>`,
  "many attributes": (n) =>
    `<p ${Array.from({ length: n / 10 }, (_one, at) => `data-a${at}=x`).join(" ")}>x</p>`,
  "many elements": (n) => times(n / 10, "<p class=a id=b>x</p>"),
  "a list of pictures": (n) => times(n / 500, `<img src=x srcset="${times(4000, ",")}">`),
  "spaces before nothing": (n) => times(n / 500, `<p style="color:${times(4000, " ")}x">x</p>`),
  "open brackets": (n) => times(n / 500, `<p style="color:${times(900, "attr(")}">x</p>`),
  comments: (n) => `<style>${times(n, "/*")}</style>${times(n, "<!--")}`,
  escapes: (n) => `<style>a{color:${times(n / 100, "\\\\75 ")}}</style>`,
  rules: (n) => `<style>${times(n / 20, ".a>b{color:red}")}</style><p class=a>x`,
  fields: (n) => `<form>${times(n / 100, "<label for=z>x</label><input name=a>")}</form>`,
  "words with addresses": (n) => `<p>${times(n, "a.b@")}</p>`,
};

/** Milliseconds of the processor, the least of several attempts: whatever else the machine does counts little. */
function timeOf(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const start = process.cpuUsage();
    try {
      work();
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
    }
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}

describe("the time of the sanitiser", () => {
  it.each(Object.entries(growing))("grows no faster than what it reads: %s", (_name, make) => {
    const readAll = (html: string) => () => {
      renderPage(htmlToPageDocument({ html }).document, examplePage());
      renderMail(htmlToMailDocument(html).document);
    };
    const small = make(10_000);
    const large = make(40_000);
    readAll(small);
    const once = timeOf(readAll(small));
    const fourfold = timeOf(readAll(large));
    // Four times as much takes four times as long; sixteen times would be the square. Work under 20 ms says nothing.
    expect(fourfold).toBeLessThan(Math.max(once, 20) * 10);
  });
});
