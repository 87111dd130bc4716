import { z } from "zod";
import { createSite } from "~/domain/sites/create-site.server";
import { listSites } from "~/domain/sites/find-site.server";
import type { Site } from "~/domain/sites/site";
import { publicId } from "~/lib/ids";
import type { Urls } from "~/lib/urls";
import { listOf, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const siteAnswer = z.object({
  id: shownId("site"),
  slug: z.string(),
  name: z.string(),
  language: z.string(),
  domains: z.array(z.string()),
  created_at: shownTime,
});

const show = (urls: Urls, site: Site) => ({
  id: publicId("site", site.id),
  slug: site.slug,
  name: site.name,
  language: site.language,
  domains: [new URL(urls.page(site.slug, "/")).host],
  created_at: time(site.createdAt),
});

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
      run: async ({ deps, workspaceId }) => {
        const found = await listSites(deps, workspaceId);
        return { body: { data: found.map((site) => show(deps.urls, site)), next_cursor: null } };
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
        return { body: show(deps.urls, site) };
      },
    }),
  ],
};
