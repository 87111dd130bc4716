import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { listForms } from "../../builder/document/document-forms";
import { examplePage } from "../../builder/document/example-page";
import { pageCsp } from "../../builder/document/page-csp";
import type { PageDocument } from "../../builder/document/page-document";
import { renderPage } from "../../builder/document/render-page";
import { templates } from "../../builder/templates/templates";
import { root } from "../lib/prepare.mjs";

export interface ServedPage {
  id: string;
  html: string;
  csp: string;
}

function renderTemplate(
  id: string,
  title: string,
  description: string,
  document: PageDocument,
  url: string,
): ServedPage {
  const forms = Object.fromEntries(
    listForms(document).map(({ nodeKey }) => [nodeKey, { action: "/f/verify", token: "verify" }]),
  );
  const rendered = renderPage(document, {
    ...examplePage({ title, description, url, forms, iconUrl: "/favicon.svg" }),
    scripts: { folder: "/_foyer/", attributes: { "data-page": "verify" } },
  });
  const styleHash = createHash("sha256").update(rendered.css).digest("base64");
  return { id, html: rendered.html, csp: pageCsp(rendered, { styleHash }) };
}

/** Every template and its thank-you page as visitors get them. */
export const renderTemplates = (origin: string, only: string[]): ServedPage[] =>
  templates
    .filter(({ id }) => only.length === 0 || only.includes(id))
    .flatMap(({ id, title, metaDescription, thankYou, document, thanks }) => [
      renderTemplate(id, title, metaDescription, document, `${origin}/${id}`),
      renderTemplate(`${id}-thank-you`, `Thank you: ${title}`, thankYou, thanks, `${origin}/${id}-thank-you`),
    ]);

const types: Record<string, string> = { ".woff2": "font/woff2", ".js": "text/javascript; charset=utf-8" };

/** Serves them compressed and under their policy, with our fonts and script beside them. */
export async function serveTemplates(
  only: string[],
): Promise<{ origin: string; pages: ServedPage[]; server: Server }> {
  let pages: ServedPage[] = [];
  const server = createServer((request, response) => {
    const url = (request.url ?? "/").split("?")[0] ?? "/";
    const page = pages.find(({ id }) => url === `/${id}`);
    const file =
      /^\/_foyer\/[\w./-]+$/.test(url) && !url.includes("..") ? path.join(root, "public", url) : undefined;
    if (page) {
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-encoding": "br",
        "content-security-policy": page.csp,
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
      });
      response.end(brotliCompressSync(page.html));
    } else if (file) {
      const isText = file.endsWith(".js");
      response.writeHead(200, {
        "content-type": types[path.extname(file)] ?? "text/plain",
        "cache-control": "public, max-age=31536000, immutable",
        ...(isText ? { "content-encoding": "br" } : {}),
      });
      response.end(readFileSync(isText ? `${file}.br` : file));
    } else if (url === "/favicon.svg") {
      response.writeHead(200, { "content-type": "image/svg+xml" });
      response.end(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
      );
    } else if (url === "/robots.txt") {
      response.writeHead(200, { "content-type": "text/plain" });
      response.end("User-agent: *\nAllow: /\n");
    } else if (request.method === "POST") response.writeHead(204).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  pages = renderTemplates(origin, only);
  return { origin, pages, server };
}
