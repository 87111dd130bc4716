import type { FastifyInstance, FastifyRequest } from "fastify";
import { pageAddress } from "~/domain/sites/site-address";
import { followRedirects } from "~/domain/sites/site-redirect";
import { clientIp, parseAddressRanges } from "~/lib/ip-address";
import type { QuickAnswer } from "../door/open-door.server";
import { addQuickAnswer } from "../door/quick-answers";
import { expectedError } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { asksToConfirm, createConfirmHints } from "./confirm-hint.server";
import { headerReader, type ReadHeader } from "./consent-state";
import { keepCustomHosts } from "./custom-hosts.server";
import { type EdgeChangePoller, pollEdgeChanges } from "./edge-changes.server";
import { type FrozenAnswer, frozenBytes, sendFrozen } from "./frozen-answer.server";
import { createMissingPages, type MissingPages } from "./missing-pages.server";
import { createPageCache, type PageCache } from "./page-cache.server";
import { createTextVariants, type PageTexts } from "./page-texts.server";
import { isPerson, sendPersonNotice } from "./person-notice.server";
import type { CachedSite } from "./site-cache.server";
import { createSiteNotices, type SiteNotices } from "./site-notice.server";
import { canonicalPath, readSitePath } from "./site-path";
import { createVariantChoice } from "./variant-choice.server";

