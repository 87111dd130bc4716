import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { recipientToken } from "~/domain/suppression/recipient-token.server";
import { makeTestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
const ask = (url: string, headers: Record<string, string>, method: "GET" | "POST" = "GET") =>
  test().app.inject({ method, url, headers: { host: "localhost:3000", ...headers } });

const person = { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "ar,en;q=0.5" };
const arabicPage = /<html lang="ar" dir="rtl">/;

describe("a person whom no page answers reads a page in their language, where a program gets its own kind of answer", () => {
  it("for a name that nobody serves here", async () => {
    const page = await ask("/", { ...person, host: "bank.example" });
    expect([page.statusCode, page.headers["content-type"]]).toEqual([421, "text/html; charset=utf-8"]);
    expect(page.body).toMatch(arabicPage);
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    const program = await ask("/", { host: "bank.example", accept: "*/*" });
    expect([program.statusCode, program.headers["content-type"]]).toEqual([421, "text/plain"]);
  });

  it("for a site that nobody has, and for what the product does not have", async () => {
    for (const [host, url] of [
      ["nobody.localhost:3000", "/"],
      ["nobody.localhost:3000", "/consent"],
      ["localhost:3000", "/o/a/b/c"],
    ] as const) {
      const page = await ask(url, { ...person, host });
      expect([url, page.statusCode]).toEqual([url, 404]);
      expect(page.body).toMatch(arabicPage);
      expect(page.body).not.toContain("<a ");
    }
    expect((await ask("/o/a/b/c", {})).json().code).toBe("not_found");
  });

  it("for the question about services on a site that is suspended", async () => {
    const { deps } = test();
    const { site, workspaceId } = await makeTestSite(deps);
    await deps.db
      .updateTable("workspaces")
      .set({ standing: "suspended" })
      .where("id", "=", workspaceId)
      .execute();
    const page = await ask("/consent", { ...person, host: `${site.slug}.localhost:3000` });
    expect(page.statusCode).toBe(451);
    expect(page.body).toContain("This page is not available");
  });

  it("with a way to the start page of the site only where it has one", async () => {
    const { deps } = test();
    const { site, owner, workspaceId } = await makeTestSite(deps);
    const lost = async () => (await ask("/lost", { ...person, host: `${site.slug}.localhost:3000` })).body;
    expect(await lost()).not.toContain('href="/"');
    const start = { siteId: site.id, path: "/", title: "Start", html: "<h1>Start</h1>" };
    const { id } = await createPage(deps, owner, start);
    await publishPage(deps, owner, { workspaceId, pageId: id });
    test().app.hostedPages.cache.forgetAll();
    expect(await lost()).toContain('href="/"');
  });

  it("for an address that is longer than any", async () => {
    await test().app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = test().app.server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/${"x".repeat(20_000)}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([431, "text/plain; charset=utf-8"]);
    expect(await answer.text()).toBe("This address, or what the browser sends with it, is too long.");
  });

  it("for an address that cannot be read", async () => {
    for (const host of ["localhost:3000", "demo.localhost:3000"]) {
      const page = await ask("/%zz", { ...person, host });
      expect(page.statusCode).toBe(400);
      expect(page.body).toMatch(arabicPage);
      expect((await ask("/%zz", { host })).json().code).toBe("address_malformed");
    }
    const control = await ask("/a%00b", { ...person, host: "demo.localhost:3000" });
    expect(control.statusCode).toBe(400);
    expect(control.body).toMatch(arabicPage);
  });

  it("while the database is away, at the links of a letter", async () => {
    const { deps } = test();
    const { workspaceId } = await makeTestSite(deps);
    const recipient = { workspaceId, topicId: "", addressHash: "ab".repeat(16), deliveryId: "" };
    const away = vi.spyOn(deps.db, "selectFrom").mockImplementation(() => {
      throw Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    });
    try {
      for (const [url, method] of [
        [`/u/${recipientToken(deps, "unsubscribe", recipient)}`, "GET"],
        [`/preferences/${recipientToken(deps, "preferences", recipient)}`, "GET"],
        [`/preferences/${recipientToken(deps, "preferences", recipient)}`, "POST"],
      ] as const) {
        const page = await ask(url, person, method);
        expect([page.statusCode, page.headers["retry-after"]]).toEqual([503, "5"]);
        expect(page.body).toMatch(arabicPage);
        expect((await ask(url, {}, method)).json().code).toBe("storage_unavailable");
      }
    } finally {
      away.mockRestore();
    }
  });
});
