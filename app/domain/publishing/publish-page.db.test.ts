import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import type { DomainError } from "../domain-error";
import { createPage } from "../pages/create-page.server";
import { getPage } from "../pages/get-page.server";
import { restorePage } from "../pages/restore-page.server";
import { updatePage } from "../pages/update-page.server";
import { changeStanding } from "../workspaces/change-standing.server";
import { checkPage } from "./check-page.server";
import { findPublishedPage } from "./find-published-page.server";
import { listVersions } from "./list-versions.server";
import { previewPage } from "./preview-page.server";
import { publishPage } from "./publish-page.server";
import { recheckPublications } from "./recheck-publications.server";
import { removePage } from "./remove-page.server";
import { rollBackPage } from "./roll-back-page.server";
import { unpublishPage } from "./unpublish-page.server";

const instance = useTestInstance();
let shop: TestSite;
let stranger: TestSite;

beforeAll(async () => {
  shop = await makeTestSite(instance().deps);
  stranger = await makeTestSite(instance().deps);
});

const signUp = `<h1>Bread club</h1><form><label>E-mail <input type="email" name="email" required></label>
  <label><input type="checkbox" name="consent_mail"> Write to me about bread</label><button>Join</button></form>`;
const cardForm = `<h1>Pay</h1><form><label>Card number <input name="cardnumber" autocomplete="cc-number"></label>
  <button>Pay</button></form>`;

let count = 0;
async function draft(html: string, at: TestSite = shop, given?: string) {
  count += 1;
  const path = given ?? `/page-${count}`;
  const { deps } = instance();
  const page = await createPage(deps, at.owner, { siteId: at.site.id, path, title: "Bread club", html });
  return { workspaceId: at.workspaceId, pageId: page.id };
}
const served = (at: TestSite, path: string) =>
  findPublishedPage(instance().deps, at.workspaceId, at.site.id, path);
const refusal = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => expect.fail("it was done"),
    (error) => error as DomainError,
  );

