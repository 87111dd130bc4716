import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { findIcon, type IconSize } from "~/domain/files/find-icon.server";
import { countSitemaps, listSitemap, type SitemapEntry } from "~/domain/publishing/find-presentation.server";
import { pageAddress } from "~/domain/sites/site-address";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { type FrozenAnswer, freezeAnswer, sendFrozen } from "./frozen-answer.server";
import type { CachedSite } from "./site-cache.server";

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** First letter of the site on a coloured ground. */
function siteIcon(name: string): string {
  const letter = escapeXml([...name.trim()][0]?.toUpperCase() ?? "·");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#1f5f61"/>` +
    `<text x="32" y="44" font-family="Georgia,serif" font-size="36" text-anchor="middle" fill="#fff">${letter}</text></svg>`
  );
}

function sitemap(entries: readonly SitemapEntry[]): string {
  const link = (language: string, url: string) =>
    `<xhtml:link rel="alternate" hreflang="${escapeXml(language)}" href="${escapeXml(url)}"/>`;
  const urls = entries.map(({ url, publishedAt, alternates, fallback }) => {
    const languages = alternates.map((each) => link(each.language, each.url)).join("");
    const other = fallback ? link("x-default", fallback) : "";
    return `<url><loc>${escapeXml(url)}</loc><lastmod>${new Date(publishedAt).toISOString()}</lastmod>${languages}${other}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join("")}</urlset>\n`;
}

/** Of a site with more pages than one sitemap holds (sitemaps.org). */
function sitemapIndex(addresses: readonly string[]): string {
  const maps = addresses.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join("")}</sitemapindex>\n`;
}

/** A picture of the customer's as an SVG, so that published pages need not know which of both a site has. */
const pictureIcon = (png: Buffer): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 180"><image width="180" height="180" href="data:image/png;base64,${png.toString("base64")}"/></svg>`;

type Make = (site: CachedSite | undefined, part: string) => Promise<FrozenAnswer | undefined>;

const freeze = (contentType: string, body: string | Buffer): Promise<FrozenAnswer> => {
  const bytes = Buffer.from(body);
  return freezeAnswer({
    status: 200,
    contentType,
    bytes,
    etag: createHash("sha256").update(bytes).digest("base64url").slice(0, 27),
    headers: {
      "cache-control": "public, max-age=300",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
};

/** Stands for hosts without a site. */
const nobody = {};

/** What others ask of a site besides its pages: robots.txt, sitemap, icon. Made once between two changes of its workspace. */
export function registerSiteListing(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const made = new WeakMap<object, Map<string, ReturnType<Make>>>();

  function robots(site: CachedSite | undefined) {
    const text =
      site?.isOpen && site.site.searchable
        ? `User-agent: *\nAllow: /\nSitemap: ${pageAddress(deps.urls, site.site, "/sitemap.xml")}\n`
        : "User-agent: *\nDisallow: /\n";
    return freeze("text/plain; charset=utf-8", text);
  }

  async function map(site: CachedSite | undefined, part: string) {
    if (!site?.isOpen) return undefined;
    const xml = "application/xml; charset=utf-8";
    const parts = await countSitemaps(deps, site.site);
    if (part === "" && parts > 1) {
      const address = pageAddress(deps.urls, site.site, "/sitemap.xml");
      return freeze(xml, sitemapIndex(Array.from({ length: parts }, (_, at) => `${address}?part=${at + 1}`)));
    }
    const number = Number(part || 1);
    return number <= parts ? freeze(xml, sitemap(await listSitemap(deps, site.site, number))) : undefined;
  }

  async function icon(site: CachedSite | undefined, size: IconSize) {
    const fileId = site?.site.iconFileId;
    return fileId ? findIcon(deps, { workspaceId: site.workspaceId, fileId, size }) : undefined;
  }

  async function drawnIcon(site: CachedSite | undefined) {
    const png = await icon(site, 180);
    return freeze("image/svg+xml; charset=utf-8", png ? pictureIcon(png) : siteIcon(site?.site.name ?? ""));
  }

  async function pngIcon(site: CachedSite | undefined, size: IconSize) {
    const png = await icon(site, size);
    return png && freeze("image/png", png);
  }

  function once(site: CachedSite | undefined, path: string, part: string, make: Make): ReturnType<Make> {
    const ofSite = made.get(site ?? nobody) ?? new Map<string, ReturnType<Make>>();
    made.set(site ?? nobody, ofSite);
    const answer = ofSite.get(path + part) ?? make(site, part);
    // Of what is not there nothing is kept: anybody may ask for any part.
    ofSite.set(path + part, answer);
    const forget = () => ofSite.delete(path + part);
    answer.then((found) => found ?? forget(), forget);
    return answer;
  }

  const files: Record<string, Make> = {
    "/robots.txt": robots,
    "/sitemap.xml": map,
    "/favicon.svg": drawnIcon,
    "/favicon.ico": (site) => pngIcon(site, 32),
    "/apple-touch-icon.png": (site) => pngIcon(site, 180),
  };
  for (const [path, make] of Object.entries(files)) {
    app.get(path, { constraints: { surface: surfaces.site } }, async (request, reply) => {
      const { part = "" } = request.query as { part?: unknown };
      const wanted = path === "/sitemap.xml" && /^[1-9]\d{0,5}$/.test(String(part)) ? String(part) : "";
      const answer = await once(await app.hostedPages.cache.site(request.siteSlug), path, wanted, make);
      if (answer) {
        reply.hijack();
        return sendFrozen(answer, request.raw, reply.raw);
      }
      if (path === "/favicon.ico") return reply.redirect("/favicon.svg", 302);
      return reply
        .status(404)
        .header("cache-control", "no-store")
        .type("text/plain")
        .send("There is nothing at this address.");
    });
  }
}
