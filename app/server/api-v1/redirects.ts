import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { addRedirect } from "~/domain/sites/add-redirect.server";
import { listRedirects } from "~/domain/sites/list-redirects.server";
import { removeRedirect } from "~/domain/sites/remove-redirect.server";
import type { SiteRedirect } from "~/domain/sites/site-redirect";
import { publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { namedSite, siteParams } from "./named-site.server";
import { pageOfRows } from "./page-of-rows";

const redirectAnswer = z.object({
  id: shownId("redirect"),
  from: z.string(),
  to: z.string(),
  match: z.enum(["exact", "prefix"]),
  status: z.union([z.literal(301), z.literal(302)]),
  created_at: shownTime,
});

const redirectParams = siteParams.extend({ redirect: idField("redirect") });

const show = (redirect: SiteRedirect) => ({
  id: publicId("redirect", redirect.id),
  from: redirect.source,
  to: redirect.target,
  match: redirect.scope,
  status: redirect.status,
  created_at: time(redirect.createdAt),
});

export const redirects: ApiNoun = {
  name: "Redirects",
  description: "Lead a path of a site elsewhere. A published page always comes before a redirect.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/sites/:site/redirects",
      scope: "sites:read",
      summary: "List the redirects of a site",
      params: siteParams,
      query: listQuery,
      answer: listOf(redirectAnswer),
      status: 200,
      run: async ({ deps, workspaceId, params, query }) => {
        const siteId = await namedSite(deps, workspaceId, params.site);
        const found = await listRedirects(deps, workspaceId, siteId);
        const { rows, nextCursor } = pageOfRows("redirect", found, query);
        return { body: { data: rows.map(show), next_cursor: nextCursor } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/sites/:site/redirects",
      scope: "sites:write",
      summary: "Add a redirect, or replace the one of the same path",
      params: siteParams,
      body: z.strictObject({
        from: z.string().max(400).meta({ example: "/old-page" }),
        to: z.string().max(1000).meta({ example: "/new-page" }),
        match: z.enum(["exact", "prefix"]).default("exact"),
        status: z.union([z.literal(301), z.literal(302)]).default(301),
      }),
      answer: redirectAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const { from, to, match, status } = body;
        const at = { workspaceId, siteId: await namedSite(deps, workspaceId, params.site) };
        const given = { source: from, target: to, scope: match, status };
        return { body: show(await addRedirect(deps, actor, { ...at, ...given })) };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/sites/:site/redirects/:redirect",
      scope: "sites:read",
      summary: "See a redirect",
      params: redirectParams,
      answer: redirectAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "site_redirects", key: { id: params.redirect } }],
      run: async ({ deps, workspaceId, params }) => {
        const siteId = await namedSite(deps, workspaceId, params.site);
        const found = (await listRedirects(deps, workspaceId, siteId)).find(
          ({ id }) => id === params.redirect,
        );
        if (!found) throw new DomainError("not_found", "redirect_not_found", "There is no such redirect.");
        return { body: show(found) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/sites/:site/redirects/:redirect",
      scope: "sites:write",
      summary: "Remove a redirect",
      params: redirectParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        await removeRedirect(deps, actor, {
          workspaceId,
          siteId: await namedSite(deps, workspaceId, params.site),
          redirectId: params.redirect,
        });
        return {};
      },
    }),
  ],
};
