import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { addSiteDomain } from "~/domain/sites/add-site-domain.server";
import { checkSiteDomain } from "~/domain/sites/check-site-domain.server";
import { removeSiteDomain } from "~/domain/sites/remove-site-domain.server";
import { tokenText } from "~/domain/sites/site-domain";
import { startDnsServer } from "../dns/dns-server";
import { makeTestSite, type TestSite } from "../factories/test-site";
import { useTestApp } from "../http/test-app";
import { type Caddy, runCaddy } from "./run-caddy";

const dns = await startDnsServer();
const test = useTestApp({
  DNS_CHECKS: "on",
  DNS_SERVERS: dns.address,
  APP_ORIGIN: "https://app.foyer.example",
  PAGES_DOMAIN: "pages.example.net",
  TRUSTED_PROXIES: "127.0.0.1/32",
});
let shop: TestSite;
let caddy: Caddy;
const domain = "www.bread.example";

beforeAll(async () => {
  const { app, deps } = test();
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  caddy = await runCaddy({ upstream: `127.0.0.1:${port}`, appHost: "app.foyer.example" });
  shop = await makeTestSite(deps, { slug: "harbour" });
  const html = "<h1>Fresh bread</h1>";
  const page = await createPage(deps, shop.owner, { siteId: shop.site.id, path: "/", title: "Bread", html });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
  const at = { workspaceId: shop.workspaceId, siteId: shop.site.id };
  const { token } = await addSiteDomain(deps, shop.owner, { ...at, domain });
  dns.zones.set(`_foyer.${domain}`, { txt: [tokenText(token)] });
  dns.zones.set(domain, { a: ["203.0.113.9"] });
  await checkSiteDomain(deps, { workspaceId: shop.workspaceId, domain });
});
afterAll(async () => {
  await caddy.stop();
  dns.close();
});

describe("Foyer behind the Caddyfile of its documentation", () => {
  it("serves a verified domain and a subdomain over https, with certificates made when first asked for", async () => {
    for (const host of [domain, "harbour.pages.example.net"]) {
      const answer = await vi.waitFor(async () => {
        const got = await caddy.get(host, "/", { "accept-encoding": "identity" });
        expect(got.status).toBe(200);
        return got;
      });
      expect(answer.body).toContain("Fresh bread</h1>");
      expect(answer.certificate.names).toBe(`DNS:${host}`);
      expect(answer.certificate.issuer).toMatch(/Caddy Local Authority/);
      expect(answer.headers["strict-transport-security"]).toBeTruthy();
    }
  });

  it("gets no certificate for a host that nobody has verified, and none any more once it is removed", async () => {
    for (const host of ["evil.example", "nobody.pages.example.net", "pages.example.net"])
      await expect(caddy.get(host, "/")).rejects.toThrow(/alert|ECONNRESET|handshake/i);
    const { deps } = test();
    const other = "shop.bread.example";
    const at = { workspaceId: shop.workspaceId, siteId: shop.site.id };
    await addSiteDomain(deps, shop.owner, { ...at, domain: other });
    await expect(caddy.get(other, "/")).rejects.toThrow(/alert|ECONNRESET|handshake/i);
    await removeSiteDomain(deps, shop.owner, { ...at, domain: other });
  });

  it("keeps the product to its own host, and the question about certificates to this machine", async () => {
    const app = await caddy.get("app.foyer.example", "/healthz");
    expect(app.status).toBe(200);
    expect(app.certificate.names).toBe("DNS:app.foyer.example");
    const ask = `/internal/ask?domain=${domain}`;
    expect((await caddy.get("app.foyer.example", ask)).status).toBe(404);
    expect((await caddy.get(domain, "/api/v1/pages")).status).toBe(404);
  });

  it("tells the visitor's own address, not one that the visitor claims", async () => {
    const { app } = test();
    const seen: unknown[] = [];
    app.server.on("request", ({ url, headers }: IncomingMessage) => {
      if (url === "/nothing-here") seen.push(headers["x-forwarded-for"]);
    });
    await caddy.get(domain, "/nothing-here", { "x-forwarded-for": "198.51.100.7" });
    expect(seen).toEqual(["127.0.0.1"]);
  });
});
