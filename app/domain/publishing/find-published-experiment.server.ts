import type { Deps } from "../deps";
import { variantAt, visitorPlace } from "../experiments/assign-variant.server";
import type { Edition, Experiment } from "../experiments/experiment";
import { listEditions } from "../experiments/get-experiment.server";
import { listDayVisitors } from "../tracking/list-day-visitors.server";
import type { PublishedExperiment, PublishedVariant } from "./publication";
import { selectVersionsAsServed } from "./publication-queries.server";

const dayMs = 86_400_000;
/** More visitors of one day than these are not asked for; beyond them weights alone decide. */
const mostKept = 200_000;

/** The variants as last published, and who keeps which although weights changed today. */
export async function findPublishedExperiment(
  deps: Pick<Deps, "db" | "clock">,
  experiment: Experiment,
  pageId: string,
): Promise<PublishedExperiment | undefined> {
  const { workspaceId, id } = experiment;
  const editions = await listEditions(deps.db, workspaceId, id);
  const allocation = editions.at(-1)?.allocation ?? [];
  if (allocation.length < 2) return undefined;
  const rows = await selectVersionsAsServed(
    deps.db,
    workspaceId,
    allocation.map(({ versionId }) => versionId),
  );
  const variants = allocation.flatMap(({ variantId, versionId, weight }): PublishedVariant[] => {
    const row = rows.find((each) => each.id === versionId);
    return row ? [{ variantId, versionId, weight, html: row.html, csp: row.csp, etag: row.etag }] : [];
  });
  if (variants.length !== allocation.length) return undefined;
  return { id, variants, kept: await findKept(deps, experiment, pageId, editions, variants) };
}

const weightsOf = ({ allocation }: Pick<Edition, "allocation">) =>
  allocation.map(({ variantId, weight }) => `${variantId}:${weight}`).join();

async function findKept(
  deps: Pick<Deps, "db" | "clock">,
  { workspaceId, id }: Experiment,
  pageId: string,
  editions: readonly Edition[],
  variants: readonly PublishedVariant[],
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const now = deps.clock.now();
  const today = now - (now % dayMs);
  const current = editions.at(-1);
  const sinceChange = editions.findLast((edition) => current && weightsOf(edition) !== weightsOf(current));
  const changedAt =
    editions.find(({ number }) => number === (sinceChange?.number ?? 0) + 1)?.publishedAt ?? 0;
  if (!sinceChange || changedAt < today) return kept;
  const variantOf = new Map(
    editions.flatMap(({ allocation }) => allocation.map((one) => [one.versionId, one.variantId] as const)),
  );
  const active = new Set(variants.map(({ variantId }) => variantId));
  for (const { visitorKey, pageVersionId } of await listDayVisitors(
    deps.db,
    workspaceId,
    pageId,
    today,
    mostKept,
  )) {
    const seen = variantOf.get(pageVersionId);
    if (!seen || !active.has(seen) || kept.has(visitorKey)) continue;
    if (variantAt(variants, visitorPlace(id, visitorKey))?.variantId !== seen) kept.set(visitorKey, seen);
  }
  return kept;
}
