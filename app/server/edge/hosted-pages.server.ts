import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { addFastPath } from "../fast-path";
import { expectedError } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { type EdgeChangePoller, pollEdgeChanges } from "./edge-changes.server";
import { type FrozenAnswer, sendFrozen } from "./frozen-answer.server";
import { type CachedSite, createPageCache, type PageCache } from "./page-cache.server";
import { siteNotice } from "./site-notice.server";
import { canonicalPath, readSitePath } from "./site-path";

export interface HostedPages {
  /** Sends a page that lies ready; false when it has to be looked up. */
  tryServe(request: IncomingMessage, response: ServerResponse): boolean;
  readonly cache: PageCache;
  readonly changes: EdgeChangePoller;
}

const noSite = { name: "", language: "en" };

/** Headers of everything a site answers with. */
export function siteHeaders(deps: ServerDeps): Record<string, string> {
  const secure = deps.config.origins.pagesScheme === "https";
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

export function createHostedPages(deps: ServerDeps): HostedPages {
  const cache = createPageCache(deps, siteHeaders(deps));
  return {
    cache,
    changes: pollEdgeChanges(deps, cache),
    tryServe(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      const url = request.url ?? "";
      const query = url.indexOf("?");
      const answer = cache.ready(`${request.headers.host}${query < 0 ? url : url.slice(0, query)}`);
      if (!answer) return false;
      sendFrozen(answer, request, response);
      return true;
    },
  };
}

type Found = { answer: FrozenAnswer } | { moved: string };

async function look(cache: PageCache, host: string, site: CachedSite, path: string): Promise<Found> {
  if (!site.isOpen) return { answer: site.closed };
  const answer = await cache.page(`${host}${path}`, site, path);
  if (answer) return { answer };
  const canonical = canonicalPath(path);
  return canonical !== path && site.paths.has(canonical) ? { moved: canonical } : { answer: site.missing };
}

/** Everything on a site's host that no other route takes is a page, or is not there. */
export function registerHostedPages(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const pages = createHostedPages(deps);
  const notices = {
    missing: siteNotice("missing", noSite, siteHeaders(deps)),
    away: siteNotice("away", noSite, siteHeaders(deps)),
  };
  addFastPath(app, pages.tryServe);
  app.addHook("onReady", async () => pages.changes.start());
  app.addHook("onClose", () => pages.changes.stop());
  app.decorate("hostedPages", pages);

  app.get("/*", { constraints: { surface: surfaces.site } }, async (request, reply) => {
    const send = (answer: FrozenAnswer) => {
      reply.hijack();
      sendFrozen(answer, request.raw, reply.raw);
    };
    const asked = readSitePath(request.raw.url ?? "/");
    if (asked.status === 400) {
      return reply.status(400).type("text/plain").send("This address cannot be read.");
    }
    const host = (request.headers.host ?? "").toLowerCase();
    try {
      const site = await pages.cache.site(request.siteSlug);
      if (!site) return send(await notices.missing);
      if (!("path" in asked)) return send(site.isOpen ? site.missing : site.closed);
      const found = await look(pages.cache, host, site, asked.path);
      if ("answer" in found) return send(found.answer);
      const search = (request.raw.url ?? "").split("?")[1];
      return reply.redirect(search ? `${found.moved}?${search}` : found.moved, 308);
    } catch (error) {
      if (expectedError(error)?.kind !== "unavailable") throw error;
      deps.log.warn({ err: error }, "a page could not be loaded");
      return send(await notices.away);
    }
  });
}
