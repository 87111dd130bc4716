import { existsSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Surfaces } from "./surfaces.server";

/** Built files: `/assets` for the product, `/_foyer` for public pages on every host. */
export async function registerStaticFiles(
  app: FastifyInstance,
  folder: string,
  surfaces: Surfaces,
): Promise<void> {
  const everywhere = [...new Set([surfaces.app, surfaces.links, surfaces.site])];
  for (const [index, surface] of everywhere.entries()) {
    await app.register(fastifyStatic, {
      root: path.join(folder, "_foyer"),
      prefix: "/_foyer/",
      // Its own header would come after ours.
      cacheControl: false,
      // The build lays scripts beside themselves in brotli and gzip.
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.setHeader("x-content-type-options", "nosniff");
        // One address answers in several encodings: a cache in between keeps them apart.
        reply.setHeader("vary", "accept-encoding");
        const isFont = file.endsWith(".woff2");
        // Names of fonts change with their bytes.
        reply.setHeader(
          "cache-control",
          isFont ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        );
        if (!isFont) return;
        // A sandboxed preview has an origin of its own, and fonts are fetched across origins by permission only.
        reply.setHeader("access-control-allow-origin", "*");
      },
      constraints: { surface },
      decorateReply: index === 0,
    });
  }
  const assets = path.join(folder, "assets");
  if (existsSync(assets)) {
    await app.register(fastifyStatic, {
      root: assets,
      prefix: "/assets/",
      immutable: true,
      maxAge: "1y",
      preCompressed: true,
      setHeaders: (reply) => {
        reply.setHeader("x-content-type-options", "nosniff");
        reply.setHeader("vary", "accept-encoding");
      },
      constraints: { surface: surfaces.app },
      decorateReply: false,
    });
  }
  for (const file of ["favicon.svg", "favicon.ico", "robots.txt"]) {
    app.get(`/${file}`, { constraints: { surface: surfaces.app } }, (_request, reply) =>
      reply.sendFile(file, folder, { maxAge: "1d" }),
    );
  }
}
