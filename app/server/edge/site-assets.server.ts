import type { FastifyInstance, FastifyReply } from "fastify";
import { parseFilePath, parseSharePath } from "~/domain/files/file";
import { parseFilmPath } from "~/domain/files/film";
import { findFilm } from "~/domain/files/find-film.server";
import { findImage, findImageOwner } from "~/domain/files/find-image.server";
import { renditionsOf } from "~/domain/files/make-renditions.server";
import { findShareImage } from "~/domain/publishing/find-share-image.server";
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

const sendNoPicture = (reply: FastifyReply) =>
  reply.status(404).header("cache-control", "no-store").type("text/plain").send("No such picture.");

const forEver = "public, max-age=31536000, immutable";
/** Drawn again when pictures are drawn otherwise. */
const forADay = "public, max-age=86400";
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
    return reply
      .status(416)
      .header("cache-control", "no-store")
      .header("content-range", `bytes */${bytes.length}`)
      .type("text/plain")
      .send("");
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

/** Pictures and films of a site; they also answer on the app host. */
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
      return bytes ? sendPicture(reply, "image/png", bytes, forADay) : sendNoPicture(reply);
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
}
