import type { Dns } from "~/lib/dns.server";
import { createDns } from "~/lib/dns.server";
import type { Deps } from "../deps";
import { type AddressState, type SiteDomain, tokenRecordName } from "./site-domain";

/** What DNS says of a domain, or that it could not be asked. */
export type DomainAnswers =
  | { asked: true; texts: string[]; address: Exclude<AddressState, "unchecked"> }
  | { asked: false; trouble: string };

/** Undefined while look-ups are switched off. */
export const configuredDns = (deps: Pick<Deps, "config">): Dns | undefined =>
  deps.config.dnsChecks ? createDns(deps.config.dns.servers) : undefined;

/** Addresses that a domain has to lead to; empty when they are not known. */
export async function siteAddresses(
  deps: Pick<Deps, "config">,
  dns: Dns | undefined,
  slug: string,
): Promise<readonly string[]> {
  const { siteAddresses: given } = deps.config.dns;
  if (given.length > 0 || !dns) return given;
  const host = `${slug}.${deps.config.origins.pagesDomain.replace(/:\d+$/, "")}`;
  return dns.addresses(host).catch(() => []);
}

function judgeAddresses(found: readonly string[], ours: readonly string[]) {
  if (found.length === 0) return "fail";
  return found.every((address) => ours.includes(address)) ? "pass" : "elsewhere";
}

export async function lookUpDomain(
  deps: Pick<Deps, "config">,
  dns: Dns,
  domain: Pick<SiteDomain, "domain">,
  slug: string,
): Promise<DomainAnswers> {
  try {
    const [texts, found, ours] = await Promise.all([
      dns.texts(tokenRecordName(domain.domain)),
      dns.addresses(domain.domain),
      siteAddresses(deps, dns, slug),
    ]);
    return { asked: true, texts: texts.map((text) => text.trim()), address: judgeAddresses(found, ours) };
  } catch (error) {
    return { asked: false, trouble: (error as NodeJS.ErrnoException).code ?? "no answer" };
  }
}
