import { randomBytes } from "node:crypto";
import { getDomain } from "tldts";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { insertDomain, selectDomains } from "./domain-queries.server";
import { getSite } from "./find-site.server";
import {
  type DomainProblem,
  domainProblemText,
  maxDomains,
  readDomain,
  type SiteDomain,
} from "./site-domain";

const hostOf = (origin: string): string => new URL(origin).hostname;
const registrable = (host: string) => getDomain(host, { allowPrivateDomains: true });

/** An apex is the registrable domain itself: it can have no alias. */
export const isApex = (domain: string): boolean => registrable(domain) === domain;

/** Names of the platform, and those whose cookies the product would share, are nobody's to claim. */
function isOurs(deps: Pick<Deps, "config">, domain: string): boolean {
  const { app, links, pagesDomain, loopback } = deps.config.origins;
  const pages = pagesDomain.replace(/:\d+$/, "");
  if (domain === pages || domain.endsWith(`.${pages}`)) return true;
  const own = [hostOf(app), hostOf(links)];
  return own.includes(domain) || (!loopback && own.some((host) => registrable(host) === registrable(domain)));
}

function refuse(problem: DomainProblem): DomainError {
  const message = domainProblemText(problem);
  return new DomainError("invalid", "domain_refused", message, { fields: { domain: message } });
}

function requireClaimable(deps: Pick<Deps, "config">, typed: string): string {
  const read = readDomain(typed);
  if (!read.ok) throw refuse(read.problem);
  if (!registrable(read.domain)) throw refuse("suffix");
  if (isOurs(deps, read.domain)) throw refuse("ours");
  return read.domain;
}

/** Claims a domain for a site. Nothing is served under it until the token is found in its DNS. */
export async function addSiteDomain(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string; domain: string },
): Promise<SiteDomain> {
  const { workspaceId, siteId } = input;
  const domain = requireClaimable(deps, input.domain);
  const claim: SiteDomain = {
    workspaceId,
    siteId,
    domain,
    token: randomBytes(20).toString("hex"),
    state: "waiting",
    address: "unchecked",
    trouble: "",
    checkedAt: undefined,
    verifiedAt: undefined,
    failingSince: undefined,
    createdAt: deps.clock.now(),
  };
  return deps.transact(async (tx) => {
    await getSite(tx, workspaceId, siteId);
    if ((await selectDomains(tx, workspaceId)).length >= maxDomains) {
      throw new DomainError("limit", "too_many_domains", `A workspace has at most ${maxDomains} domains.`);
    }
    if (!(await insertDomain(tx, claim))) {
      const message = "This workspace has this domain already.";
      throw new DomainError("conflict", "domain_known", message, { fields: { domain: message } });
    }
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "domain:add",
      targetKind: "site",
      targetId: siteId,
      detail: { domain },
    });
    return claim;
  });
}
