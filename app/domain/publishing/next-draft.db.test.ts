import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import type { Actor } from "../actor";
import type { DomainError } from "../domain-error";
import { createJobRunner } from "../jobs/job-runner.server";
import { createPage } from "../pages/create-page.server";
import { getPage } from "../pages/get-page.server";
import { updatePage } from "../pages/update-page.server";
import { checkPage } from "./check-page.server";
import { findPublishedPage } from "./find-published-page.server";
import { listNextDrafts } from "./list-next-drafts.server";
import { listSchedules } from "./list-schedules.server";
import { listVersions } from "./list-versions.server";
import { publishPage } from "./publish-page.server";
import { publishingJobs } from "./publishing-jobs.server";
import { rollBackPage } from "./roll-back-page.server";
import { schedulePage } from "./schedule-page.server";
import { unpublishPage } from "./unpublish-page.server";

const instance = useTestInstance();
let shop: TestSite;
let count = 0;

beforeAll(async () => {
  shop = await makeTestSite(instance().deps);
});

const formTo = (path: string) =>
  `<h1>Club</h1><form data-next-path="${path}"><label>E-mail <input type="email" name="email" required></label><button>Join</button></form>`;
const cardForm =
  '<form><label>Card number <input name="cardnumber" autocomplete="cc-number"></label><button>Pay</button></form>';

async function draft(path: string, html: string) {
  const { deps } = instance();
  const title = `Page ${path}`;
  const page = await createPage(deps, shop.owner, { siteId: shop.site.id, path, title, html });
  return { workspaceId: shop.workspaceId, pageId: page.id };
}
async function pair(thanks = "<h1>Thank you</h1>") {
  count += 1;
  const [path, next] = [`/club-${count}`, `/club-${count}-thanks`];
  return { path, next, page: await draft(path, formTo(next)), after: await draft(next, thanks) };
}
const served = async (path: string) =>
  (await findPublishedPage(instance().deps, shop.workspaceId, shop.site.id, path))?.html;
const refusal = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => expect.fail("it was done"),
    (error) => error as DomainError,
  );

