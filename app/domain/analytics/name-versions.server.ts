import type { Deps } from "../deps";
import { listExperiments, listUntoldVersions } from "../experiments/get-experiment.server";
import { listVersions } from "../publishing/list-versions.server";
import type { VariantShare } from "./figures";
import type { ShareSum } from "./share-queries.server";

const thePage = "The page";
const shownVersions = 200;

/** What each version brought by its number, and each variant of an experiment over all its versions. */
export async function nameVersions(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  pageId: string,
  shares: readonly ShareSum[],
): Promise<{ variants: VariantShare[]; versions: VariantShare[] }> {
  if (shares.length === 0) return { variants: [], versions: [] };
  const known = new Map(
    (await listVersions(deps, workspaceId, pageId, shownVersions)).map((version) => [version.id, version]),
  );
  const experiments = await listExperiments(deps, workspaceId, pageId);
  const names = new Map(experiments.flatMap((one) => one.variants.map(({ id, name }) => [id, name])));
  const untold = await listUntoldVersions(deps, workspaceId, experiments);
  const nameOf = (id: string) => names.get(id) ?? "A variant";
  const versions = shares.map(({ name: versionId, ...share }): VariantShare & { number: number } => {
    const version = known.get(versionId);
    const variantId = version?.variantId ?? "";
    const number = version?.number ?? 0;
    const own = variantId ? `, ${nameOf(variantId)}` : "";
    return {
      variantId,
      versionIds: [versionId],
      name: version ? `Version ${number}${own}` : "Earlier versions",
      views: share.views,
      visitors: share.visitors,
      formStarts: share.formStarts,
      leads: share.leads,
      conversions: share.conversions,
      isUntold: untold.has(versionId),
      number,
    };
  });
  const variants = new Map<string, VariantShare>();
  for (const { number: _, ...version } of versions) {
    const name = version.variantId ? nameOf(version.variantId) : thePage;
    const sum = variants.get(version.variantId);
    variants.set(version.variantId, sum ? added(sum, version) : { ...version, name });
  }
  return {
    variants: [...variants.values()].sort((a, b) => b.visitors - a.visitors),
    versions: versions.sort((a, b) => b.number - a.number).map(({ number: _, ...version }) => version),
  };
}

const added = (a: VariantShare, b: VariantShare): VariantShare => ({
  ...a,
  versionIds: [...a.versionIds, ...b.versionIds],
  views: a.views + b.views,
  visitors: a.visitors + b.visitors,
  formStarts: a.formStarts + b.formStarts,
  leads: a.leads + b.leads,
  conversions: a.conversions + b.conversions,
  isUntold: a.isUntold || b.isUntold,
});
