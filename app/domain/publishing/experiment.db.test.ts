import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { addVariant, archiveVariant, renameVariant, setWeights } from "../experiments/change-variants.server";
import { createExperiment } from "../experiments/create-experiment.server";
import type { Experiment } from "../experiments/experiment";
import { getExperiment, listEditions } from "../experiments/get-experiment.server";
import { createPage } from "../pages/create-page.server";
import { getPage } from "../pages/get-page.server";
import { listPages } from "../pages/list-pages.server";
import { updatePage } from "../pages/update-page.server";
import { findPublishedPage } from "./find-published-page.server";
import { listVersions } from "./list-versions.server";
import { publishPage } from "./publish-page.server";
import { recheckPublications } from "./recheck-publications.server";
import { promoteVariant, startExperiment, stopExperiment } from "./run-experiment.server";
import { unpublishPage } from "./unpublish-page.server";

const instance = useTestInstance();
const setup = { name: "Shorter form", mode: "fixed" as const, baseline: 5, effect: 20 };
const form = (words: string) =>
  `<h1>${words}</h1><form><label>Mail <input name="email" type="email"></label><button>Send</button></form>`;
let own: TestSite;
let count = 0;

async function makePage() {
  count += 1;
  return createPage(instance().deps, own.owner, {
    siteId: own.site.id,
    path: `/p${count}`,
    title: "Bread",
    html: form("Old words"),
  });
}

async function makeExperiment() {
  const { deps } = instance();
  const page = await makePage();
  const { workspaceId } = own;
  const made = await createExperiment(deps, own.owner, { workspaceId, pageId: page.id, ...setup });
  const [champion, challenger] = made.variants;
  if (!champion || !challenger) throw new Error("two variants are made");
  await updatePage(deps, own.owner, { pageId: challenger.pageId, html: form("New words") });
  return { page, of: { workspaceId, experimentId: made.id }, champion, challenger };
}

const served = (path: string) => findPublishedPage(instance().deps, own.workspaceId, own.site.id, path);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (error: { code?: string }) => error.code ?? "",
  );

beforeAll(async () => {
  own = await makeTestSite(instance().deps);
});

