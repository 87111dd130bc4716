import type { Deps } from "../deps";
import { isApex } from "./add-site-domain.server";
import { selectDomains } from "./domain-queries.server";
import { configuredDns, siteAddresses } from "./look-up-domain.server";
import type { Site } from "./site";
import { type DomainRecord, domainRecords, type SiteDomain } from "./site-domain";

export const listSiteDomains = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  siteId?: string,
): Promise<SiteDomain[]> => selectDomains(deps.db, workspaceId, siteId);

export interface ShownDomain extends SiteDomain {
  isApex: boolean;
  /** To be entered at the DNS provider. */
  records: DomainRecord[];
}

/** Domains of a site with the records they need. */
export async function listShownDomains(deps: Deps, site: Site): Promise<ShownDomain[]> {
  const domains = await selectDomains(deps.db, site.workspaceId, site.id);
  const host = `${site.slug}.${deps.config.origins.pagesDomain.replace(/:\d+$/, "")}`;
  const needsAddresses = domains.some(({ domain }) => isApex(domain));
  const addresses = needsAddresses ? await siteAddresses(deps, configuredDns(deps), site.slug) : [];
  return domains.map((domain) => ({
    ...domain,
    isApex: isApex(domain.domain),
    records: domainRecords(domain, { host, addresses, isApex: isApex(domain.domain) }),
  }));
}
