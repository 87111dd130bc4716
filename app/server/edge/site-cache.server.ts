import { LRUCache } from "lru-cache";
import { offerMark } from "~/domain/consent/cookie-offer.server";
import { listSiteThirdParties } from "~/domain/consent/list-third-parties.server";
import type { ThirdParty } from "~/domain/consent/third-party";
import { listPublishedPaths } from "~/domain/publishing/find-published-page.server";
import { findSiteByHost } from "~/domain/sites/find-site.server";
import { listRedirects } from "~/domain/sites/list-redirects.server";
import type { SiteHost } from "~/domain/sites/site";
import { type RedirectTable, redirectTable } from "~/domain/sites/site-redirect";
import { findWorkspaceById } from "~/domain/workspaces/find-workspace.server";
import { standingAllows } from "~/domain/workspaces/standing";
import type { ServerDeps } from "../server-deps";
import type { LoadOnce } from "./load-once";
import type { Mark, StaleMarks } from "./stale-marks";

/** What is known of a site between two changes of its workspace. */
export interface CachedSite {
  readonly workspaceId: string;
  readonly mark: Mark;
  /** Count of changes that it was read at. */
  readonly readAt: number;
  readonly site: SiteHost;
  /** Paths that serve a page, with the time of their publication. */
  readonly paths: ReadonlyMap<string, number>;
  /** False when the site has more pages than are listed. */
  readonly isComplete: boolean;
  /** Where paths without a page lead. */
  readonly redirects: RedirectTable;
  /** Pages may be shown. */
  readonly isOpen: boolean;
  /** Services that pages load for visitors who agree. */
  readonly parties: readonly ThirdParty[];
  /** Names them all; empty without. */
  readonly offer: string;
}

export interface SiteCache {
  /** By slug or host name; undefined when no site has it. */
  get(host: string): Promise<CachedSite | undefined>;
  forget(host: string): void;
  forgetUnknown(): void;
}

const maxPaths = 5000;
/** Sites weigh what their paths do. */
const maxWeight = 400_000;
const siteWeight = 20;
/** Names that no site has: strangers ask for many, and they must not push out the sites. */
const maxUnknown = 20_000;

const none = Symbol("none");

export function createSiteCache(deps: ServerDeps, marks: StaleMarks, once: LoadOnce): SiteCache {
  const sites = new LRUCache<string, CachedSite>({
    maxSize: maxWeight,
    sizeCalculation: ({ paths, parties, redirects }) =>
      siteWeight * (1 + parties.length) + paths.size + redirects.size,
  });
  const unknown = new LRUCache<string, true>({ max: maxUnknown });

  async function load(host: string): Promise<CachedSite | typeof none> {
    const before = marks.total;
    const site = await findSiteByHost(deps, host);
    const workspace = site && (await findWorkspaceById(deps, site.workspaceId));
    if (!site || !workspace) {
      if (before === marks.total) unknown.set(host, true);
      sites.delete(host);
      return none;
    }
    const mark = marks.of(site.workspaceId);
    const [parties, listed, redirects] = await Promise.all([
      listSiteThirdParties(deps, site.workspaceId, site.siteId),
      listPublishedPaths(deps, site.workspaceId, site.siteId, maxPaths + 1),
      listRedirects(deps, site.workspaceId, site.siteId),
    ]);
    const cached: CachedSite = {
      workspaceId: site.workspaceId,
      mark,
      // What changed while it was read is read again with the next request.
      readAt: before === marks.total ? mark.changes : -1,
      site,
      paths: new Map(listed.slice(0, maxPaths).map(({ path, publishedAt }) => [path, publishedAt])),
      redirects: redirectTable(redirects),
      isComplete: listed.length <= maxPaths,
      isOpen: standingAllows(workspace.standing, "serve"),
      parties,
      offer: parties.length > 0 ? offerMark(parties) : "",
    };
    sites.set(host, cached);
    return cached;
  }

  return {
    async get(host) {
      if (unknown.has(host)) return undefined;
      const known = sites.get(host);
      if (known && known.readAt === known.mark.changes) return known;
      const site = await once.load<CachedSite | typeof none>(`site ${host}`, known, () => load(host));
      return site === none ? undefined : site;
    },
    forget(host) {
      unknown.delete(host);
      sites.delete(host);
    },
    forgetUnknown: () => unknown.clear(),
  };
}
