import type { FastifyInstance, FastifyReply } from "fastify";
import { parseFilePath, parseSharePath } from "~/domain/files/file";
import { parseFilmPath } from "~/domain/files/film";
import { findFilm } from "~/domain/files/find-film.server";
import { findIcon, type IconSize } from "~/domain/files/find-icon.server";
import { findImage, findImageOwner } from "~/domain/files/find-image.server";
import { renditionsOf } from "~/domain/files/make-renditions.server";
import { listSitemap, type SitemapEntry } from "~/domain/publishing/find-presentation.server";
import { findShareImage } from "~/domain/publishing/find-share-image.server";
import { pageAddress } from "~/domain/sites/site-address";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { readByteRange } from "./byte-range";
import type { HostedPages } from "./hosted-pages.server";
import type { CachedSite } from "./site-cache.server";
import { sendFilm } from "./site-films.server";

declare module "fastify" {
  interface FastifyInstance {
    hostedPages: HostedPages;
  }
}

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

/** A picture of the customer's as an SVG, so that published pages need not know which of both a site has. */
const pictureIcon = (png: Buffer): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 180"><image width="180" height="180" href="data:image/png;base64,${png.toString("base64")}"/></svg>`;

const sendText = (reply: FastifyReply, type: string, maxAge: number, body: string) =>
  reply
    .type(type)
    .header("cache-control", `public, max-age=${maxAge}`)
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(body);

const sendNoPicture = (reply: FastifyReply) =>
  reply.status(404).header("cache-control", "no-store").type("text/plain").send("No such picture.");

const forEver = "public, max-age=31536000, immutable";
/** Something better comes soon. */
const forNow = "public, max-age=30";

function sendPicture(
  reply: FastifyReply,
  contentType: string,
  bytes: Buffer,
  cacheControl = forEver,
): FastifyReply {
  const range = readByteRange(reply.request.headers.range, bytes.length);
  reply
    .type(contentType)
    .header("cache-control", cacheControl)
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("cross-origin-resource-policy", "cross-origin")
    .header("accept-ranges", "bytes");
  if (range === "none") return reply.send(bytes);
  if (range === "outside") {
    return reply.status(416).header("content-range", `bytes */${bytes.length}`).type("text/plain").send("");
  }
  return reply
    .status(206)
    .header("content-range", `bytes ${range.from}-${range.to}/${bytes.length}`)
    .send(bytes.subarray(range.from, range.to + 1));
}

async function sendPublicFile(
  deps: ServerDeps,
  reply: FastifyReply,
  workspaceId: string | undefined,
  url: string,
): Promise<FastifyReply> {
  const filmAddress = parseFilmPath(url);
  if (filmAddress) {
    const film = workspaceId && (await findFilm(deps, workspaceId, filmAddress));
    return film ? sendFilm(reply, film) : sendNoPicture(reply);
  }
  const address = parseFilePath(url);
  const image = workspaceId && address && (await findImage(deps, workspaceId, address));
  if (!image) return sendNoPicture(reply);
  return sendPicture(reply, image.contentType, image.bytes, image.isStandIn ? forNow : forEver);
}

/** What belongs to a site besides its pages: pictures, films, robots.txt, sitemap, icon. The first two also answer on the app host. */
export function registerSiteAssets(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  app.addHook("onClose", () => renditionsOf(deps.files).stop());
  const onSite = { constraints: { surface: surfaces.site } };
  const openSite = async (slug: string): Promise<CachedSite | undefined> => {
    const site = await app.hostedPages.cache.site(slug);
    return site?.isOpen ? site : undefined;
  };

  app.get("/_files/:file/:name", onSite, async (request, reply) => {
    const site = await openSite(request.siteSlug);
    const version = parseSharePath(request.url);
    if (site && version) {
      const bytes = await findShareImage(deps, site.workspaceId, version);
      return bytes ? sendPicture(reply, "image/png", bytes) : sendNoPicture(reply);
    }
    return sendPublicFile(deps, reply, site?.workspaceId, request.url);
  });

  for (const surface of new Set([surfaces.app, surfaces.links])) {
    app.get("/_files/:file/:name", { constraints: { surface } }, async (request, reply) => {
      const address = parseFilePath(request.url) ?? parseFilmPath(request.url);
      const owner = address && (await findImageOwner(deps, address.fileId));
      return sendPublicFile(deps, reply, owner, request.url);
    });
  }

  app.get("/robots.txt", onSite, async (request, reply) => {
    const site = await openSite(request.siteSlug);
    const text = site?.site.searchable
      ? `User-agent: *\nAllow: /\nSitemap: ${pageAddress(deps.urls, site.site, "/sitemap.xml")}\n`
      : "User-agent: *\nDisallow: /\n";
    return sendText(reply, "text/plain; charset=utf-8", 300, text);
  });

  const sitemaps = new WeakMap<CachedSite, Promise<string>>();
  app.get("/sitemap.xml", onSite, async (request, reply) => {
    const site = await openSite(request.siteSlug);
    if (!site) return reply.callNotFound();
    const made = sitemaps.get(site) ?? listSitemap(deps, site.site).then(sitemap);
    sitemaps.set(site, made);
    made.catch(() => sitemaps.delete(site));
    return sendText(reply, "application/xml; charset=utf-8", 300, await made);
  });

  const iconOf = async (slug: string, size: IconSize) => {
    const site = await app.hostedPages.cache.site(slug);
    const fileId = site?.site.iconFileId;
    const png = fileId ? await findIcon(deps, { workspaceId: site.workspaceId, fileId, size }) : undefined;
    return { name: site?.site.name ?? "", png };
  };
  const sendPng = (reply: FastifyReply, png: Buffer) =>
    reply
      .type("image/png")
      .header("cache-control", "public, max-age=300")
      .header("x-content-type-options", "nosniff")
      .send(png);

  app.get("/favicon.svg", onSite, async (request, reply) => {
    const { name, png } = await iconOf(request.siteSlug, 180);
    return sendText(reply, "image/svg+xml; charset=utf-8", 300, png ? pictureIcon(png) : siteIcon(name));
  });
  app.get("/favicon.ico", onSite, async (request, reply) => {
    const { png } = await iconOf(request.siteSlug, 32);
    return png ? sendPng(reply, png) : reply.redirect("/favicon.svg", 302);
  });
  app.get("/apple-touch-icon.png", onSite, async (request, reply) => {
    const { png } = await iconOf(request.siteSlug, 180);
    if (png) return sendPng(reply, png);
    return reply.status(404).header("cache-control", "no-store").type("text/plain").send("No icon.");
  });
}
