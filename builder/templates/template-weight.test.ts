import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type CssNode, parse, walk } from "css-tree";
import { describe, expect, it } from "vitest";
import { listForms } from "../document/document-forms";
import { examplePage } from "../document/example-page";
import { pageCsp } from "../document/page-csp";
import { type RenderedPage, renderPage } from "../document/render-page";
import { templates } from "./templates";

/** What a server may send before the first answer of the browser comes back. */
const firstFlight = 14_000;
const fontFolder = path.resolve(import.meta.dirname, "../../public");

const pages = templates.flatMap((template) =>
  (["document", "thanks"] as const).map((part): [string, RenderedPage] => {
    const document = template[part];
    const forms = listForms(document).map(({ nodeKey }) => [
      nodeKey,
      { action: "/f/x", token: "x".repeat(90) },
    ]);
    const rendered = renderPage(document, {
      ...examplePage({ title: template.title, forms: Object.fromEntries(forms) }),
      scripts: { folder: "/_foyer/", attributes: { "data-page": "x".repeat(90) } },
    });
    return [part === "thanks" ? `${template.id}, thank you` : template.id, rendered];
  }),
);

/** Names that rules ask for and nothing on the page has. */
function unusedNames({ html, css }: RenderedPage): string[] {
  const body = html.slice(html.indexOf("</style>"));
  const classes = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap((match) => (match[1] ?? "").split(" ")),
  );
  const unused = new Set<string>();
  let inside = 0;
  walk(parse(css, { positions: false }), {
    enter(node: CssNode) {
      if (node.type === "PseudoClassSelector") inside += 1;
      if (inside > 0) return;
      if (node.type === "ClassSelector" && !classes.has(node.name)) unused.add(`.${node.name}`);
      if (node.type === "IdSelector" && !body.includes(` id="${node.name}"`)) unused.add(`#${node.name}`);
    },
    leave(node: CssNode) {
      if (node.type === "PseudoClassSelector") inside -= 1;
    },
  });
  return [...unused];
}

describe.each(pages)("the template %s", (_name, page) => {
  const head = page.html.slice(0, page.html.indexOf("</head>"));

  it("comes whole with the first bytes of the server", () => {
    expect(brotliCompressSync(page.html).length).toBeLessThan(firstFlight);
  });

  it("waits for no other file before it is drawn, and fetches one face early", () => {
    expect(page.html).not.toMatch(/rel="stylesheet"|<script[^>]* src=|@import/);
    const preloads = [...head.matchAll(/rel="preload" href="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(preloads.length).toBeLessThanOrEqual(1);
    for (const file of preloads) expect(statSync(path.join(fontFolder, file)).size).toBeLessThan(25_000);
    const faces = [...page.css.matchAll(/url\((\/_foyer\/fonts\/[\w-]+\.woff2)\)/g)];
    for (const [, file = ""] of faces)
      expect(readFileSync(path.join(fontFolder, file)).length).toBeGreaterThan(0);
  });

  it("has one style sheet, none of its names in vain, no inline style and no handler", () => {
    expect(page.html.match(/<style>/g)).toHaveLength(1);
    expect(unusedNames(page)).toEqual([]);
    expect(page.html).not.toMatch(/<[a-z][^>]*\s(?:style|on\w+)=/i);
  });

  it("says the size of every picture, and is served under a policy without exceptions", () => {
    for (const [tag] of page.html.matchAll(/<img\b[^>]*>/g))
      expect(tag).toMatch(/ width="\d+".* height="\d+"/);
    for (const [tag] of page.html.matchAll(/<svg\b[^>]*>/g))
      expect(tag).toMatch(/ viewBox="[^"]+"| width="\d/);
    const styleHash = createHash("sha256").update(page.css).digest("base64");
    expect(pageCsp(page, { styleHash })).not.toMatch(/unsafe|https?:|\*/);
  });
});
