import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { findPresentation } from "~/domain/publishing/find-presentation.server";
import { findPublishedPage } from "~/domain/publishing/find-published-page.server";
import { type Presentation, presentPage } from "~/domain/publishing/page-listing";
import type { EdgeChange, PublishedPage } from "~/domain/publishing/publication";
import { pageToken } from "~/domain/tracking/page-token.server";
import type { ServerDeps } from "../server-deps";
import { partiesOn } from "./consent-layer.server";
import { sizeOf } from "./frozen-answer.server";
import { createLoadOnce } from "./load-once";
import { freezePage, type ServedPage } from "./served-page.server";
import { type CachedSite, createSiteCache } from "./site-cache.server";
import { createStaleMarks, type Mark } from "./stale-marks";
import type { DividedPage, ReadyVariant } from "./variant-choice.server";
import { type VariedPage, variedPage } from "./varied-page.server";

/** A page as it is sent, valid until something of its workspace changes. */
export interface CachedPage extends ServedPage {
  readonly mark: Mark;
  /** Count of changes that it was read, or found unchanged, at. */
  readAt: number;
  /** The same version needs no second reading, unless words were taken off it: its ETag tells. */
  readonly versionId: string;
  readonly versionEtag: string;
  /** The services it was made with. */
  readonly offer: string;
  /** Set when what is sent depends on what the visitor agreed to; `answer` is then that of somebody unknown. */
  readonly varied?: VariedPage;
  /** Set while an experiment runs; everything else here is the champion's then. */
  readonly experiment?: DividedPage;
  /** How it is listed; that can change without a new version. */
  readonly presentation: string;
}

/** Paths found empty on sites with more pages than are listed. */
const maxMissing = 20_000;
const none = Symbol("none");
/** A page with services is held as often as its visitors differ, and once more to make variants of. */
const usualVariants = 4;
const isFresh = ({ mark, readAt }: { mark: Mark; readAt: number }): boolean => readAt === mark.changes;

/** A version as it is listed now; with an ETag of its own where that shows. */
function presented(page: PublishedPage, presentation: Presentation): PublishedPage {
  const html = presentPage(page.html, presentation);
  if (html === page.html && presentation.searchable) return page;
  const marked = createHash("sha256").update(page.etag).update(JSON.stringify(presentation));
  return { ...page, html, etag: marked.digest("base64url").slice(0, 27) };
}

export interface PageCache {
  /** What may be sent at once; undefined when it has to be loaded. */
  ready(key: string): CachedPage | undefined;
  site(host: string): Promise<CachedSite | undefined>;
  /** Undefined when the site has no such page. */
  page(key: string, site: CachedSite, path: string): Promise<CachedPage | undefined>;
  take(changes: readonly EdgeChange[]): void;
  /** Everything may have changed. */
  forgetAll(): void;
  readonly counts: { staleServed: number; loads: number; confirmed: number };
}

