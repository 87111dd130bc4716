import { beforeAll, describe, expect, it } from "vitest";
import { publicId } from "~/lib/ids";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { createPage } from "../pages/create-page.server";
import { getPage } from "../pages/get-page.server";
import { listSections } from "../pages/list-sections.server";
import { notePageClosed, notePageOpen } from "../pages/note-page-open.server";
import { removeSection, restoreSection } from "../pages/remove-section.server";
import { saveSection } from "../pages/save-section.server";
import { updatePage } from "../pages/update-page.server";
import { updateSection } from "../pages/update-section.server";
import { findPublishedPage } from "./find-published-page.server";
import { publishPage } from "./publish-page.server";
import { republishSection } from "./republish-section.server";
import { rollBackPage } from "./roll-back-page.server";
import { unpublishPage } from "./unpublish-page.server";

const instance = useTestInstance();
let shop: TestSite;
let stranger: TestSite;

beforeAll(async () => {
  shop = await makeTestSite(instance().deps);
  stranger = await makeTestSite(instance().deps);
});

const part = (html: string) => htmlToPageDocument({ html }).document;
const keep = (name: string, html: string) =>
  saveSection(instance().deps, shop.owner, { name, document: part(html) });
let count = 0;
const pageWith = (sectionId: string, more = "<h1>Title</h1>") => {
  count += 1;
  const html = `${more}<div data-section="${publicId("section", sectionId)}">as it was</div>`;
  const at = { siteId: shop.site.id, path: `/with-${count}`, title: `With ${count}` };
  return createPage(instance().deps, shop.owner, { ...at, html });
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.code as string,
  );
const publicHtml = async (path: string) =>
  (await findPublishedPage(instance().deps, shop.workspaceId, shop.site.id, path))?.html ?? "";
const listed = async (id: string) =>
  (await listSections(instance().deps, shop.workspaceId)).find((section) => section.id === id);

