/**
 * waiting: its token is not in DNS yet. verified: served. failing: the token is gone; served until the grace ends.
 * off: the grace ended. held: another workspace serves it, with its own token in DNS.
 */
export const domainStates = ["waiting", "verified", "failing", "off", "held"] as const;
export type DomainState = (typeof domainStates)[number];

/** elsewhere: it leads to other addresses than ours, as it does behind a content network or before a move. */
export type AddressState = "unchecked" | "pass" | "elsewhere" | "fail";

export interface SiteDomain {
  workspaceId: string;
  siteId: string;
  domain: string;
  token: string;
  state: DomainState;
  address: AddressState;
  /** Why the last check found nothing out; empty after one that did. */
  trouble: string;
  checkedAt: number | undefined;
  verifiedAt: number | undefined;
  failingSince: number | undefined;
  createdAt: number;
}

/** How long a domain is served after its token vanished. */
export const domainGraceMs = 3 * 24 * 3_600_000;
export const maxDomains = 50;

/** A domain whose state may change soon is looked up every hour, any other once a day. */
export const isAwaited = (domain: Pick<SiteDomain, "state">): boolean =>
  domain.state !== "verified" && domain.state !== "off";

export const isServed = (domain: Pick<SiteDomain, "state">): boolean =>
  domain.state === "verified" || domain.state === "failing";

/** Others may be led to it only when visitors arrive. */
export const mayBePrimary = (domain: Pick<SiteDomain, "state" | "address">): boolean =>
  isServed(domain) && (domain.address === "pass" || domain.address === "elsewhere");

export interface DomainRecord {
  purpose: "ownership" | "address";
  type: "TXT" | "CNAME" | "A" | "AAAA";
  name: string;
  value: string;
}

export const tokenRecordName = (domain: string): string => `_foyer.${domain}`;
export const tokenText = (token: string): string => `foyer-site=${token}`;

/** What to enter at the domain's DNS provider. An apex takes addresses, since it can have no alias. */
export function domainRecords(
  domain: Pick<SiteDomain, "domain" | "token">,
  on: { host: string; addresses: readonly string[]; isApex: boolean },
): DomainRecord[] {
  const proof: DomainRecord = {
    purpose: "ownership",
    type: "TXT",
    name: tokenRecordName(domain.domain),
    value: tokenText(domain.token),
  };
  if (!on.isApex) {
    return [proof, { purpose: "address", type: "CNAME", name: domain.domain, value: on.host }];
  }
  const addresses = on.addresses.map(
    (value): DomainRecord => ({
      purpose: "address",
      type: value.includes(":") ? "AAAA" : "A",
      name: domain.domain,
      value,
    }),
  );
  return [proof, ...addresses];
}

export type DomainProblem = "shape" | "address" | "suffix" | "ours" | "reserved";

const problems: Record<DomainProblem, string> = {
  shape: "Use a host name such as www.example.com, without https:// and without a path.",
  address: "An IP address cannot be a domain. Use a host name such as www.example.com.",
  suffix: "This is a whole ending, not a domain of yours. Use a host name such as www.example.com.",
  ours: "This name belongs to the platform. Choose a domain of your own.",
  reserved: "This ending is not part of the public internet, so nobody could visit it.",
};

export const domainProblemText = (problem: DomainProblem): string => problems[problem];

const shape = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const notPublic = /(?:^|\.)(?:localhost|local|internal|invalid|onion|home\.arpa)$/;

/** The one spelling of a host name that somebody typed or pasted, or what is wrong with it. */
export function readDomain(
  typed: string,
): { ok: true; domain: string } | { ok: false; problem: DomainProblem } {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\/$/, "")
    .replace(/\.$/, "");
  if (/[\s/?#@:*\\%]/.test(bare) || !URL.canParse(`http://${bare}`)) return { ok: false, problem: "shape" };
  const domain = new URL(`http://${bare}`).hostname;
  if (/^[\d.]+$/.test(domain)) return { ok: false, problem: "address" };
  if (!shape.test(domain)) return { ok: false, problem: "shape" };
  if (notPublic.test(domain)) return { ok: false, problem: "reserved" };
  return { ok: true, domain };
}
