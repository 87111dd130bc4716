import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite } from "../factories/test-site";
import { useTestApp } from "../http/test-app";
import { type Nginx, runNginx } from "./run-nginx";

const test = useTestApp({
  APP_ORIGIN: "https://app.foyer.example",
  PAGES_DOMAIN: "pages.example.net",
  TRUSTED_PROXIES: "127.0.0.1/32",
});
let nginx: Nginx;

beforeAll(async () => {
  const { app, deps } = test();
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  nginx = await runNginx({ upstream: `127.0.0.1:${port}` });
  const shop = await makeTestSite(deps, { slug: "harbour" });
  const html = "<h1>Fresh bread</h1>";
  const page = await createPage(deps, shop.owner, { siteId: shop.site.id, path: "/", title: "Bread", html });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
});
afterAll(() => nginx?.stop());

/** Where a request without TLS is led. */
const redirect = (host: string, path: string) =>
  new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
    request({ host: "127.0.0.1", port: nginx.httpPort, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve([answer.statusCode, answer.headers.location]);
    })
      .on("error", reject)
      .end();
  });

describe("Foyer behind the nginx.conf of its documentation", () => {
  it("serves sites and the product over https, each under its own name", async () => {
    const page = await nginx.get("harbour.pages.example.net", "/", { "accept-encoding": "identity" });
    expect([page.status, page.certificate.names]).toEqual([200, "DNS:*.pages.example.net"]);
    expect(page.body).toContain("Fresh bread</h1>");
    const again = await nginx.get("harbour.pages.example.net", "/", {
      "if-none-match": String(page.headers.etag),
    });
    expect(again.status).toBe(304);
    const app = await nginx.get("app.foyer.example", "/healthz");
    expect([app.status, app.certificate.names]).toEqual([200, "DNS:app.foyer.example"]);
    expect((await nginx.get("harbour.pages.example.net", "/api/v1/pages")).status).toBe(404);
    expect((await nginx.get("nobody.example", "/")).status).toBe(421);
  });

  it("leads from http to the same address with https", async () => {
    const [status, location] = await redirect("harbour.pages.example.net", "/bread?a=b%20c");
    expect([status, location]).toEqual([308, "https://harbour.pages.example.net/bread?a=b%20c"]);
  });

  it("keeps metrics and the question about certificates to this machine", async () => {
    for (const path of ["/metrics", "/internal/ask?domain=harbour.pages.example.net"])
      expect((await nginx.get("app.foyer.example", path)).status).toBe(404);
  });

  it("tells the visitor's own address, not one that the visitor claims, and the path as it was asked", async () => {
    const { app } = test();
    const seen: unknown[] = [];
    app.server.on("request", ({ url, headers }: IncomingMessage) => {
      if (url?.startsWith("/nothing")) seen.push([url, headers["x-forwarded-for"]]);
    });
    const claimed = { "x-forwarded-for": "198.51.100.7" };
    await nginx.get("harbour.pages.example.net", "/nothing//here%2F?q=%20", claimed);
    expect(seen).toEqual([["/nothing//here%2F?q=%20", "127.0.0.1"]]);
  });
});
