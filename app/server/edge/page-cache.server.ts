import { LRUCache } from "lru-cache";
import { findPublishedPage, listPublishedPaths } from "~/domain/publishing/find-published-page.server";
import type { EdgeChange } from "~/domain/publishing/publication";
import { findSiteByHost } from "~/domain/sites/find-site.server";
import type { SiteHost } from "~/domain/sites/site";
import { findWorkspaceById } from "~/domain/workspaces/find-workspace.server";
import { standingAllows } from "~/domain/workspaces/standing";
import type { ServerDeps } from "../server-deps";
import { type FrozenAnswer, freezeAnswer } from "./frozen-answer.server";
import { siteNotice } from "./site-notice.server";

interface Cached {
  workspaceId: string;
  /** Something changed since: to be loaded again before the next use, or used as it is while the database is away. */
  isStale: boolean;
}

export interface CachedSite extends Cached {
  site: SiteHost;
  /** Paths that serve a page, with the time of their publication. */
  paths: ReadonlyMap<string, number>;
  /** False when the site has more pages than are listed. */
  isComplete: boolean;
  /** Pages may be shown; else `closed` is. */
  isOpen: boolean;
  missing: FrozenAnswer;
  closed: FrozenAnswer;
}

interface CachedPage extends Cached {
  answer: FrozenAnswer;
}

const maxPaths = 5000;
const pauseAfterFailureMs = 1000;
const none = Symbol("none");

export interface PageCache {
  /** What may be sent at once; undefined when it has to be loaded. */
  ready(key: string): FrozenAnswer | undefined;
  site(host: string): Promise<CachedSite | undefined>;
  /** Undefined when the site has no such page. */
  page(key: string, site: CachedSite, path: string): Promise<FrozenAnswer | undefined>;
  take(changes: readonly EdgeChange[]): void;
  /** Everything may have changed. */
  forgetAll(): void;
  readonly counts: { staleServed: number; loads: number };
}

export function createPageCache(deps: ServerDeps, headers: Record<string, string>): PageCache {
  const pages = new LRUCache<string, CachedPage>({
    maxSize: deps.config.pageCacheBytes,
    sizeCalculation: ({ answer }) => answer.size,
  });
  const sites = new LRUCache<string, CachedSite | typeof none>({ max: 5000 });
  const loading = new Map<string, Promise<unknown>>();
  const counts = { staleServed: 0, loads: 0 };
  /** Counts invalidations, so that what was read before one is not taken for fresh after it. */
  let generation = 0;
  let pausedUntil = 0;

  /** Loads once for all who wait. What is there already is good enough while the database is away. */
  async function fetchOnce<T>(key: string, known: T | undefined, load: () => Promise<T>): Promise<T> {
    if (known !== undefined && Date.now() < pausedUntil) {
      counts.staleServed += 1;
      return known;
    }
    const waiting = (loading.get(key) as Promise<T> | undefined) ?? load().finally(() => loading.delete(key));
    loading.set(key, waiting);
    try {
      return await waiting;
    } catch (error) {
      if (known === undefined) throw error;
      if (Date.now() >= pausedUntil) deps.log.warn({ err: error }, "serving pages as last known");
      pausedUntil = Date.now() + pauseAfterFailureMs;
      counts.staleServed += 1;
      return known;
    }
  }

  async function loadSite(host: string): Promise<CachedSite | typeof none> {
    const before = generation;
    const site = await findSiteByHost(deps, host);
    const workspace = site && (await findWorkspaceById(deps, site.workspaceId));
    if (!site || !workspace) {
      if (before === generation) sites.set(host, none);
      return none;
    }
    const listed = await listPublishedPaths(deps, site.workspaceId, site.siteId, maxPaths + 1);
    const [missing, closed] = await Promise.all([
      siteNotice("missing", site, headers),
      siteNotice("closed", site, headers),
    ]);
    const cached: CachedSite = {
      workspaceId: site.workspaceId,
      isStale: before !== generation,
      site,
      paths: new Map(listed.slice(0, maxPaths).map(({ path, publishedAt }) => [path, publishedAt])),
      isComplete: listed.length <= maxPaths,
      isOpen: standingAllows(workspace.standing, "serve"),
      missing,
      closed,
    };
    sites.set(host, cached);
    return cached;
  }

  async function loadPage(
    key: string,
    { site }: CachedSite,
    path: string,
  ): Promise<FrozenAnswer | typeof none> {
    const before = generation;
    counts.loads += 1;
    const found = await findPublishedPage(deps, site.workspaceId, site.siteId, path);
    if (!found) {
      pages.delete(key);
      return none;
    }
    const answer = await freezeAnswer({
      status: 200,
      contentType: "text/html; charset=utf-8",
      bytes: Buffer.from(found.html),
      etag: found.etag,
      headers: {
        ...headers,
        "cache-control": "public, max-age=0, must-revalidate",
        "content-security-policy": found.csp,
      },
    });
    pages.set(key, { workspaceId: site.workspaceId, answer, isStale: before !== generation });
    return answer;
  }

  return {
    ready(key) {
      const cached = pages.get(key);
      return cached === undefined || cached.isStale ? undefined : cached.answer;
    },
    async site(host) {
      const known = sites.get(host);
      if (known === none) return undefined;
      if (known && !known.isStale) return known;
      const site = await fetchOnce(`site ${host}`, known, () => loadSite(host));
      return site === none ? undefined : (site as CachedSite);
    },
    async page(key, site, path) {
      const known = pages.get(key);
      if (known && !known.isStale) return known.answer;
      if (site.isComplete && !site.paths.has(path)) {
        pages.delete(key);
        return undefined;
      }
      const answer = await fetchOnce(`page ${key}`, known?.answer, () => loadPage(key, site, path) as never);
      return (answer as FrozenAnswer | typeof none) === none ? undefined : answer;
    },
    take(changes) {
      if (changes.length === 0) return;
      generation += 1;
      const touched = new Set(changes.map(({ workspaceId }) => workspaceId));
      for (const { kind, ref } of changes) if (kind === "host") sites.delete(ref);
      for (const cached of pages.values()) if (touched.has(cached.workspaceId)) cached.isStale = true;
      for (const cached of sites.values()) {
        if (cached !== none && touched.has(cached.workspaceId)) cached.isStale = true;
      }
    },
    forgetAll() {
      generation += 1;
      for (const cached of pages.values()) cached.isStale = true;
      for (const [host, cached] of sites.entries()) {
        if (cached === none) sites.delete(host);
        else cached.isStale = true;
      }
    },
    counts,
  };
}
