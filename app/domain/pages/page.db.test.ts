import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { createPage } from "./create-page.server";
import { deletePage } from "./delete-page.server";
import { duplicatePage } from "./duplicate-page.server";
import { getPage } from "./get-page.server";
import { listPages } from "./list-pages.server";
import { listRevisions } from "./list-revisions.server";
import { restorePage } from "./restore-page.server";
import { restoreRevision } from "./restore-revision.server";
import { updatePage } from "./update-page.server";

const instance = useTestInstance();
let shop: TestSite;
let stranger: TestSite;

beforeAll(async () => {
  shop = await makeTestSite(instance().deps);
  stranger = await makeTestSite(instance().deps);
});

const hello = "<h1>Hello</h1><script>alert(1)</script>";
let count = 0;
const newPage = (given: { html?: string; path?: string; title?: string } = {}) => {
  count += 1;
  return createPage(instance().deps, shop.owner, {
    siteId: shop.site.id,
    path: given.path ?? `/page-${count}`,
    title: given.title ?? `Page ${count}`,
    html: given.html ?? hello,
  });
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.code as string,
  );

describe("a page", () => {
  it("is made from HTML, which is cleaned and never kept [pages.build]", async () => {
    const page = await newPage();
    expect(page.removed.length).toBeGreaterThan(0);
    const stored = await getPage(instance().deps, shop.workspaceId, page.id);
    expect(JSON.stringify(stored.document)).toContain("Hello");
    expect(JSON.stringify(stored.document)).not.toContain("alert");
    expect([stored.revision, stored.state]).toEqual([1, "draft"]);
  });

  it("is refused without a title, with a bad path, or at a path that is taken", async () => {
    await newPage({ path: "/taken" });
    expect(await codeOf(newPage({ path: "/taken/" }))).toBe("page_path_taken");
    expect(await codeOf(newPage({ path: "/f/x" }))).toBe("page_invalid");
    expect(await codeOf(newPage({ title: "  " }))).toBe("page_invalid");
    const document = { version: 9, kind: "page" };
    const given = { siteId: shop.site.id, path: "/odd", title: "x", document };
    expect(await codeOf(createPage(instance().deps, shop.owner, given))).toBe("page_document_invalid");
  });

  it("is saved only by who saw the last save; the other one learns whose came first", async () => {
    const { deps } = instance();
    const page = await newPage();
    const save = (html: string) =>
      updatePage(deps, shop.owner, { pageId: page.id, revision: page.revision, html });
    const saved = await save("<p>first</p>");
    expect(saved.revision).toBe(2);
    await expect(save("<p>second</p>")).rejects.toMatchObject({
      kind: "conflict",
      code: "page_changed",
      details: { data: { revision: 2, savedBy: shop.owner.accountId, savedAt: deps.clock.now() } },
    });
    const stored = await getPage(deps, shop.workspaceId, page.id);
    expect(JSON.stringify(stored.document)).toContain("first");
  });

  it("keeps its history: bursts leave one entry, at most 50 stay, an earlier one comes back", async () => {
    const { deps } = instance();
    const page = await newPage({ html: "<p>zero</p>" });
    let revision = page.revision;
    const save = async (text: string) => {
      ({ revision } = await updatePage(deps, shop.owner, {
        pageId: page.id,
        revision,
        html: `<p>${text}</p>`,
      }));
    };
    for (const text of ["one", "two", "three"]) await save(text);
    const burst = await listRevisions(deps, shop.workspaceId, page.id);
    expect(burst.map((entry) => entry.revision)).toEqual([4, 1]);
    for (let save_ = 0; save_ < 60; save_ += 1) {
      deps.clock.advance(200_000);
      await save(`text ${save_}`);
    }
    const kept = await listRevisions(deps, shop.workspaceId, page.id);
    expect(kept.length).toBe(50);
    const oldest = kept.at(-1)?.revision ?? 0;
    const back = await restoreRevision(deps, shop.owner, {
      pageId: page.id,
      revision: oldest,
      from: revision,
    });
    expect(JSON.stringify(back.document)).toContain("text 10");
  });

  it("is copied, removed, restored and listed", async () => {
    const { deps } = instance();
    const page = await newPage({ title: "Über 100% Rabatt" });
    const copy = await duplicatePage(deps, shop.owner, { pageId: page.id });
    expect(copy.path).toBe(`${page.path}-copy`);
    await deletePage(deps, shop.owner, { pageId: page.id });
    const listed = await listPages(deps, shop.workspaceId, { q: "100%" });
    expect(listed.pages.map(({ id }) => id)).toEqual([copy.id]);
    const removed = await listPages(deps, shop.workspaceId, { removed: true });
    expect(removed.pages.map(({ id }) => id)).toEqual([page.id]);
    expect(await codeOf(updatePage(deps, shop.owner, { pageId: page.id, title: "x" }))).toBe("page_removed");
    expect((await restorePage(deps, shop.owner, { pageId: page.id })).state).toBe("draft");
  });

  it("is listed in pages", async () => {
    const { deps } = instance();
    const all = await listPages(deps, shop.workspaceId, { limit: 200 });
    const first = await listPages(deps, shop.workspaceId, { limit: 3 });
    const second = await listPages(deps, shop.workspaceId, { limit: 3, cursor: first.nextCursor });
    expect([...first.pages, ...second.pages].map(({ id }) => id)).toEqual(
      all.pages.slice(0, 6).map(({ id }) => id),
    );
  });

  it("is out of reach for members of other workspaces", async () => {
    const { deps } = instance();
    const page = await newPage();
    const input = { pageId: page.id };
    expect(await codeOf(updatePage(deps, stranger.owner, { ...input, title: "Mine" }))).toBe(
      "page_not_found",
    );
    expect(await codeOf(deletePage(deps, stranger.owner, input))).toBe("page_not_found");
    expect(await codeOf(duplicatePage(deps, stranger.owner, input))).toBe("page_not_found");
    const named = { ...input, workspaceId: shop.workspaceId };
    expect(await codeOf(updatePage(deps, stranger.owner, { ...named, title: "Mine" }))).toBe("not_found");
    const elsewhere = { siteId: shop.site.id, path: "/x", title: "x" };
    expect(await codeOf(createPage(deps, stranger.owner, elsewhere))).toBe("site_not_found");
    expect((await getPage(deps, shop.workspaceId, page.id)).title).toBe(page.title);
  });

  it("is read-only while its workspace is being closed", async () => {
    const { deps } = instance();
    const closing = await makeTestSite(deps);
    await deps.db
      .updateTable("workspaces")
      .set({ standing: "closing" })
      .where("id", "=", closing.workspaceId)
      .execute();
    const given = { siteId: closing.site.id, path: "/x", title: "x" };
    expect(await codeOf(createPage(deps, closing.owner, given))).toBe("workspace_read_only");
  });
});
