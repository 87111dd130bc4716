import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { examplePage } from "./example-page";
import { fillMail } from "./fill-mail";
import { htmlToPageDocument } from "./html-to-document";
import { htmlToMailDocument } from "./mail-document";
import { parsePageDocument } from "./page-document";
import { renderMail } from "./render-mail";
import { renderPage } from "./render-page";

type Node = DefaultTreeAdapterTypes.Node;

const allowedData = /^data:image\/(?:png|jpe?g|webp|gif);base64,|^data:,$/;
const activeTags =
  /^(?:script|iframe|frame|frameset|object|embed|applet|base|portal|math|foreignobject|animate|animatemotion|animatetransform|set|use|handler|template|noscript|xmp|plaintext|noembed|noframes|listing|dialog)$/i;

function attributeDanger(tag: string, name: string, value: string): string | undefined {
  const bare = value.replace(/[\s\p{Cc}\p{Cf}]/gu, "").toLowerCase();
  if (/^on/i.test(name)) return `${name} on ${tag}`;
  if (
    /^(?:style|srcdoc|formaction|ping|background|dynsrc|lowsrc|code|codebase|archive|classid|http-equiv)$/i.test(
      name,
    )
  ) {
    return `${name} on ${tag}`;
  }
  if (
    /^(?:href|src|action|poster|cite|longdesc|usemap|manifest|from|to|values|by|attributename|xlink:href)$/i.test(
      name,
    )
  ) {
    if (/^(?:javascript|vbscript|livescript|mhtml|file|blob|filesystem|view-source|feed):/.test(bare))
      return `${name}=${value}`;
    if (bare.startsWith("data:") && !allowedData.test(value)) return `${name}=${value}`;
  }
  return undefined;
}

/** What a page says of itself to machines: in the head, of a type that no browser runs, and nothing but JSON. */
function isOwnDataBlock(node: DefaultTreeAdapterTypes.Element): boolean {
  const [attribute, ...more] = node.attrs;
  const [text, ...others] = node.childNodes;
  const isPlain = node.parentNode?.nodeName === "head" && more.length === 0 && others.length === 0;
  if (!isPlain || attribute?.name !== "type" || attribute.value !== "application/ld+json") return false;
  if (!text || !("value" in text) || /[<>&]/.test(text.value)) return false;
  return JSON.parse(text.value)["@context"] === "https://schema.org";
}

