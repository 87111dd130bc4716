import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { markExperimentEnded, markExperimentRunning } from "../experiments/change-experiment.server";
import { getExperiment } from "../experiments/get-experiment.server";
import { copyPageAsVariant } from "../pages/copy-page-as-variant.server";
import { getPage } from "../pages/get-page.server";
import type { Page } from "../pages/page";
import { replaceDocument } from "../pages/replace-document.server";
import { publicDocument } from "./public-document.server";
import type { PublishedResult } from "./publication";
import { publishDocument, publishWithNext } from "./publish-page.server";

const shown = (deps: Pick<Deps, "db">, page: Page) =>
  publicDocument(deps.db, page.workspaceId, page.document);

interface Of {
  workspaceId: string;
  experimentId: string;
}

/** Publishes page and variants, and begins to divide visitors among them. */
export async function startExperiment(deps: Deps, actor: Actor, of: Of): Promise<PublishedResult> {
  const experiment = await getExperiment(deps, of.workspaceId, of.experimentId);
  const page = await getPage(deps, of.workspaceId, experiment.pageId);
  return publishWithNext(deps, actor, page, await shown(deps, page), {
    experiment,
    within: async (tx) => {
      await markExperimentRunning(deps, tx, actor, of);
    },
  });
}

/** Ends it; every visitor sees the champion from now on. */
export async function stopExperiment(deps: Deps, actor: Actor, of: Of): Promise<PublishedResult> {
  const experiment = await getExperiment(deps, of.workspaceId, of.experimentId);
  const page = await getPage(deps, of.workspaceId, experiment.pageId);
  return publishDocument(deps, actor, page, await shown(deps, page), page.revision, {
    experiment: null,
    within: (tx) => markExperimentEnded(deps, tx, actor, of),
  });
}

/** Ends it and makes a challenger the page. The old champion is kept, archived. */
export async function promoteVariant(
  deps: Deps,
  actor: Actor,
  input: Of & { variantId: string },
): Promise<PublishedResult> {
  const { workspaceId } = input;
  const experiment = await getExperiment(deps, workspaceId, input.experimentId);
  const variant = experiment.variants.find(({ id }) => id === input.variantId);
  if (variant?.role !== "challenger" || variant.state !== "active") {
    throw new DomainError("conflict", "variant_not_challenger", "Only an active challenger can be promoted.");
  }
  const page = await getPage(deps, workspaceId, experiment.pageId);
  const by = await getPage(deps, workspaceId, variant.pageId);
  const { title, description, language } = by;
  const next = { ...page, title, description, language };
  return publishDocument(deps, actor, next, await shown(deps, by), page.revision + 1, {
    experiment: null,
    within: async (tx) => {
      const kept = { workspaceId, pageId: page.id, fromPageId: page.id };
      const old = await copyPageAsVariant(deps, tx, actor, kept);
      await replaceDocument(deps, tx, actor, page, by);
      await markExperimentEnded(deps, tx, actor, input, {
        variantId: variant.id,
        oldChampionPageId: old.id,
      });
    },
  });
}
