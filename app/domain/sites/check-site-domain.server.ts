import type { Dns } from "~/lib/dns.server";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { saveDomain, selectDomain } from "./domain-queries.server";
import { getSite } from "./find-site.server";
import { configuredDns, lookUpDomain } from "./look-up-domain.server";
import { releaseDomain } from "./release-domain.server";
import { type DomainState, domainGraceMs, isServed, type SiteDomain, tokenText } from "./site-domain";
import { insertHost, selectHostOwner } from "./site-queries.server";
import { warnOfDomain } from "./warn-of-domain.server";

const checker: Actor = { kind: "system", reason: "DNS of the domain was looked up" };

/**
 * Takes the host for a domain whose token was found. Who serves it already keeps it while its own token stands in
 * DNS beside the new one; without that it has lost the domain.
 */
async function claimHost(
  deps: Deps,
  tx: Tx,
  domain: SiteDomain,
  texts: readonly string[],
): Promise<"verified" | "held"> {
  const { workspaceId, siteId } = domain;
  const host = { host: domain.domain, kind: "custom", workspaceId, siteId, at: deps.clock.now() } as const;
  if (!(await insertHost(tx, host))) {
    const owner = await selectHostOwner(tx, domain.domain);
    if (owner?.workspaceId === workspaceId && owner.siteId === siteId) return "verified";
    const other = owner && (await selectDomain(tx, owner.workspaceId, domain.domain));
    if (other && isServed(other) && texts.includes(tokenText(other.token))) return "held";
    if (other) {
      await releaseDomain(deps, tx, other);
      await saveDomain(tx, { ...other, state: "off", failingSince: undefined, trouble: "" });
      await recordChange(deps, tx, checker, other, "off");
      await warnOfDomain(deps, tx, other, "off");
    } else if (owner) await releaseDomain(deps, tx, { ...owner, domain: domain.domain });
    if (!(await insertHost(tx, host))) return "held";
  }
  await announceEdgeChange(deps, tx, { kind: "host", workspaceId, ref: domain.domain });
  return "verified";
}

const recordChange = (deps: Deps, tx: Tx, actor: Actor, domain: SiteDomain, state: DomainState) =>
  recordAudit(deps, tx, {
    workspaceId: domain.workspaceId,
    actor,
    action: `domain:${state}`,
    targetKind: "site",
    targetId: domain.siteId,
    detail: { domain: domain.domain, from: domain.state },
  });

/** The state of a domain whose token is not in DNS. */
function withoutToken(domain: SiteDomain, now: number): Pick<SiteDomain, "state" | "failingSince"> {
  if (domain.state === "verified") return { state: "failing", failingSince: now };
  const since = domain.failingSince ?? now;
  if (domain.state !== "failing") {
    return { state: domain.state === "off" ? "off" : "waiting", failingSince: undefined };
  }
  return now - since >= domainGraceMs
    ? { state: "off", failingSince: undefined }
    : { state: "failing", failingSince: since };
}

export interface CheckedDomain extends SiteDomain {
  /** What stands at the name of its record, where that could be asked. */
  texts?: readonly string[];
}

/** Looks a domain up and moves it on. With look-ups switched off it stays as it is, "not checked". */
export async function checkSiteDomain(
  deps: Deps,
  input: { workspaceId: string; domain: string },
  actor: Actor = checker,
  dns: Dns | undefined = configuredDns(deps),
): Promise<CheckedDomain> {
  const known = await selectDomain(deps.db, input.workspaceId, input.domain);
  if (!known) throw new DomainError("not_found", "domain_not_found", "There is no such domain.");
  if (!dns) return known;
  const site = await getSite(deps.db, known.workspaceId, known.siteId);
  const answers = await lookUpDomain(deps, dns, known, site.slug);
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    const domain = await selectDomain(tx, known.workspaceId, known.domain);
    if (!domain) throw new DomainError("not_found", "domain_not_found", "There is no such domain.");
    if (!answers.asked) {
      const unknown = { ...domain, trouble: answers.trouble, checkedAt: now };
      await saveDomain(tx, unknown);
      return unknown;
    }
    const isProven = answers.texts.includes(tokenText(domain.token));
    const moved = isProven
      ? { state: await claimHost(deps, tx, domain, answers.texts), failingSince: undefined }
      : withoutToken(domain, now);
    const next: SiteDomain = {
      ...domain,
      ...moved,
      address: answers.address,
      trouble: "",
      checkedAt: now,
      verifiedAt: moved.state === "verified" ? (domain.verifiedAt ?? now) : domain.verifiedAt,
    };
    if (isServed(domain) && !isServed(next)) await releaseDomain(deps, tx, domain);
    await saveDomain(tx, next);
    if (next.state !== domain.state) {
      await recordChange(deps, tx, actor, domain, next.state);
      if (next.state === "failing" || next.state === "off") await warnOfDomain(deps, tx, next, next.state);
    }
    return { ...next, texts: answers.texts };
  });
}