describe("a saved section", () => {
  it("is edited once and changes on every page that is published again [pages.build]", async () => {
    const { deps } = instance();
    const section = await keep("Speaker", "<section><h2>Ada</h2></section>");
    const [one, two, draft] = [
      await pageWith(section.id),
      await pageWith(section.id),
      await pageWith(section.id),
    ];
    for (const page of [one, two])
      await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    expect(await publicHtml(one.path)).toContain("Ada");
    expect(await publicHtml(one.path)).not.toMatch(/as it was|data-section/);
    await updateSection(deps, shop.owner, {
      sectionId: section.id,
      revision: 1,
      document: part("<section><h2>Grace</h2></section>"),
    });
    expect(await publicHtml(one.path)).toContain("Ada");
    const before = await listed(section.id);
    expect(before?.outOfDate.map(({ pageId }) => pageId).sort()).toEqual([one.id, two.id].sort());
    expect(before?.uses.map(({ pageId }) => pageId)).toContain(draft.id);
    const done = await republishSection(deps, shop.owner, {
      workspaceId: shop.workspaceId,
      sectionId: section.id,
    });
    expect([done.published.length, done.refused]).toEqual([2, []]);
    expect(await publicHtml(two.path)).toContain("Grace");
    expect((await listed(section.id))?.outOfDate).toEqual([]);
    expect((await getPage(deps, shop.workspaceId, one.id)).state).toBe("live");
    expect((await getPage(deps, shop.workspaceId, draft.id)).state).toBe("draft");
  });

  it("brings no unpublished change of the page along", async () => {
    const { deps } = instance();
    const section = await keep("Sponsors", "<section><h2>Old sponsors</h2></section>");
    const page = await pageWith(section.id);
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    const html = `<h1>Not yet public</h1><p data-section="${publicId("section", section.id)}"></p>`;
    await updatePage(deps, shop.owner, { pageId: page.id, html });
    const document = part("<section><h2>New sponsors</h2></section>");
    await updateSection(deps, shop.owner, { sectionId: section.id, revision: 1, document });
    await republishSection(deps, shop.owner, { workspaceId: shop.workspaceId, sectionId: section.id });
    const shown = await publicHtml(page.path);
    expect(shown).toContain("New sponsors");
    expect(shown).not.toContain("Not yet public");
    expect((await getPage(deps, shop.workspaceId, page.id)).state).toBe("changed");
  });

  it("stays as it was on an earlier version that is made public again", async () => {
    const { deps } = instance();
    const section = await keep("Prices", "<section><h2>Ten pounds</h2></section>");
    const page = await pageWith(section.id);
    const { version } = await publishPage(deps, shop.owner, {
      workspaceId: shop.workspaceId,
      pageId: page.id,
    });
    const document = part("<section><h2>Twelve pounds</h2></section>");
    await updateSection(deps, shop.owner, { sectionId: section.id, revision: 1, document });
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    expect(await publicHtml(page.path)).toContain("Twelve");
    await rollBackPage(deps, shop.owner, {
      workspaceId: shop.workspaceId,
      pageId: page.id,
      versionId: version.id,
    });
    expect(await publicHtml(page.path)).toContain("Ten");
    expect((await listed(section.id))?.outOfDate).toHaveLength(1);
    await unpublishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    expect((await listed(section.id))?.outOfDate).toHaveLength(0);
  });

  it("tells which page could not be published again, and why", async () => {
    const { deps } = instance();
    const section = await keep("Ask", "<section><h2>Fine</h2></section>");
    const page = await pageWith(section.id);
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    const form = '<form><label>Your password <input type="password" name="password"></label></form>';
    await updateSection(deps, shop.owner, { sectionId: section.id, revision: 1, document: part(form) });
    const done = await republishSection(deps, shop.owner, {
      workspaceId: shop.workspaceId,
      sectionId: section.id,
    });
    expect(done.published).toEqual([]);
    expect(done.refused[0]?.message).toMatch(/^Not published/);
    expect(await publicHtml(page.path)).toContain("Fine");
  });

  it("goes from the library and stays on the pages that show it", async () => {
    const { deps } = instance();
    const section = await keep("Gone", "<section><h2>Still here</h2></section>");
    const page = await pageWith(section.id);
    await removeSection(deps, shop.owner, { sectionId: section.id });
    expect(await listed(section.id)).toBeUndefined();
    await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
    expect(await publicHtml(page.path)).toContain("Still here");
    await restoreSection(deps, shop.owner, { sectionId: section.id });
    expect((await listed(section.id))?.uses).toHaveLength(1);
  });

  it("is refused without a name, with several parts, over another save, and to strangers", async () => {
    const { deps } = instance();
    expect(await codeOf(keep(" ", "<p>x</p>"))).toBe("page_invalid");
    expect(await codeOf(keep("Two", "<p>x</p><p>y</p>"))).toBe("section_invalid");
    expect(await codeOf(saveSection(deps, shop.owner, { name: "Odd", document: { kind: "mail" } }))).toBe(
      "section_invalid",
    );
    const section = await keep("Mine", "<p>x</p>");
    const change = { sectionId: section.id, revision: 1, name: "Ours" };
    await updateSection(deps, shop.owner, change);
    expect(await codeOf(updateSection(deps, shop.owner, change))).toBe("page_changed");
    expect(await codeOf(updateSection(deps, stranger.owner, { ...change, revision: 2 }))).toBe(
      "section_not_found",
    );
    const theirs = await createPage(deps, stranger.owner, {
      siteId: stranger.site.id,
      path: "/theft",
      title: "Theft",
      html: `<p data-section="${publicId("section", section.id)}">nothing</p>`,
    });
    await publishPage(deps, stranger.owner, { workspaceId: stranger.workspaceId, pageId: theirs.id });
    const seen = await findPublishedPage(deps, stranger.workspaceId, stranger.site.id, "/theft");
    expect(seen?.html).toContain("nothing");
  });
});

describe("two people on one page", () => {
  it("see each other, learn of a save, and are forgotten when they leave or fall silent", async () => {
    const { deps } = instance();
    const page = await createPage(deps, shop.owner, {
      siteId: shop.site.id,
      path: "/together",
      title: "Together",
      html: "<h1>x</h1>",
    });
    const other = { ...shop.owner, accountId: deps.ids.next() };
    const at = { workspaceId: shop.workspaceId, pageId: page.id };
    const [mine, theirs] = [deps.ids.next(), deps.ids.next()];
    expect((await notePageOpen(deps, shop.owner, { ...at, tabId: mine })).others).toEqual([]);
    expect((await notePageOpen(deps, other, { ...at, tabId: theirs })).others).toEqual([
      shop.owner.accountId,
    ]);
    await updatePage(deps, other, { pageId: page.id, revision: 1, html: "<h1>y</h1>" });
    expect(await notePageOpen(deps, shop.owner, { ...at, tabId: mine })).toMatchObject({
      others: [other.accountId],
      revision: 2,
      savedBy: other.accountId,
    });
    await notePageClosed(deps, { ...at, tabId: theirs });
    expect((await notePageOpen(deps, shop.owner, { ...at, tabId: mine })).others).toEqual([]);
    await notePageOpen(deps, other, { ...at, tabId: theirs });
    deps.clock.advance(60_000);
    expect((await notePageOpen(deps, shop.owner, { ...at, tabId: mine })).others).toEqual([]);
    expect(
      await codeOf(
        notePageOpen(deps, stranger.owner, { ...at, workspaceId: stranger.workspaceId, tabId: mine }),
      ),
    ).toBe("page_not_found");
  });
});