describe("publishing a page", () => {
  it("makes what was saved public, frozen, with working forms [pages.build]", async () => {
    const { deps } = instance();
    const input = await draft(signUp, shop, "/bread");
    const result = await publishPage(deps, shop.owner, input);
    expect(result.url).toBe(`http://${shop.site.slug}.localhost:3000/bread`);
    expect(result.version.number).toBe(1);
    const page = await served(shop, "/bread");
    expect(page?.html).toMatch(/<form[^>]+action="\/f\/[0-9a-z]{26}-[0-9a-z]{26}"/);
    expect(page?.csp).toContain("script-src 'self'");
    expect((await getPage(deps, shop.workspaceId, input.pageId)).state).toBe("live");
    await updatePage(deps, shop.owner, { ...input, html: "<h1>Changed</h1>" });
    expect((await getPage(deps, shop.workspaceId, input.pageId)).state).toBe("changed");
    expect((await served(shop, "/bread"))?.html).toContain("Bread club");
  });

  it("shows the privacy notice at every form, and refuses a form without one [pages.notice]", async () => {
    const { deps } = instance();
    await publishPage(deps, shop.owner, await draft(signUp, shop, "/notice"));
    const html = (await served(shop, "/notice"))?.html ?? "";
    for (const words of ["Harbour Bakery Ltd", "privacy@harbour.example", "newsletter", "24 months"]) {
      expect(html).toContain(words);
    }
    const bare = await makeTestSite(deps, { privacy: false });
    const error = await refusal(publishPage(deps, bare.owner, await draft(signUp, bare)));
    expect(error.code).toBe("page_refused");
    expect(error.details.data).toMatchObject({
      findings: [{ rule: "privacy_notice_missing", severity: "block" }],
    });
    await publishPage(deps, bare.owner, await draft("<h1>No form</h1>", bare));
  });

  it("refuses a form that asks for a card number, with rule, evidence and remedy [forms.sensitive] [aup.check]", async () => {
    const { deps } = instance();
    const input = await draft(cardForm, shop, "/pay");
    const error = await refusal(publishPage(deps, shop.owner, input));
    expect([error.kind, error.code]).toEqual(["invalid", "page_refused"]);
    const { findings } = error.details.data as { findings: Record<string, string>[] };
    const [finding] = findings;
    expect(finding?.severity).toBe("block");
    expect(`${finding?.evidence}`).toMatch(/card/i);
    for (const part of ["rule", "message", "evidence", "remedy"]) expect(finding?.[part]).toBeTruthy();
    expect(await served(shop, "/pay")).toBeUndefined();
    expect((await checkPage(deps, shop.workspaceId, input.pageId)).findings).toEqual(findings);
    const kept = await deps.db
      .selectFrom("aup_findings")
      .select("rule")
      .where("workspace_id", "=", shop.workspaceId)
      .where("subject_id", "=", input.pageId)
      .execute();
    expect(kept.map(({ rule }) => rule)).toEqual(findings.map(({ rule }) => rule));
  });

  it("names consent that is forced once", async () => {
    const forced = signUp.replace('type="checkbox"', 'type="checkbox" required');
    const { pageId } = await draft(forced, shop);
    const { notes } = await checkPage(instance().deps, shop.workspaceId, pageId);
    expect(notes.filter(({ id }) => /forced/.test(id)).map(({ id }) => id)).toEqual(["consent_forced"]);
  });

  it("keeps form ids from version to version and goes back to an earlier one", async () => {
    const { deps } = instance();
    const input = await draft(signUp, shop, "/versions");
    await publishPage(deps, shop.owner, input);
    const action = /action="([^"]+)"/.exec((await served(shop, "/versions"))?.html ?? "")?.[1];
    await updatePage(deps, shop.owner, { ...input, html: `<p>second</p>${signUp}` });
    await publishPage(deps, shop.owner, input);
    expect((await served(shop, "/versions"))?.html).toContain(`action="${action}"`);
    const [newest, first] = await listVersions(deps, shop.workspaceId, input.pageId);
    expect([newest?.number, newest?.isLive, first?.number, first?.isLive]).toEqual([2, true, 1, false]);
    const back = await rollBackPage(deps, shop.owner, { ...input, versionId: first?.id ?? "" });
    expect(back.version.number).toBe(3);
    expect((await served(shop, "/versions"))?.html).not.toContain("second");
    expect((await getPage(deps, shop.workspaceId, input.pageId)).state).toBe("changed");
  });

  it("moves with the page's address and never takes one that is in use", async () => {
    const { deps } = instance();
    const input = await draft("<p>mover</p>", shop, "/old");
    await publishPage(deps, shop.owner, input);
    await updatePage(deps, shop.owner, { ...input, path: "/new" });
    const other = await draft("<p>other</p>", shop, "/old");
    expect((await refusal(publishPage(deps, shop.owner, other))).code).toBe("path_in_use");
    await publishPage(deps, shop.owner, input);
    expect((await served(shop, "/new"))?.html).toContain("mover");
    expect(await served(shop, "/old")).toBeUndefined();
    await publishPage(deps, shop.owner, other);
  });

  it("is refused when someone saved meanwhile, and when nothing may be published", async () => {
    const { deps } = instance();
    const input = await draft("<p>x</p>");
    await updatePage(deps, shop.owner, { ...input, title: "Newer" });
    const stale = { ...input, revision: 1 };
    expect((await refusal(publishPage(deps, shop.owner, stale))).code).toBe("page_changed");
    const suspended = await makeTestSite(deps);
    const page = await draft("<p>x</p>", suspended);
    await deps.transact((tx) =>
      changeStanding(
        deps,
        tx,
        { kind: "system", reason: "test" },
        { workspaceId: suspended.workspaceId, standing: "suspended", reason: "phishing" },
      ),
    );
    const error = await refusal(publishPage(deps, suspended.owner, page));
    expect(error.code).toBe("workspace_not_in_good_standing");
  });

  it("is taken back when the rules of today forbid what is public [aup.check]", async () => {
    const { deps } = instance();
    const kept = await draft("<p>fine</p>", shop, "/fine");
    await publishPage(deps, shop.owner, kept);
    const input = await draft("<p>was fine</p>", shop, "/was-fine");
    const { version } = await publishPage(deps, shop.owner, input);
    const { document } = htmlToPageDocument({ html: cardForm });
    await deps.db
      .updateTable("page_versions")
      .set({ document: JSON.stringify(document) })
      .where("workspace_id", "=", shop.workspaceId)
      .where("id", "=", version.id)
      .execute();
    expect(await recheckPublications(deps)).toBe(1);
    expect(await served(shop, "/was-fine")).toBeUndefined();
    expect(await served(shop, "/fine")).toBeDefined();
    expect(await recheckPublications(deps)).toBe(0);
  });

  it("is undone by unpublishing; removing does both and can be undone", async () => {
    const { deps } = instance();
    const input = await draft(signUp, shop, "/short");
    await publishPage(deps, shop.owner, input);
    expect(await unpublishPage(deps, shop.owner, input)).toBe(true);
    expect(await unpublishPage(deps, shop.owner, input)).toBe(false);
    expect(await served(shop, "/short")).toBeUndefined();
    await publishPage(deps, shop.owner, input);
    await removePage(deps, shop.owner, input);
    expect(await served(shop, "/short")).toBeUndefined();
    expect((await restorePage(deps, shop.owner, input)).state).toBe("draft");
  });

  it("is out of reach for other workspaces", async () => {
    const { deps } = instance();
    const input = await draft("<p>mine</p>", shop, "/mine");
    await publishPage(deps, shop.owner, input);
    const foreign = { ...input, workspaceId: stranger.workspaceId };
    expect((await refusal(publishPage(deps, stranger.owner, foreign))).kind).toBe("not_found");
    expect((await refusal(unpublishPage(deps, stranger.owner, foreign))).kind).toBe("not_found");
    expect((await refusal(previewPage(deps, stranger.workspaceId, input.pageId))).kind).toBe("not_found");
    expect(await listVersions(deps, stranger.workspaceId, input.pageId)).toEqual([]);
    expect(await served(stranger, "/mine")).toBeUndefined();
  });

  it("is previewed as it will be, with forms that lead nowhere", async () => {
    const { deps } = instance();
    const input = await draft(signUp);
    const preview = await previewPage(deps, shop.workspaceId, input.pageId);
    expect(preview.html).toContain("Bread club");
    expect(preview.html).not.toContain('action="/f/');
    expect(preview.csp).toMatch(/^sandbox; .*script-src 'none'.*frame-ancestors 'self'/);
  });
});
