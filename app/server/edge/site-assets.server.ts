import type { FastifyInstance, FastifyReply } from "fastify";
import { parseFilePath, parseSharePath } from "~/domain/files/file";
import { findImage, findImageOwner } from "~/domain/files/find-image.server";
import { findShareImage } from "~/domain/publishing/find-share-image.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { readByteRange } from "./byte-range";
import type { HostedPages } from "./hosted-pages.server";
import type { CachedSite } from "./site-cache.server";

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

function sitemap(deps: ServerDeps, { site, paths }: CachedSite): string {
  const entries = [...paths].map(
    ([path, at]) =>
      `<url><loc>${escapeXml(deps.urls.page(site.slug, path))}</loc><lastmod>${new Date(at).toISOString()}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>\n`;
}

const sendText = (reply: FastifyReply, type: string, maxAge: number, body: string) =>
  reply
    .type(type)
    .header("cache-control", `public, max-age=${maxAge}`)
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(body);

const sendNoPicture = (reply: FastifyReply) =>
  reply.status(404).header("cache-control", "no-store").type("text/plain").send("No such picture.");

function sendPicture(reply: FastifyReply, contentType: string, bytes: Buffer): FastifyReply {
  const range = readByteRange(reply.request.headers.range, bytes.length);
  reply
    .type(contentType)
    .header("cache-control", "public, max-age=31536000, immutable")
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

async function sendImage(
  deps: ServerDeps,
  reply: FastifyReply,
  workspaceId: string | undefined,
  url: string,
): Promise<FastifyReply> {
  const address = parseFilePath(url);
  const image = workspaceId && address && (await findImage(deps, workspaceId, address));
  return image ? sendPicture(reply, image.contentType, image.bytes) : sendNoPicture(reply);
}

/** What belongs to a site besides its pages: pictures, robots.txt, sitemap, icon. Pictures also answer on the app host. */
export function registerSiteAssets(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
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
    return sendImage(deps, reply, site?.workspaceId, request.url);
  });

  for (const surface of new Set([surfaces.app, surfaces.links])) {
    app.get("/_files/:file/:name", { constraints: { surface } }, async (request, reply) => {
      const address = parseFilePath(request.url);
      return sendImage(deps, reply, address && (await findImageOwner(deps, address.fileId)), request.url);
    });
  }

  app.get("/robots.txt", onSite, async (request, reply) => {
    const site = await openSite(request.siteSlug);
    const text = site
      ? `User-agent: *\nAllow: /\nSitemap: ${deps.urls.page(site.site.slug, "/sitemap.xml")}\n`
      : "User-agent: *\nDisallow: /\n";
    return sendText(reply, "text/plain; charset=utf-8", 300, text);
  });

  app.get("/sitemap.xml", onSite, async (request, reply) => {
    const site = await openSite(request.siteSlug);
    if (!site) return reply.callNotFound();
    return sendText(reply, "application/xml; charset=utf-8", 300, sitemap(deps, site));
  });

  app.get("/favicon.svg", onSite, async (request, reply) => {
    const site = await app.hostedPages.cache.site(request.siteSlug);
    return sendText(reply, "image/svg+xml; charset=utf-8", 86_400, siteIcon(site?.site.name ?? ""));
  });
  app.get("/favicon.ico", onSite, (_request, reply) => reply.redirect("/favicon.svg", 302));
}
