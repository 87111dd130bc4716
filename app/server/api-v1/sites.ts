import { z } from "zod";
import { createSite } from "~/domain/sites/create-site.server";
import { getSite, listSites } from "~/domain/sites/find-site.server";
import { listSiteDomains } from "~/domain/sites/list-site-domains.server";
import type { Site } from "~/domain/sites/site";
import { siteHostName } from "~/domain/sites/site-address";
import { isServed, type SiteDomain } from "~/domain/sites/site-domain";
import { updateSite } from "~/domain/sites/update-site.server";
import { publicId } from "~/lib/ids";
import type { ServerDeps } from "../server-deps";
import { idOrNull, listOf, listQuery, optionalId, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { namedSite, siteParams, siteRows } from "./named-site.server";
import { pageOfRows } from "./page-of-rows";

const siteAnswer = z.object({
  id: shownId("site"),
  slug: z.string(),
  name: z.string(),
  language: z.string(),
  domains: z.array(z.string()).meta({ description: "Hosts that serve it, the main one first." }),
  searchable: z.boolean().meta({ description: "False keeps the whole site out of search engines." }),
  missing_page_id: z.string().nullable().meta({ description: "Shown where there is no page." }),
  created_at: shownTime,
});

const show = ({ config, urls }: ServerDeps, site: Site, domains: readonly SiteDomain[]) => {
  const own = domains.filter((domain) => domain.siteId === site.id && isServed(domain));
  const subdomain = site.hasSubdomain ? [`${site.slug}.${config.origins.pagesDomain}`] : [];
  const hosts = [siteHostName(urls, site) ?? [], subdomain, own.map(({ domain }) => domain)].flat();
  return {
    id: publicId("site", site.id),
    slug: site.slug,
    name: site.name,
    language: site.language,
    domains: [...new Set(hosts)],
    searchable: site.searchable,
    missing_page_id: idOrNull("page", site.missingPageId),
    created_at: time(site.createdAt),
  };
};

export const sites: ApiNoun = {
  name: "Sites",
  description: "A site is a host name with the pages below it.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/sites",
      scope: "sites:read",
      summary: "List sites",
      query: listQuery,
      answer: listOf(siteAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const [all, domains] = await Promise.all([
          listSites(deps, workspaceId),
          listSiteDomains(deps, workspaceId),
        ]);
        const { rows, nextCursor } = pageOfRows("site", all, query);
        return { body: { data: rows.map((site) => show(deps, site, domains)), next_cursor: nextCursor } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/sites",
      scope: "sites:write",
      summary: "Make a site",
      body: z.strictObject({
        slug: z.string().max(63),
        name: z.string().max(120),
        language: z.string().default("en"),
      }),
      answer: siteAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, body }) => {
        const site = await createSite(deps, actor, { workspaceId, ...body });
        return { body: show(deps, site, []), location: `/sites/${publicId("site", site.id)}` };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/sites/:site",
      scope: "sites:read",
      summary: "See a site",
      params: siteParams,
      answer: siteAnswer,
      status: 200,
      // Some come and go with what DNS says.
      unversioned: ["domains"],
      rows: async ({ deps, workspaceId, params }) =>
        siteRows(await namedSite(deps, workspaceId, params.site)),
      run: async ({ deps, workspaceId, params }) => {
        const site = await getSite(deps.db, workspaceId, await namedSite(deps, workspaceId, params.site));
        return { body: show(deps, site, await listSiteDomains(deps, workspaceId, site.id)) };
      },
    }),
    apiRoute({
      method: "PATCH",
      path: "/sites/:site",
      scope: "sites:write",
      summary: "Change a site",
      description: "An earlier slug stays the site's and leads to the new one.",
      params: siteParams,
      body: z
        .strictObject({
          slug: z.string().max(63),
          name: z.string().max(120),
          language: z.string().max(12),
          searchable: z.boolean(),
          missing_page_id: optionalId("page"),
        })
        .partial(),
      answer: siteAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const { missing_page_id: missingPageId, ...rest } = body;
        const changes = missingPageId === undefined ? rest : { ...rest, missingPageId };
        const siteId = await namedSite(deps, workspaceId, params.site);
        const site = await updateSite(deps, actor, { workspaceId, siteId, changes });
        return { body: show(deps, site, await listSiteDomains(deps, workspaceId, site.id)) };
      },
    }),
  ],
};
