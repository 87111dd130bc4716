import type { IncomingMessage } from "node:http";
import type { Config } from "~/config.server";
import { isLoopbackHost } from "~/config.server";

/** Which of the three audiences a host name belongs to. `links` equals `app` when both share a host. */
export interface Surfaces {
  readonly app: string;
  readonly links: string;
  readonly site: string;
  /** Requests that name this machine itself, on an instance whose product has another name. */
  readonly here: string;
  /** Names of customers' domains that are served now; kept up to date by the edge. */
  readonly customHosts: Set<string>;
  /** app, links, site, here, or unknown */
  of(host: string | undefined): string;
  /** Slug of the site a host names, or the customer's domain; empty for other hosts. */
  siteSlug(host: string | undefined): string;
}

const isThisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;
/** Ends with the root's dot: the same host (RFC 3986 3.2.2). */
const rootDot = /(?<=[a-z0-9])\.(?=:\d+$|$)/;
const named = (host: string | undefined): string => (host ?? "").toLowerCase().replace(rootDot, "");
const hostShape = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/;

export function createSurfaces(config: Config): Surfaces {
  const appHost = new URL(config.origins.app).host;
  const linksHost = new URL(config.origins.links).host;
  const suffix = `.${config.origins.pagesDomain}`;
  const pagesLoopback = isLoopbackHost(config.origins.pagesDomain);
  const suffixName = `.${config.origins.pagesDomain.replace(/:\d+$/, "")}`;

  const customHosts = new Set<string>();

  function siteSlug(host: string | undefined): string {
    const name = named(host);
    // On loopback the port is whatever the server listens on: a free one in tests.
    const bare = pagesLoopback ? name.replace(/:\d+$/, "") : name;
    const end = pagesLoopback ? suffixName : suffix;
    if (!bare.endsWith(end)) {
      const domain = name.replace(/:\d+$/, "");
      return customHosts.has(domain) ? domain : "";
    }
    const slug = bare.slice(0, -end.length);
    return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(slug) ? slug : "";
  }

  function of(given: string | undefined): string {
    const host = named(given);
    if (!hostShape.test(host)) return "unknown";
    // Sessions belong to one spelling of the product's host; pages are read under both.
    const isExact = host.length === given?.length;
    if (isExact && host === appHost) return "app";
    if (isExact && host === linksHost) return "links";
    if (siteSlug(host)) return "site";
    if (!isExact) return "unknown";
    if (config.origins.loopback && isLoopbackHost(host) && !/[a-z0-9-]+\.localhost/.test(host)) return "app";
    if (!config.origins.loopback && isThisMachine.test(host)) return "here";
    return "unknown";
  }

  return {
    ...{ app: "app", links: linksHost === appHost ? "app" : "links", site: "site", here: "here" },
    ...{ customHosts, of, siteSlug },
  };
}

/** Fastify finds routes by the audience of the host, so that a site never answers for the product. */
export const surfaceConstraint = (surfaces: Surfaces) => ({
  name: "surface",
  storage() {
    const handlers = new Map<string, unknown>();
    return {
      get: (surface: string) => handlers.get(surface) ?? null,
      set: (surface: string, handler: unknown) => void handlers.set(surface, handler),
    };
  },
  deriveConstraint: (request: IncomingMessage) => surfaces.of(request.headers.host),
  mustMatchWhenDerived: true,
});