/** Whatever in the HTML could run, or load from elsewhere, after a browser has parsed it. */
function activeContent(html: string, allowStyleAttribute = false): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ("tagName" in node) {
      if (activeTags.test(node.tagName) && !(node.tagName === "script" && isOwnDataBlock(node)))
        found.push(`<${node.tagName}>`);
      if (
        node.tagName === "link" &&
        !/^(?:icon|canonical)$/.test(node.attrs.find((one) => one.name === "rel")?.value ?? "")
      ) {
        found.push("<link>");
      }
      for (const { name, value } of node.attrs) {
        if (allowStyleAttribute && name === "style") {
          if (/javascript:|expression\s*\(|behaviou?r\s*:|-moz-binding|@import/i.test(value))
            found.push(`style ${value}`);
          continue;
        }
        if (allowStyleAttribute && name === "background") continue;
        const danger = attributeDanger(node.tagName, name, value);
        if (danger) found.push(danger);
      }
      if (node.tagName === "style") {
        const css = node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
        if (
          /expression\s*\(|javascript:|@import|behaviou?r\s*:|-moz-binding|url\(\s*["']?(?:https?:)?\/\//i.test(
            css,
          )
        ) {
          found.push(`css ${css.slice(0, 200)}`);
        }
      }
    }
    if ("content" in node) visit(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { scriptingEnabled: true }));
  return found;
}

const renderGiven = (html: string): string =>
  renderPage(htmlToPageDocument({ html }).document, examplePage()).html;
const renderGivenMail = (html: string): string => {
  const rendered = renderMail(htmlToMailDocument(html).document);
  return fillMail(rendered.html, {}, { links: rendered.links });
};

const vectorFile = "../shared/data/xss/vectors.jsonl";
const hasVectors = existsSync(vectorFile);

describe("sanitiser", () => {
  it("has its collection of attacks at hand where it must", () => {
    expect(hasVectors || !process.env.CI, `${vectorFile} is missing`).toBe(true);
  });

  const vectors = hasVectors
    ? readFileSync(vectorFile, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { payload: string; title?: string })
    : [];

  it.runIf(hasVectors)(
    "leaves nothing active of any known attack, as page, as stored project and as mail",
    () => {
      const failures = vectors.flatMap(({ payload, title }, index) => {
        const page = renderGiven(payload);
        const project = {
          version: 1,
          kind: "page",
          project: {
            pages: [{ frames: [{ component: { type: "wrapper", components: payload } }] }],
            styles: payload,
          },
        };
        const stored = renderPage(parsePageDocument(project), examplePage()).html;
        const found = [
          ...activeContent(page),
          ...activeContent(stored),
          ...activeContent(renderGivenMail(payload), true),
        ];
        return found.length > 0 ? [`${index} ${title ?? ""}: ${found.join(" | ")}`] : [];
      });
      expect(vectors.length).toBeGreaterThan(300);
      expect(failures).toEqual([]);
    },
    60_000,
  );

  it("refuses code that hides in component properties", () => {
    const evil = {
      tagName: "div",
      script: "alert(1)",
      "script-export": "alert(1)",
      attributes: { onclick: "alert(1)", style: "behavior:url(x)", "data-gjs-script": "alert(1)" },
      traits: [{ type: "button", command: "alert(1)" }],
      content: "<img src=x onerror=alert(1)>",
      components: [
        { type: "script", components: [{ type: "textnode", content: "alert(1)" }] },
        { type: "iframe", attributes: { src: "https://example.org" } },
        {
          tagName: "svg",
          components: [
            { tagName: "animate", attributes: { onbegin: "alert(1)" } },
            { tagName: "a", attributes: { href: "javascript:x" } },
          ],
        },
        { tagName: "constructor" },
        { tagName: "a", attributes: { href: "java\nscript:alert(1)" }, components: "x" },
      ],
    };
    const document = parsePageDocument({ pages: [{ frames: [{ component: evil }] }], styles: [] });
    expect(JSON.stringify(document)).not.toMatch(/alert|script/);
    expect(activeContent(renderPage(document, examplePage()).html)).toEqual([]);
  });

  it("keeps style sheets inside their element and free of addresses elsewhere", () => {
    const css = [
      'a::after{content:"</style><img src=x onerror=alert(1)>"}',
      "b{background:url(https://evil.example/x.png)}",
      "i{background:u\\72l(//evil.example/x)}",
      "u{width:expression(alert(1))}",
      "@import 'https://evil.example/x.css';",
      "s{background-image:image-set('https://evil.example/y.png' 1x)}",
      "em{--x:url(https://evil.example/z);background:var(--x)}",
      "a[href$='</style><script>alert(1)</script>']{color:red}",
    ].join("\n");
    const { document } = htmlToPageDocument({
      html: "<a href=/>x</a><b>b</b><i>i</i><u>u</u><s>s</s><em>e</em>",
      css,
    });
    const { html } = renderPage(document, examplePage());
    expect(activeContent(html)).toEqual([]);
    expect(html).not.toMatch(/evil\.example/);
  });

  it("lets letters show pictures from elsewhere, and take no drawing, pointer or name of one from there", () => {
    const rules = (prefix: string) =>
      ["background-image", "list-style", "filter", "clip-path", "cursor", "--x"]
        .map((name) => `${name}:url(https://evil.example/${prefix}${name})`)
        .join(";");
    const html = renderGivenMail(`<style>p{${rules("s-")}}</style><p style="${rules("a-")}">x</p>`);
    const asked = [...html.matchAll(/evil\.example\/([\w-]+)/g)].map(([, name]) => name);
    expect(asked).toEqual(["s-background-image", "s-list-style", "a-background-image", "a-list-style"]);
  });

  it("keeps no style that has no value", () => {
    const styles = [{ selectors: ["a"], style: { color: "/*", background: "red/*" } }];
    const document = parsePageDocument({ pages: [{ frames: [{ component: { components: "x" } }] }], styles });
    expect(document.project.styles).toEqual([{ selectors: ["a"], style: { background: "red" } }]);
  });

  it("lets drawings name nothing elsewhere in what styles are read from, and take no name of ours", () => {
    const drawing = [
      "<svg><rect mask=\"image-set('https://evil.example/a' 1x)\" /><g id=foyer-consent></g>",
      '<path clip-path="src(\'https://evil.example/b\')" fill="url(https://evil.example/c)" />',
      '<text fill="url(#a)" aria-label="Image (1)">x</text></svg>',
    ].join("");
    const html = renderGiven(drawing);
    expect(html).not.toMatch(/evil\.example|foyer-consent/);
    expect(html).toContain('<text fill="url(#a)" aria-label="Image (1)">x</text>');
  });

  const tags = fc.constantFrom(
    "div",
    "svg",
    "math",
    "style",
    "title",
    "textarea",
    "select",
    "option",
    "form",
    "input",
    "table",
    "td",
    "p",
    "a",
    "noscript",
    "template",
    "mtext",
    "foreignObject",
    "desc",
    "script",
    "img",
    "iframe",
    "button",
    "details",
    "mglyph",
    "xmp",
    "font",
  );
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "javascript:alert(1)",
      "</style><img src=x onerror=alert(1)>",
      "--><script>alert(1)</script>",
      "x onerror=alert(1)",
      "'\"><svg onload=alert(1)>",
    ),
  );
  const names = fc.constantFrom(
    "href",
    "src",
    "style",
    "onclick",
    "id",
    "name",
    "class",
    "title",
    "action",
    "xlink:href",
    "type",
    "data-form",
    "data-next-url",
    "for",
    "value",
    "srcset",
  );
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.record({ type: fc.constant("textnode"), content: values }),
      values,
      fc.record({
        tagName: tags,
        attributes: fc.dictionary(names, values, { maxKeys: 4 }),
        components: fc.array(tie("node"), { maxLength: 4 }),
        content: fc.option(values, { nil: undefined }),
        style: fc.option(values, { nil: undefined }),
      }),
    ),
  })).node;

  it("renders any component tree without anything active, and reads its own pages back unchanged", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), values, (components, styles) => {
        const document = parsePageDocument({ pages: [{ frames: [{ component: { components } }] }], styles });
        expect(activeContent(renderPage(document, examplePage()).html)).toEqual([]);
        expect(parsePageDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("leaves nothing active of any markup", () => {
    const piece = fc.oneof(
      tags.map((tag) => `<${tag}>`),
      tags.map((tag) => `</${tag}>`),
      fc.tuple(tags, names, values).map(([tag, name, value]) => `<${tag} ${name}="${value}">`),
      values,
      fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "<!--[if mso]>", "<![endif]-->"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join("");
        expect(activeContent(renderGiven(html))).toEqual([]);
        expect(activeContent(renderGivenMail(html), true)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
