/** Every address of the product is made here; domain code never concatenates one. */
export interface Urls {
  app(path: string): string;
  /** Links in mail: /u, /preferences, /confirm, /o, /c, /d. */
  link(path: string): string;
  /** The public address of a page of a site; `host` for a custom domain. */
  page(siteSlug: string, path: string, host?: string): string;
}

export interface Origins {
  app: string;
  links: string;
  pagesDomain: string;
  pagesScheme: "http" | "https";
}

export function createUrls(origins: Origins): Urls {
  return {
    app: (path) => `${origins.app}${path}`,
    link: (path) => `${origins.links}${path}`,
    page: (siteSlug, path, host) =>
      `${origins.pagesScheme}://${host ?? `${siteSlug}.${origins.pagesDomain}`}${path}`,
  };
}
