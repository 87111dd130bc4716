import type { FastifyInstance } from "fastify";
import type { QuickAnswer } from "../door/open-door.server";
import { addQuickAnswer } from "../door/quick-answers";
import { expectedError } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { headerReader, type ReadHeader } from "./consent-state";
import { type EdgeChangePoller, pollEdgeChanges } from "./edge-changes.server";
import { type FrozenAnswer, frozenBytes, sendFrozen } from "./frozen-answer.server";
import { createPageCache, type PageCache } from "./page-cache.server";
import { createTextVariants, type PageTexts } from "./page-texts.server";
import type { CachedSite } from "./site-cache.server";
import { createSiteNotices, type SiteNotices } from "./site-notice.server";
import { canonicalPath, readSitePath } from "./site-path";

export interface HostedPages {
  /** A page that lies ready; undefined when it has to be looked up. */
  readonly quickAnswer: QuickAnswer;
  readonly cache: PageCache;
  readonly notices: SiteNotices;
  readonly changes: EdgeChangePoller;
}

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
  const headers = siteHeaders(deps);
  const cache = createPageCache(deps, headers);
  return {
    cache,
    notices: createSiteNotices(headers),
    changes: pollEdgeChanges(deps, cache),
    quickAnswer(request) {
      if (request.method === "POST") return undefined;
      const known = cache.ready(request.host + request.path);
      const page = known?.varied ? known.varied.ready((name) => request.header(name)) : known;
      if (!page || (page.texts && request.target !== request.path)) return undefined;
      return frozenBytes(page.answer, {
        method: request.method,
        ifNoneMatch: request.header("if-none-match"),
        acceptEncoding: request.header("accept-encoding"),
      });
    },
  };
}

type Found = { answer: FrozenAnswer; texts?: PageTexts } | { moved: string };

async function look(
  pages: HostedPages,
  host: string,
  site: CachedSite,
  path: string,
  header: ReadHeader,
): Promise<Found> {
  if (!site.isOpen) return { answer: await pages.notices("closed", site.site) };
  const page = await pages.cache.page(`${host}${path}`, site, path);
  if (page) return page.varied ? page.varied.answer(header) : page;
  const canonical = canonicalPath(path);
  if (canonical !== path && site.paths.has(canonical)) return { moved: canonical };
  return { answer: await pages.notices("missing", site.site) };
}

/** Everything on a site's host that no other route takes is a page, or is not there. */
export function registerHostedPages(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const pages = createHostedPages(deps);
  const textVariant = createTextVariants();
  addQuickAnswer(app, pages.quickAnswer);
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
      if (!site) return send(await pages.notices("missing"));
      if (!("path" in asked)) {
        return send(await pages.notices(site.isOpen ? "missing" : "closed", site.site));
      }
      const found = await look(pages, host, site, asked.path, headerReader(request.headers));
      const search = (request.raw.url ?? "").split("?")[1];
      if ("answer" in found) {
        const { answer, texts } = found;
        return send((search && texts && (await textVariant(texts, search))) || answer);
      }
      return reply.redirect(search ? `${found.moved}?${search}` : found.moved, 308);
    } catch (error) {
      if (expectedError(error)?.kind !== "unavailable") throw error;
      deps.log.warn({ err: error }, "a page could not be loaded");
      return send(await pages.notices("away"));
    }
  });
}
