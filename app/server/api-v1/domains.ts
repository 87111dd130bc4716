import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { addSiteDomain } from "~/domain/sites/add-site-domain.server";
import { checkSiteDomain } from "~/domain/sites/check-site-domain.server";
import { getSite } from "~/domain/sites/find-site.server";
import { listShownDomains, type ShownDomain } from "~/domain/sites/list-site-domains.server";
import { removeSiteDomain } from "~/domain/sites/remove-site-domain.server";
import { setPrimaryDomain } from "~/domain/sites/set-primary-domain.server";
import type { Site } from "~/domain/sites/site";
import { domainStates } from "~/domain/sites/site-domain";
import type { ServerDeps } from "../server-deps";
import { listOf, listQuery, shownTime, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { namedSite, siteParams, siteRows } from "./named-site.server";

const domainAnswer = z.object({
  domain: z.string(),
  state: z.enum(domainStates),
  points: z.enum(["unchecked", "pass", "elsewhere", "fail"]).meta({
    description: "Where its addresses lead: here (pass), elsewhere, or nowhere (fail).",
  }),
  primary: z.boolean().meta({ description: "The site's other hosts lead to it." }),
  records: z.array(z.object({ type: z.string(), name: z.string(), value: z.string() })).meta({
    description: "To be entered at the DNS provider.",
  }),
  checked_at: shownTime.nullable(),
});

const domainParams = siteParams.extend({ domain: z.string().max(253) });

const show = (site: Site, domain: ShownDomain) => ({
  domain: domain.domain,
  state: domain.state,
  points: domain.address,
  primary: domain.domain === site.primaryDomain,
  records: domain.records.map(({ type, name, value }) => ({ type, name, value })),
  checked_at: timeOrNull(domain.checkedAt),
});

async function shown(deps: ServerDeps, workspaceId: string, siteId: string, domain: string) {
  const site = await getSite(deps.db, workspaceId, siteId);
  const found = (await listShownDomains(deps, site)).find((each) => each.domain === domain);
  if (!found) throw new DomainError("not_found", "domain_not_found", "There is no such domain.");
  return show(site, found);
}

export const domains: ApiNoun = {
  name: "Domains",
  description: "A host name of your own. It is served from when its token is found in DNS.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/sites/:site/domains",
      scope: "sites:read",
      summary: "List the domains of a site with the records they need",
      params: siteParams,
      query: listQuery,
      answer: listOf(domainAnswer),
      status: 200,
      run: async ({ deps, workspaceId, params }) => {
        const site = await getSite(deps.db, workspaceId, await namedSite(deps, workspaceId, params.site));
        const found = await listShownDomains(deps, site);
        return { body: { data: found.map((domain) => show(site, domain)), next_cursor: null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/sites/:site/domains",
      scope: "sites:write",
      summary: "Add a domain",
      params: siteParams,
      body: z.strictObject({ domain: z.string().max(300) }),
      answer: domainAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const siteId = await namedSite(deps, workspaceId, params.site);
        const added = await addSiteDomain(deps, actor, { workspaceId, siteId, ...body });
        return { body: await shown(deps, workspaceId, siteId, added.domain) };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/sites/:site/domains/:domain/check",
      scope: "sites:write",
      summary: "Look a domain up in DNS now",
      description: "Changes nothing while the operator has DNS look-ups switched off.",
      params: domainParams,
      answer: domainAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params }) => {
        await namedSite(deps, workspaceId, params.site);
        const { domain, siteId } = await checkSiteDomain(deps, { workspaceId, domain: params.domain }, actor);
        return { body: await shown(deps, workspaceId, siteId, domain) };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/sites/:site/domains/:domain",
      scope: "sites:read",
      summary: "See a domain with the records it needs",
      params: domainParams,
      answer: domainAnswer,
      status: 200,
      unversioned: ["state", "points", "records", "checked_at"],
      rows: async ({ deps, workspaceId, params }) => [
        ...siteRows(await namedSite(deps, workspaceId, params.site)),
        { table: "site_domains", key: { domain: params.domain } },
      ],
      run: async ({ deps, workspaceId, params }) => {
        const siteId = await namedSite(deps, workspaceId, params.site);
        return { body: await shown(deps, workspaceId, siteId, params.domain) };
      },
    }),
    apiRoute({
      method: "PATCH",
      path: "/sites/:site/domains/:domain",
      scope: "sites:write",
      summary: "Make a domain the one that the others lead to, or no longer",
      params: domainParams,
      body: z.strictObject({ primary: z.boolean() }),
      answer: domainAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const { domain } = params;
        const siteId = await namedSite(deps, workspaceId, params.site);
        const site = await getSite(deps.db, workspaceId, siteId);
        if (body.primary || site.primaryDomain === domain) {
          await setPrimaryDomain(deps, actor, { workspaceId, siteId, domain: body.primary ? domain : "" });
        }
        return { body: await shown(deps, workspaceId, siteId, domain) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/sites/:site/domains/:domain",
      scope: "sites:write",
      summary: "Give a domain up",
      params: domainParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        const siteId = await namedSite(deps, workspaceId, params.site);
        await removeSiteDomain(deps, actor, { workspaceId, siteId, domain: params.domain });
        return {};
      },
    }),
  ],
};