export interface HostedPages {
  /** A page that lies ready; undefined when it has to be looked up. */
  readonly quickAnswer: QuickAnswer;
  readonly cache: PageCache;
  readonly choice: ReturnType<typeof createVariantChoice>;
  readonly notices: SiteNotices;
  readonly missing: MissingPages;
  readonly changes: EdgeChangePoller;
  /** Reads the names of customers' domains; before the first request. */
  loadHosts(): Promise<void>;
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

export function createHostedPages(deps: ServerDeps, surfaces: Surfaces): HostedPages {
  const headers = siteHeaders(deps);
  const cache = createPageCache(deps, headers);
  const notices = createSiteNotices(headers);
  const hosts = keepCustomHosts(deps, surfaces.customHosts);
  const changes = pollEdgeChanges(deps, {
    take(changed) {
      cache.take(changed);
      hosts.take(changed);
    },
    forgetAll() {
      cache.forgetAll();
      hosts.forgetAll();
    },
  });
  const choice = createVariantChoice(deps);
  const trusted = parseAddressRanges(deps.config.http.trustedProxies.join(","));
  return {
    cache,
    choice,
    notices,
    missing: createMissingPages(deps, headers, notices),
    changes,
    loadHosts: hosts.load,
    quickAnswer(request) {
      if (request.method === "POST") return undefined;
      const known = cache.ready(request.host + request.path);
      const shown = known?.experiment
        ? choice.atOnce(known.experiment, {
            host: request.host,
            ip: clientIp(request.remoteAddress, request.header("x-forwarded-for"), trusted),
            userAgent: request.header("user-agent"),
            cookies: request.header("cookie"),
            refuses: false,
          })
        : known;
      const page = shown?.varied ? shown.varied.ready((name) => request.header(name)) : shown;
      if (!page) return undefined;
      const search = request.target === request.path ? "" : (request.target.split("?")[1] ?? "");
      if (search && (page.texts || asksToConfirm(search))) return undefined;
      return frozenBytes(page.answer, {
        method: request.method,
        ifNoneMatch: request.header("if-none-match"),
        acceptEncoding: request.header("accept-encoding"),
      });
    },
  };
}

type Found =
  | { answer: FrozenAnswer; texts?: PageTexts; cookie?: string }
  | { moved: string; status: 301 | 302 | 308 };

/** The host that a site is known under, where it is not the one asked for. */
function mainAddress(deps: ServerDeps, { site }: CachedSite, asked: string): string | undefined {
  const isMain = site.primaryDomain ? asked === site.primaryDomain : site.kind !== "former";
  return isMain ? undefined : pageAddress(deps.urls, site, "");
}

async function look(
  pages: HostedPages,
  host: string,
  site: CachedSite,
  path: string,
  header: ReadHeader,
  ip: string,
): Promise<Found> {
  if (!site.isOpen) return { answer: await pages.notices("closed", site.site) };
  const page = await pages.cache.page(`${host}${path}`, site, path);
  if (page) {
    const { variant, cookie } = page.experiment
      ? await pages.choice.choose(page.experiment, {
          host,
          ip,
          userAgent: header("user-agent"),
          cookies: header("cookie"),
          refuses: header("sec-gpc") === "1" || header("dnt") === "1",
        })
      : {};
    const shown = variant ?? page;
    return { ...(shown.varied ? await shown.varied.answer(header) : shown), cookie };
  }
  const canonical = canonicalPath(path);
  if (canonical !== path && site.paths.has(canonical)) return { moved: canonical, status: 308 };
  const redirect = followRedirects(site.redirects, path);
  if (redirect && redirect !== "loop") return { moved: redirect.target, status: redirect.status };
  return { answer: await pages.missing(site) };
}

/** What followed the question mark goes along, unless the new address has a query of its own. */
function withSearch(target: string, url: string): string {
  const from = url.indexOf("?");
  if (from < 0 || target.includes("?")) return target;
  const [path = "", hash] = target.split("#", 2);
  return `${path}${url.slice(from)}${hash === undefined ? "" : `#${hash}`}`;
}

const ofRecipients = /^\/(?:u|preferences|confirm|inbound)\//;

/** Whoever publishes and looks at once, finds the page: this process knows before the answer leaves. */
const isProductWrite = ({ method, url, headers }: FastifyRequest, surfaces: Surfaces): boolean =>
  method !== "GET" &&
  method !== "HEAD" &&
  surfaces.of(headers.host) === surfaces.app &&
  !ofRecipients.test(url);

/** Everything on a site's host that no other route takes is a page, or is not there. */
export function registerHostedPages(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const pages = createHostedPages(deps, surfaces);
  const textVariant = createTextVariants();
  const confirmHint = createConfirmHints();
  addQuickAnswer(app, pages.quickAnswer);
  app.addHook("onReady", async () => {
    await pages.loadHosts();
    pages.changes.start();
  });
  app.addHook("onClose", () => pages.changes.stop());
  app.addHook("onSend", async (request) => {
    if (isProductWrite(request, surfaces)) await pages.changes.catchUp();
  });
  app.decorate("hostedPages", pages);

  app.get("/*", { constraints: { surface: surfaces.site } }, async (request, reply) => {
    const send = (answer: FrozenAnswer) => {
      reply.hijack();
      sendFrozen(answer, request.raw, reply.raw);
    };
    const move = (status: number, target: string) =>
      reply.header("cache-control", "public, max-age=0, must-revalidate").redirect(target, status);
    const asked = readSitePath(request.raw.url ?? "/");
    if (asked.status === 400) {
      return isPerson(request)
        ? sendPersonNotice(request, reply, 400, "missing")
        : reply.status(400).type("text/plain").send("This address cannot be read.");
    }
    const host = (request.headers.host ?? "").toLowerCase();
    try {
      const site = await pages.cache.site(request.siteSlug);
      if (!site && isPerson(request)) return sendPersonNotice(request, reply, 404, "missing");
      if (!site) return send(await pages.notices("missing"));
      if (!("path" in asked)) {
        return send(await (site.isOpen ? pages.missing(site) : pages.notices("closed", site.site)));
      }
      const main = site.isOpen ? mainAddress(deps, site, request.siteSlug) : undefined;
      if (main) return move(301, main + (request.raw.url ?? "/"));
      const found = await look(
        pages,
        host,
        site,
        asked.path,
        headerReader(request.headers),
        request.clientIp,
      );
      const search = (request.raw.url ?? "").split("?")[1];
      if ("answer" in found) {
        const { answer, texts, cookie } = found;
        if (cookie) reply.raw.setHeader("set-cookie", cookie);
        const shown = (search && texts && (await textVariant(texts, search))) || answer;
        return send(search && asksToConfirm(search) ? await confirmHint(shown) : shown);
      }
      return move(found.status, withSearch(found.moved, request.raw.url ?? ""));
    } catch (error) {
      if (expectedError(error)?.kind !== "unavailable") throw error;
      deps.log.warn({ err: error }, "a page could not be loaded");
      return send(await pages.notices("away"));
    }
  });
}
