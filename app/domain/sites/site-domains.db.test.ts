import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestInstance, type TestInstance } from "~/testing/db/test-deps";
import { type DnsServer, startDnsServer } from "~/testing/dns/dns-server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { addAccount } from "../accounts/create-account.server";
import type { DomainError } from "../domain-error";
import { addSiteDomain } from "./add-site-domain.server";
import { checkSiteDomain } from "./check-site-domain.server";
import { checkSiteDomainsAgain } from "./check-site-domains-again.server";
import { findSiteByHost, getSite, listCustomHosts } from "./find-site.server";
import { listShownDomains, listSiteDomains } from "./list-site-domains.server";
import { mayHaveCertificate } from "./may-have-certificate.server";
import { removeSiteDomain } from "./remove-site-domain.server";
import { setPrimaryDomain } from "./set-primary-domain.server";
import { domainGraceMs, tokenText } from "./site-domain";

let dns: DnsServer;
let instance: TestInstance;
let shop: TestSite;
let stranger: TestSite;
let count = 0;
const hour = 3_600_000;
const ours = "203.0.113.9";

beforeAll(async () => {
  dns = await startDnsServer();
  instance = await openTestInstance({
    DNS_CHECKS: "on",
    DNS_SERVERS: dns.address,
    APP_ORIGIN: "https://app.foyer.example",
    PAGES_DOMAIN: "pages.example.net",
  });
  shop = await makeTestSite(instance.deps, { slug: "harbour" });
  stranger = await makeTestSite(instance.deps, { slug: "quay" });
  await addAdmin();
}, 60_000);
afterAll(async () => {
  await instance.close();
  await dns.close();
});
beforeEach(() => {
  dns.zones.clear();
  dns.zones.set("harbour.pages.example.net", { a: [ours] });
  dns.zones.set("quay.pages.example.net", { a: [ours] });
});

const add = (at: TestSite, domain: string) =>
  addSiteDomain(instance.deps, at.owner, { workspaceId: at.workspaceId, siteId: at.site.id, domain });
const check = (at: TestSite, domain: string) =>
  checkSiteDomain(instance.deps, { workspaceId: at.workspaceId, domain });
const input = (at: TestSite, domain: string) => ({ workspaceId: at.workspaceId, siteId: at.site.id, domain });
const prove = (domain: string, ...tokens: string[]) =>
  dns.zones.set(`_foyer.${domain}`, { txt: ["v=other", ...tokens.map(tokenText)] });
const refusal = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => expect.fail("it was done"),
    (error) => error as DomainError,
  );
async function verified(at: TestSite) {
  count += 1;
  const domain = `www.shop-${count}.example`;
  const { token } = await add(at, domain);
  prove(domain, token);
  dns.zones.set(domain, { cname: `${at.site.slug}.pages.example.net` });
  expect((await check(at, domain)).state).toBe("verified");
  return { domain, token };
}
const lettersAbout = async (domain: string) => {
  const rows = await instance.deps.db.selectFrom("mail_messages").select(["subject", "to_address"]).execute();
  return rows
    .filter(({ subject }) => subject.includes(domain))
    .map((row) => `${row.to_address}: ${row.subject}`);
};

/** Somebody with a mailbox who looks after the shop's workspace. */
async function addAdmin(): Promise<void> {
  const { deps } = instance;
  const accountId = await deps.transact((tx) =>
    addAccount(deps, tx, {
      email: "ada@harbour.example",
      name: "Ada",
      passwordHash: "",
      confirmed: true,
      isOperator: false,
    }),
  );
  const row = { workspace_id: shop.workspaceId, account_id: accountId ?? "", role: "admin", created_at: 1 };
  await deps.db.insertInto("memberships").values(row).execute();
}

