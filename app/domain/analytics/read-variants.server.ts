import type { Deps } from "../deps";
import { listExperiments } from "../experiments/get-experiment.server";
import { listVersions } from "../publishing/list-versions.server";
import type { VariantShare } from "./figures";
import { countByVersion, countLeadsByVersion } from "./variant-queries.server";

const thePage = "The page";
const shownVersions = 200;

/** What each version brought, and each variant of an experiment over all its versions. */
export async function readVariants(
  deps: Pick<Deps, "db" | "reader">,
  workspaceId: string,
  pageId: string,
  span: { from: number; to: number },
): Promise<{ variants: VariantShare[]; versions: VariantShare[] }> {
  const counts = await countByVersion(deps.reader, workspaceId, pageId, span);
  const leads = await countLeadsByVersion(deps.reader, workspaceId, pageId, span);
  const known = await listVersions(deps, workspaceId, pageId, shownVersions);
  const experiments = await listExperiments(deps, workspaceId, pageId);
  const nameOf = (id: string) =>
    experiments.flatMap((one) => one.variants).find((variant) => variant.id === id)?.name ?? "A variant";
  const ids = new Set([...counts.map(({ versionId }) => versionId), ...leads.keys()]);
  const versions = [...ids].map((versionId): VariantShare & { number: number } => {
    const version = known.find(({ id }) => id === versionId);
    const count = counts.find((one) => one.versionId === versionId);
    const variantId = version?.variantId ?? "";
    const number = version?.number ?? 0;
    const own = variantId ? `, ${nameOf(variantId)}` : "";
    return {
      variantId,
      versionIds: [versionId],
      name: version ? `Version ${number}${own}` : "Earlier versions",
      views: count?.views ?? 0,
      visitors: count?.visitors ?? 0,
      formStarts: count?.formStarts ?? 0,
      leads: leads.get(versionId) ?? 0,
      conversions: count?.conversions ?? 0,
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
});