export function createPageCache(deps: ServerDeps, headers: Record<string, string>): PageCache {
  const isHttps = deps.config.origins.pagesScheme === "https";
  const pages = new LRUCache<string, CachedPage>({
    maxSize: deps.config.pageCacheBytes,
    sizeCalculation: ({ answer, texts, varied, experiment }) =>
      (sizeOf(answer) + (texts ? texts.html.length * 2 : 0)) *
      (varied ? usualVariants : 1) *
      (experiment?.variants.length || 1),
  });
  const missing = new LRUCache<string, { mark: Mark; readAt: number }>({ max: maxMissing });
  const marks = createStaleMarks();
  const counts = { staleServed: 0, loads: 0, confirmed: 0 };
  const once = createLoadOnce({
    staleServed: () => {
      counts.staleServed += 1;
    },
    failed: (error) => deps.log.warn({ err: error }, "serving pages as last known"),
  });
  const sites = createSiteCache(deps, marks, once);

  const isKnownMissing = (key: string, site: CachedSite): boolean => {
    const seen = missing.get(key);
    return seen?.mark === site.mark && isFresh(seen);
  };

  /** After a change of the workspace most pages are what they were. */
  async function isUnchanged(known: CachedPage, { site }: CachedSite, path: string): Promise<boolean> {
    // Weights and challengers change without a new version of the champion.
    if (known.experiment) return false;
    const readAt = known.mark.changes;
    const live = await findPresentation(deps, site, path);
    if (live?.versionId !== known.versionId || live.etag !== known.versionEtag) return false;
    if (JSON.stringify(live.presentation) !== known.presentation) return false;
    known.readAt = readAt;
    counts.confirmed += 1;
    return true;
  }

  function varyPage(
    { site, parties }: CachedSite,
    found: PublishedPage,
    shownHeaders: Record<string, string>,
  ): VariedPage {
    const { workspaceId, siteId } = site;
    const token = pageToken(deps, {
      workspaceId,
      siteId,
      pageId: found.pageId,
      pageVersionId: found.versionId,
    });
    return variedPage(found, parties, { token, isHttps }, (page) => freezePage(page, shownHeaders, true));
  }

  async function serve(
    cached: CachedSite,
    found: PublishedPage,
    isVariant: boolean,
    shownHeaders: Record<string, string>,
  ) {
    if (partiesOn(found, cached.parties).length === 0) return freezePage(found, shownHeaders, isVariant);
    const varied = varyPage(cached, found, shownHeaders);
    return { ...(await varied.answer(() => "")), varied };
  }

  async function load(key: string, cached: CachedSite, path: string): Promise<CachedPage | typeof none> {
    const { site, mark } = cached;
    const known = pages.get(key);
    if (known?.mark === mark && known.offer === cached.offer && (await isUnchanged(known, cached, path)))
      return known;
    const readAt = mark.changes;
    counts.loads += 1;
    const [found, live] = await Promise.all([
      findPublishedPage(deps, site.workspaceId, site.siteId, path),
      findPresentation(deps, site, path),
    ]);
    if (!found || !live) {
      pages.delete(key);
      missing.set(key, { mark, readAt });
      return none;
    }
    const shownHeaders = live.presentation.searchable ? headers : { ...headers, "x-robots-tag": "noindex" };
    const { experiment } = found;
    const show = (page: PublishedPage, isVariant: boolean) =>
      serve(cached, presented(page, live.presentation), isVariant, shownHeaders);
    const served = await show(found, experiment !== undefined);
    const variants: ReadyVariant[] = [];
    for (const [index, { variantId, weight, ...variant }] of (experiment?.variants ?? []).entries()) {
      const own = index === 0 ? served : await show({ ...variant, pageId: found.pageId }, true);
      variants.push({ variantId, weight, ...own });
    }
    const page = {
      ...served,
      mark,
      readAt,
      versionId: found.versionId,
      versionEtag: found.etag,
      presentation: JSON.stringify(live.presentation),
      offer: cached.offer,
      ...(experiment
        ? { experiment: { id: experiment.id, pageId: found.pageId, variants, kept: experiment.kept } }
        : {}),
    };
    pages.set(key, page);
    return page;
  }

  return {
    ready(key) {
      const cached = pages.get(key);
      return cached && isFresh(cached) ? cached : undefined;
    },
    site: sites.get,
    async page(key, site, path) {
      const found = pages.get(key);
      // A name may have passed to another workspace.
      const known = found?.mark === site.mark ? found : undefined;
      if (known && isFresh(known)) return known;
      if (!site.paths.has(path) && (site.isComplete || isKnownMissing(key, site))) {
        pages.delete(key);
        return undefined;
      }
      const page = await once.load<CachedPage | typeof none>(`page ${key}`, known, () =>
        load(key, site, path),
      );
      return page === none ? undefined : page;
    },
    take(changes) {
      for (const { kind, ref } of changes) if (kind === "host") sites.forget(ref);
      for (const workspaceId of new Set(changes.map((change) => change.workspaceId))) {
        marks.changed(workspaceId);
      }
    },
    forgetAll() {
      marks.allChanged();
      sites.forgetUnknown();
    },
    counts,
  };
}