describe("a page after sending that has never been public", () => {
  it("goes public with the page whose form leads to it, in one act [pages.build]", async () => {
    const { deps } = instance();
    const { path, next, page, after } = await pair();
    const drafts = await listNextDrafts(deps, shop.workspaceId, page.pageId);
    expect(drafts.map(({ id }) => id)).toEqual([after.pageId]);
    const result = await publishPage(deps, shop.owner, page);
    expect(result.alsoPublished).toMatchObject([
      { pageId: after.pageId, title: `Page ${next}`, version: { number: 1 } },
    ]);
    expect(await served(path)).toContain("Club");
    expect(await served(next)).toContain("Thank you");
    expect((await getPage(deps, shop.workspaceId, after.pageId)).state).toBe("live");
    expect(await listNextDrafts(deps, shop.workspaceId, page.pageId)).toEqual([]);
  });

  it("is told of by the check, with what speaks against it, and not as a door that is closed", async () => {
    const { deps } = instance();
    const { next, page, after } = await pair(cardForm);
    const checks = await checkPage(deps, shop.workspaceId, page.pageId);
    expect(checks.notes.map(({ id }) => id)).not.toContain("link_to_draft");
    expect(checks.next).toMatchObject([{ pageId: after.pageId, path: next }]);
    expect(checks.next[0]?.notes.some(({ weight }) => weight === "block")).toBe(true);
    const back = await pair(`<h1>Thank you</h1><a href="/club-${count + 1}">Back to the club</a>`);
    const [seen] = (await checkPage(deps, shop.workspaceId, back.page.pageId)).next;
    expect(seen?.notes.map(({ id }) => id)).not.toContain("link_to_draft");
  });

  it("stops both where it may not be public, and names itself [aup.check]", async () => {
    const { deps } = instance();
    const { path, next, page, after } = await pair(cardForm);
    const error = await refusal(publishPage(deps, shop.owner, page));
    expect(error.code).toBe("page_refused");
    expect(error.safeMessage).toContain(`“Page ${next}”`);
    expect([await served(path), await served(next)]).toEqual([undefined, undefined]);
    const kept = await deps.db
      .selectFrom("aup_findings")
      .select("subject_id")
      .where("workspace_id", "=", shop.workspaceId)
      .where("subject_id", "in", [page.pageId, after.pageId])
      .execute();
    expect(new Set(kept.map(({ subject_id }) => subject_id))).toEqual(new Set([after.pageId]));
  });

  it("is left alone once it was public, when it is removed from the form, or when another page is there", async () => {
    const { deps } = instance();
    const { page, after, next } = await pair();
    await publishPage(deps, shop.owner, after);
    await unpublishPage(deps, shop.owner, after);
    expect((await publishPage(deps, shop.owner, page)).alsoPublished).toEqual([]);
    expect(await served(next)).toBeUndefined();
    const free = await pair();
    await updatePage(deps, shop.owner, { ...free.page, html: "<h1>No form</h1>" });
    expect((await publishPage(deps, shop.owner, free.page)).alsoPublished).toEqual([]);
    const moved = await draft("/moved", "<p>was here</p>");
    await publishPage(deps, shop.owner, moved);
    await updatePage(deps, shop.owner, { ...moved, path: "/moved-on" });
    await draft("/moved", "<p>late</p>");
    const led = await draft("/leads-there", formTo("/moved"));
    expect((await publishPage(deps, shop.owner, led)).alsoPublished).toEqual([]);
    expect(await served("/moved")).toContain("was here");
  });

  it("is not made public by a form that leads to its own page, nowhere, or out of the site", async () => {
    const { deps } = instance();
    for (const next of ["/own", "/nowhere-at-all", "//evil.example/x", "/../x", "/f/x", ""]) {
      count += 1;
      const page = await draft(next === "/own" ? next : `/odd-${count}`, formTo(next));
      expect((await publishPage(deps, shop.owner, page)).alsoPublished).toEqual([]);
    }
  });

  it("goes public with a plan, which says so", async () => {
    const { deps } = instance();
    const { next, page } = await pair();
    const wallTime = new Date(deps.clock.now() + 3_600_000).toISOString().slice(0, 16);
    const { workspaceId } = shop;
    const key: Actor = { kind: "apiKey", keyId: deps.ids.next(), workspaceId, scopes: ["pages:publish"] };
    await schedulePage(deps, key, { ...page, act: "publish", wallTime, timeZone: "UTC" });
    deps.clock.advance(2 * 3_600_000);
    await createJobRunner(deps, "worker", publishingJobs(deps)).runDue(50);
    expect(await served(next)).toContain("Thank you");
    const [plan] = await listSchedules(deps, shop.workspaceId, page.pageId);
    expect(plan).toMatchObject({ state: "done", outcome: `Published with it: “Page ${next}”.` });
  });

  it("is not made public by going back to an earlier version: that brings back only what was public", async () => {
    const { deps } = instance();
    const { path, next, page, after } = await pair();
    await updatePage(deps, shop.owner, { ...page, html: formTo("/thanks-of-old") });
    await publishPage(deps, shop.owner, page);
    await updatePage(deps, shop.owner, { ...page, html: "<h1>Closed</h1>" });
    await publishPage(deps, shop.owner, page);
    const old = await draft("/thanks-of-old", "<p>unfinished</p>");
    const first = (await listVersions(deps, shop.workspaceId, page.pageId)).find(
      ({ number }) => number === 1,
    );
    const back = await rollBackPage(deps, shop.owner, { ...page, versionId: first?.id ?? "" });
    expect(back.alsoPublished).toEqual([]);
    expect(await served(path)).toContain("Club");
    expect([await served("/thanks-of-old"), await served(next)]).toEqual([undefined, undefined]);
    for (const { pageId } of [old, after])
      expect((await getPage(deps, shop.workspaceId, pageId)).state).toBe("draft");
  });
});