describe("an experiment", () => {
  it("starts as a draft with the page and a copy that stands in no list", async () => {
    const { deps } = instance();
    const { page, of, champion, challenger } = await makeExperiment();
    expect(champion).toMatchObject({ pageId: page.id, role: "champion", weight: 50 });
    expect(challenger).toMatchObject({ role: "challenger", weight: 50 });
    const { pages } = await listPages(deps, own.workspaceId);
    expect(pages.map(({ id }) => id)).not.toContain(challenger.pageId);
    expect((await getExperiment(deps, own.workspaceId, of.experimentId)).state).toBe("draft");
    expect(await served(page.path)).toBeUndefined();
    expect(
      await refusal(
        publishPage(deps, own.owner, { workspaceId: own.workspaceId, pageId: challenger.pageId }),
      ),
    ).toBe("experiment_not_running");
  });

  it("divides visitors once it is started, with the number of visitors computed first", async () => {
    const { deps } = instance();
    const { page, of, champion, challenger } = await makeExperiment();
    await startExperiment(deps, own.owner, of);
    const published = await served(page.path);
    expect(published?.html).toContain("Old words");
    const variants = published?.experiment?.variants ?? [];
    expect(variants.map(({ variantId, weight }) => [variantId, weight])).toEqual([
      [champion.id, 50],
      [challenger.id, 50],
    ]);
    expect(variants[0]?.versionId).toBe(published?.versionId);
    expect(variants[1]?.html).toContain("New words");
    expect((await getExperiment(deps, own.workspaceId, of.experimentId)).plannedVisitors).toBe(8158);
    expect((await getPage(deps, own.workspaceId, challenger.pageId)).state).toBe("live");
    const versions = await listVersions(deps, own.workspaceId, page.id);
    expect(versions.filter(({ isLive }) => isLive)).toHaveLength(1);
    expect(await refusal(startExperiment(deps, own.owner, of))).toBe("experiment_started");
  });

  it("changes for visitors only at publishing, and begins a period of its own then", async () => {
    const { deps } = instance();
    const { page, of, champion, challenger } = await makeExperiment();
    await startExperiment(deps, own.owner, of);
    await setWeights(deps, own.owner, { ...of, weights: { [champion.id]: 20, [challenger.id]: 80 } });
    await updatePage(deps, own.owner, { pageId: challenger.pageId, html: form("Newer words") });
    expect((await served(page.path))?.experiment?.variants[0]?.weight).toBe(50);
    await publishPage(deps, own.owner, { workspaceId: own.workspaceId, pageId: challenger.pageId });
    const now = (await served(page.path))?.experiment;
    expect(now?.variants.map(({ weight }) => weight)).toEqual([20, 80]);
    expect(now?.variants[1]?.html).toContain("Newer words");
    await publishPage(deps, own.owner, { workspaceId: own.workspaceId, pageId: page.id });
    const editions = await listEditions(deps.db, own.workspaceId, of.experimentId);
    expect(editions.map(({ period, changes }) => [period, changes])).toEqual([
      [1, ["Started"]],
      [2, ["Weight of As it is: 50 to 20", "Weight of Variant B: 50 to 80", "Content of Variant B"]],
      [2, []],
    ]);
  });

  it("takes submissions to the forms of every variant", async () => {
    const { deps } = instance();
    const { page, of, challenger } = await makeExperiment();
    await updatePage(deps, own.owner, {
      pageId: challenger.pageId,
      html: `${form("One")}<form><label>Name <input name="name"></label><button>Go</button></form>`,
    });
    await startExperiment(deps, own.owner, of);
    const live = async () =>
      (
        await deps.db
          .selectFrom("forms")
          .select("live_version_id")
          .where("workspace_id", "=", own.workspaceId)
          .where("page_id", "=", page.id)
          .execute()
      ).filter(({ live_version_id }) => live_version_id !== "").length;
    const running = await live();
    expect(running).toBeGreaterThanOrEqual(2);
    await stopExperiment(deps, own.owner, of);
    expect(await live()).toBe(1);
    await unpublishPage(deps, own.owner, { workspaceId: own.workspaceId, pageId: page.id });
    expect(await live()).toBe(0);
  });

  it("promotes a challenger and keeps the old champion, archived", async () => {
    const { deps } = instance();
    const { page, of, champion, challenger } = await makeExperiment();
    await startExperiment(deps, own.owner, of);
    await promoteVariant(deps, own.owner, { ...of, variantId: challenger.id });
    const published = await served(page.path);
    expect(published?.experiment).toBeUndefined();
    expect(published?.html).toContain("New words");
    const now = await getPage(deps, own.workspaceId, page.id);
    expect(now.state).toBe("live");
    expect(JSON.stringify(now.document)).toContain("New words");
    const ended: Experiment = await getExperiment(deps, own.workspaceId, of.experimentId);
    expect(ended).toMatchObject({ state: "ended", outcome: "promoted", promotedVariantId: challenger.id });
    const old = ended.variants.find(({ id }) => id === champion.id);
    expect(old).toMatchObject({ state: "archived", role: "challenger" });
    const kept = await getPage(deps, own.workspaceId, old?.pageId ?? "");
    expect(JSON.stringify(kept.document)).toContain("Old words");
    expect(await refusal(archiveVariant(deps, own.owner, { ...of, variantId: challenger.id }))).toBe(
      "experiment_ended",
    );
  });

  it("hands the weight of an archived challenger to the champion and copies any variant", async () => {
    const { deps } = instance();
    const { of, champion, challenger } = await makeExperiment();
    const third = await addVariant(deps, own.owner, { ...of, fromId: challenger.id, name: "Variant C" });
    expect(JSON.stringify((await getPage(deps, own.workspaceId, third.pageId)).document)).toContain(
      "New words",
    );
    const weights = async () =>
      (await getExperiment(deps, own.workspaceId, of.experimentId)).variants.map(({ weight }) => weight);
    expect(await weights()).toEqual([34, 33, 33]);
    await archiveVariant(deps, own.owner, { ...of, variantId: challenger.id });
    expect(await weights()).toEqual([67, 0, 33]);
    await renameVariant(deps, own.owner, { ...of, variantId: third.id, name: "Short" });
    expect(await refusal(archiveVariant(deps, own.owner, { ...of, variantId: champion.id }))).toBe(
      "variant_is_champion",
    );
  });

  it("refuses what makes no sense, and says why", async () => {
    const { deps } = instance();
    const { page, of, champion, challenger } = await makeExperiment();
    const weigh = (weights: Record<string, unknown>) =>
      refusal(setWeights(deps, own.owner, { ...of, weights }));
    expect(await weigh({ [champion.id]: 50, [challenger.id]: 51 })).toBe("weights_invalid");
    expect(await weigh({ [champion.id]: 99.5, [challenger.id]: 0.5 })).toBe("weights_invalid");
    expect(await weigh({ [champion.id]: 150, [challenger.id]: -50 })).toBe("weights_invalid");
    expect(await weigh({ [champion.id]: 100 })).toBe("weights_incomplete");
    expect(await weigh({ [champion.id]: 50, other: 50 })).toBe("weights_incomplete");
    const again = { workspaceId: own.workspaceId, pageId: page.id };
    expect(await refusal(createExperiment(deps, own.owner, { ...again, ...setup }))).toBe("experiment_open");
    const free = { workspaceId: own.workspaceId, pageId: (await makePage()).id };
    for (const bad of [
      { baseline: 0 },
      { baseline: "x" },
      { effect: 0 },
      { name: " " },
      { mode: "lucky" as never },
      { baseline: 60, effect: 200 },
    ])
      expect(await refusal(createExperiment(deps, own.owner, { ...free, ...setup, ...bad }))).toBe(
        "page_invalid",
      );
    await setWeights(deps, own.owner, { ...of, weights: { [champion.id]: 100, [challenger.id]: 0 } });
    expect(await refusal(startExperiment(deps, own.owner, of))).toBe("experiment_needs_two");
    expect(await served(page.path)).toBeUndefined();
    const stranger = await makeTestSite(deps);
    const foreign = { ...of, workspaceId: stranger.workspaceId };
    expect(await refusal(startExperiment(deps, stranger.owner, foreign))).toBe("experiment_not_found");
  });

  it("[aup.check] goes offline with its page when the rules of today forbid a challenger", async () => {
    const { deps } = instance();
    const { page, of } = await makeExperiment();
    await startExperiment(deps, own.owner, of);
    const [edition] = await listEditions(deps.db, own.workspaceId, of.experimentId);
    const challenger = edition?.allocation[1]?.versionId ?? "";
    const cards =
      "<form><label>Card number <input name='card_number' autocomplete='cc-number'></label><button>Pay</button></form>";
    await deps.db
      .updateTable("page_versions")
      .set({ document: JSON.stringify(htmlToPageDocument({ html: cards }).document) })
      .where("workspace_id", "=", own.workspaceId)
      .where("id", "=", challenger)
      .execute();
    expect(await served(page.path)).toBeDefined();
    expect(await recheckPublications(deps)).toBe(1);
    expect(await served(page.path)).toBeUndefined();
  });
});
