import { describe, expect, it } from "vitest";
import { suspendWorkspace } from "~/domain/acceptable-use/suspend-workspace.server";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { buildApp } from "~/server/app.server";
import { makeTestSite } from "../factories/test-site";
import { type TestApp, useTestApp } from "../http/test-app";
import { over, seeing } from "./without";

const app = useTestApp();

/** What visitors of a suspended workspace's page get. */
async function servedWhileSuspended(deps: TestApp["deps"], slug: string): Promise<number> {
  const { workspaceId, site, owner } = await makeTestSite(app().deps, { slug });
  const page = await createPage(app().deps, owner, {
    siteId: site.id,
    path: "/offer",
    title: "Offer",
    html: "<h1>Offer</h1>",
  });
  await publishPage(app().deps, owner, { workspaceId, pageId: page.id });
  const server = await buildApp(deps);
  try {
    const visit = () => server.inject({ url: "/offer", headers: { host: `${slug}.localhost:3000` } });
    expect((await visit()).statusCode).toBe(200);
    await suspendWorkspace(
      app().deps,
      { kind: "staff", accountId: owner.accountId },
      { workspaceId, rule: "phishing", reason: "It asks for passwords of a bank." },
    );
    app().deps.clock.advance(2000);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return (await visit()).statusCode;
  } finally {
    await server.close();
  }
}

describe("the pages of a suspended workspace [aup.suspend]", () => {
  it("are closed within two seconds", async () => {
    expect(await servedWhileSuspended(app().deps, "closed-shop")).toBe(451);
  });

  it("would stay open if nobody looked at its standing", async () => {
    const blind = over(app().deps, seeing("standing", "good"));
    expect(await servedWhileSuspended(blind, "open-shop")).toBe(200);
  });
});