describe("a custom domain", () => {
  it("is served only after its token was found in its DNS", async () => {
    const { deps } = instance;
    const domain = "www.first.example";
    const { token, state } = await add(shop, domain);
    expect([state, token.length]).toEqual(["waiting", 40]);
    expect(await findSiteByHost(deps, domain)).toBeUndefined();
    expect(await check(shop, domain)).toMatchObject({ state: "waiting", texts: [] });
    dns.zones.set(`_foyer.${domain}`, { txt: ["foyer-site=mistyped"] });
    expect((await check(shop, domain)).texts, "so that the slip can be shown").toEqual([
      "foyer-site=mistyped",
    ]);
    dns.zones.set(domain, { cname: "harbour.pages.example.net" });
    expect(await check(shop, domain)).toMatchObject({ state: "waiting", address: "pass" });
    expect(await findSiteByHost(deps, domain)).toBeUndefined();
    prove(domain, token);
    expect(await check(shop, domain)).toMatchObject({ state: "verified", address: "pass", trouble: "" });
    expect(await findSiteByHost(deps, domain)).toMatchObject({ siteId: shop.site.id, kind: "custom" });
    expect(await listCustomHosts(deps)).toContain(domain);
  });

  it("shows the records to copy: an alias, or addresses for an apex", async () => {
    const { deps } = instance;
    await add(shop, "apex-shop.example");
    const site = await getSite(deps.db, shop.workspaceId, shop.site.id);
    const shown = await listShownDomains(deps, site);
    const apex = shown.find(({ domain }) => domain === "apex-shop.example");
    expect(apex?.isApex).toBe(true);
    expect(apex?.records.map(({ type, value }) => [type, value])).toContainEqual(["A", ours]);
    const alias = shown.find(({ domain }) => domain === "www.first.example");
    expect(alias?.records.map(({ type, value }) => [type, value])).toContainEqual([
      "CNAME",
      "harbour.pages.example.net",
    ]);
  });

  it("says whether visitors arrive: here, elsewhere or nowhere", async () => {
    const { domain } = await verified(shop);
    dns.zones.set(domain, { a: [ours, "198.51.100.4"], aaaa: ["2001:db8::4"] });
    expect((await check(shop, domain)).address).toBe("elsewhere");
    dns.zones.delete(domain);
    expect(await check(shop, domain)).toMatchObject({ state: "verified", address: "fail" });
  });

  it("belongs to one workspace: a dangling alias is worth nothing without the token", async () => {
    const { deps } = instance;
    const { domain } = await verified(shop);
    const claim = await add(stranger, domain);
    dns.zones.set(domain, { cname: "quay.pages.example.net" });
    expect((await check(stranger, domain)).state).toBe("waiting");
    const { token } = claim;
    const [mine] = (await listSiteDomains(deps, shop.workspaceId)).filter((each) => each.domain === domain);
    prove(domain, mine?.token ?? "", token);
    expect((await check(stranger, domain)).state).toBe("held");
    expect((await findSiteByHost(deps, domain))?.workspaceId).toBe(shop.workspaceId);
    expect((await check(shop, domain)).state).toBe("verified");
  });

  it("goes over to whoever owns its DNS now, and the one before is told", async () => {
    const { deps } = instance;
    const { domain } = await verified(shop);
    await setPrimaryDomain(deps, shop.owner, input(shop, domain));
    const { token } = await add(stranger, domain);
    dns.zones.set(`_foyer.${domain}`, { broken: true });
    expect((await check(shop, domain)).trouble).not.toBe("");
    prove(domain, token);
    expect((await check(stranger, domain)).state).toBe("verified");
    const [lost] = (await listSiteDomains(deps, shop.workspaceId)).filter((each) => each.domain === domain);
    expect(lost).toMatchObject({ state: "off", trouble: "" });
    expect((await findSiteByHost(deps, domain))?.workspaceId).toBe(stranger.workspaceId);
    expect((await getSite(deps.db, shop.workspaceId, shop.site.id)).primaryDomain).toBe("");
    expect((await check(shop, domain)).state).toBe("off");
    expect((await findSiteByHost(deps, domain))?.workspaceId).toBe(stranger.workspaceId);
  });

  it("is served for three days after its token vanished, with a warning, then no more", async () => {
    const { deps } = instance;
    const { domain, token } = await verified(shop);
    await setPrimaryDomain(deps, shop.owner, input(shop, domain));
    dns.zones.delete(`_foyer.${domain}`);
    expect((await check(shop, domain)).state).toBe("failing");
    deps.clock.advance(domainGraceMs - hour);
    expect((await check(shop, domain)).state).toBe("failing");
    expect(await findSiteByHost(deps, domain)).toBeDefined();
    deps.clock.advance(2 * hour);
    expect((await check(shop, domain)).state).toBe("off");
    expect(await findSiteByHost(deps, domain)).toBeUndefined();
    expect((await getSite(deps.db, shop.workspaceId, shop.site.id)).primaryDomain).toBe("");
    expect((await lettersAbout(domain)).sort()).toEqual([
      `ada@harbour.example: ${domain} is about to go offline`,
      `ada@harbour.example: ${domain} is no longer served`,
    ]);
    prove(domain, token);
    expect((await check(shop, domain)).state).toBe("verified");
    expect(await findSiteByHost(deps, domain)).toBeDefined();
  });

  it("is not taken off because a name server is broken", async () => {
    const { deps } = instance;
    const { domain } = await verified(shop);
    dns.zones.set(`_foyer.${domain}`, { broken: true });
    deps.clock.advance(domainGraceMs * 2);
    const looked = await check(shop, domain);
    expect([looked.state, looked.trouble]).toEqual(["verified", "ESERVFAIL"]);
    expect(await findSiteByHost(deps, domain)).toBeDefined();
  });

  it("is looked at once a day by itself, hourly while it waits or fails", async () => {
    const { deps } = instance;
    const { domain } = await verified(shop);
    await checkSiteDomainsAgain(deps);
    deps.clock.advance(2 * hour);
    dns.zones.delete(`_foyer.${domain}`);
    await checkSiteDomainsAgain(deps);
    const state = async () =>
      (await listSiteDomains(deps, shop.workspaceId)).find((each) => each.domain === domain)?.state;
    expect(await state()).toBe("verified");
    deps.clock.advance(23 * hour);
    await checkSiteDomainsAgain(deps);
    expect(await state()).toBe("failing");
    expect(await checkSiteDomainsAgain(deps)).toBe(0);
    deps.clock.advance(domainGraceMs + hour);
    await checkSiteDomainsAgain(deps);
    expect(await state()).toBe("off");
  });

  it("is free for others once it was removed, and asks for a new token when it comes back", async () => {
    const { deps } = instance;
    const { domain, token } = await verified(shop);
    await removeSiteDomain(deps, shop.owner, input(shop, domain));
    expect(await findSiteByHost(deps, domain)).toBeUndefined();
    expect((await refusal(check(shop, domain))).kind).toBe("not_found");
    const again = await add(shop, domain);
    expect(again.token).not.toBe(token);
    expect((await check(shop, domain)).state).toBe("waiting");
  });

  it("may have a certificate only while it is verified", async () => {
    const { deps } = instance;
    const { domain } = await verified(shop);
    for (const host of ["app.foyer.example", "harbour.pages.example.net", domain, domain.toUpperCase()]) {
      expect([host, await mayHaveCertificate(deps, host)]).toEqual([host, true]);
    }
    await add(shop, "www.unproven.example");
    for (const host of [
      "www.unproven.example",
      "nobody.pages.example.net",
      "a.harbour.pages.example.net",
      "harbour",
      "",
      "evil.example",
      `${domain}.`,
      `x.${domain}`,
      "127.0.0.1",
    ]) {
      expect([host, await mayHaveCertificate(deps, host)]).toEqual([host, false]);
    }
    await removeSiteDomain(deps, shop.owner, input(shop, domain));
    expect(await mayHaveCertificate(deps, domain)).toBe(false);
  });

  it("is refused when it is not the customer's to claim", async () => {
    for (const domain of [
      "app.foyer.example",
      "foyer.example",
      "www.foyer.example",
      "quay.pages.example.net",
      "pages.example.net",
      "co.uk",
      "203.0.113.7",
      "not a name",
      "",
    ]) {
      const error = await refusal(add(shop, domain));
      expect([domain, error.kind, Boolean(error.details.fields?.domain)]).toEqual([domain, "invalid", true]);
    }
    const { domain } = await verified(shop);
    expect((await refusal(add(shop, domain))).code).toBe("domain_known");
  });

  it("leads others to itself only when visitors arrive there", async () => {
    const { deps } = instance;
    await add(shop, "www.early.example");
    const early = await refusal(setPrimaryDomain(deps, shop.owner, input(shop, "www.early.example")));
    expect(early.code).toBe("domain_not_ready");
    const { domain } = await verified(shop);
    await setPrimaryDomain(deps, shop.owner, input(shop, domain));
    expect((await findSiteByHost(deps, "harbour"))?.primaryDomain).toBe(domain);
    await setPrimaryDomain(deps, shop.owner, input(shop, ""));
    expect((await findSiteByHost(deps, "harbour"))?.primaryDomain).toBe("");
  });

  it("is out of reach for other workspaces", async () => {
    const { deps } = instance;
    const { domain } = await verified(shop);
    expect((await refusal(check(stranger, domain))).kind).toBe("not_found");
    expect((await refusal(removeSiteDomain(deps, stranger.owner, input(stranger, domain)))).kind).toBe(
      "not_found",
    );
    const foreign = { ...input(shop, domain), siteId: stranger.site.id };
    expect((await refusal(removeSiteDomain(deps, shop.owner, foreign))).kind).toBe("not_found");
    expect((await refusal(setPrimaryDomain(deps, stranger.owner, input(stranger, domain)))).kind).toBe(
      "not_found",
    );
  });
});
