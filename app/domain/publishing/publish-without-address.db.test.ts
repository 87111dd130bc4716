import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite } from "~/testing/factories/test-site";
import { createPage } from "../pages/create-page.server";
import { getSite } from "../sites/find-site.server";
import { shownAddress, siteHostName } from "../sites/site-address";
import { updateSite } from "../sites/update-site.server";
import { createPreviewLink } from "./create-preview-link.server";
import { publishPage } from "./publish-page.server";

const instance = useTestInstance();

/** As a site is after its archive was imported without `--serve`. */
async function importedSite() {
  const { deps } = instance();
  const made = await makeTestSite(deps);
  const { workspaceId, site, owner } = made;
  await deps.db.deleteFrom("hosts").where("workspace_id", "=", workspaceId).execute();
  const page = await createPage(deps, owner, {
    siteId: site.id,
    path: "/in",
    title: "In",
    html: "<h1>In</h1>",
  });
  return {
    ...made,
    deps,
    host: async () => siteHostName(deps.urls, await getSite(deps.db, workspaceId, site.id)),
    share: () => createPreviewLink(deps, owner, { workspaceId, pageId: page.id, days: 7 }),
    publish: () => publishPage(deps, owner, { workspaceId, pageId: page.id }),
    take: (slug: string) => updateSite(deps, owner, { workspaceId, siteId: site.id, changes: { slug } }),
  };
}

describe("a site that has no address here yet", () => {
  it("publishes nothing, and is told to take one, instead of being told an address that is not its own", async () => {
    const { deps, workspaceId, site, publish, take } = await importedSite();
    await expect(publish()).rejects.toMatchObject({ kind: "conflict", code: "site_without_address" });
    expect((await take(site.slug)).slug).toBe(site.slug);
    const hosts = await deps.db
      .selectFrom("hosts")
      .select(["host", "kind"])
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(hosts).toEqual([{ host: site.slug, kind: "subdomain" }]);
    expect((await publish()).url).toContain(site.slug);
  });

  it("shows no address and shares no preview before it took one, not even where a domain of its own is served", async () => {
    const { deps, workspaceId, site, host, share, publish, take } = await importedSite();
    const now = deps.clock.now();
    await deps.db
      .insertInto("hosts")
      .values({
        ...{ host: `www.${site.slug}.example`, kind: "custom", workspace_id: workspaceId, site_id: site.id },
        ...{ verified_at: now, created_at: now },
      })
      .execute();
    expect(await host()).toBeUndefined();
    const imported = await getSite(deps.db, workspaceId, site.id);
    expect(shownAddress(deps.urls, imported, "/in")).toBe("/in");
    expect(shownAddress(deps.urls, { ...imported, primaryDomain: "in.example" }, "/in")).toContain(
      "//in.example/in",
    );
    for (const act of [share, publish])
      await expect(act()).rejects.toMatchObject({ code: "site_without_address" });
    expect((await take(site.slug)).hasSubdomain).toBe(true);
    expect(await host()).toBe(`${site.slug}.localhost:3000`);
    expect((await share()).url).toContain(`${site.slug}.localhost:3000/`);
  });

  it("does not get an address that is another site's by now", async () => {
    const { site, take, publish } = await importedSite();
    await makeTestSite(instance().deps, { slug: site.slug.replace("shop", "other") });
    await expect(take(site.slug.replace("shop", "other"))).rejects.toMatchObject({ code: "site_slug_taken" });
    const free = `free-${site.slug}`;
    expect((await take(free)).slug).toBe(free);
    expect((await publish()).url).toContain(free);
  });
});
