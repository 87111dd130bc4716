import type { Deps } from "../deps";
import { activeVariants, type Experiment } from "../experiments/experiment";
import { getPage } from "../pages/get-page.server";
import type { Page } from "../pages/page";
import type { Site } from "../sites/site";
import type { Workspace } from "../workspaces/workspace";
import type { Varied } from "./freeze-version.server";
import { publicDocument } from "./public-document.server";
import { gatherParts } from "./render-version.server";

/** Everything that publishing the challengers beside their page needs. */
export async function gatherVariants(
  deps: Deps,
  experiment: Experiment,
  { workspace, site, page }: { workspace: Workspace; site: Site; page: Page },
): Promise<Varied | undefined> {
  const active = activeVariants(experiment);
  const champion = active.find(({ role }) => role === "champion");
  if (!champion) return undefined;
  const challengers: Varied["challengers"] = [];
  for (const variant of active) {
    if (variant.role === "champion") continue;
    const own = await getPage(deps, page.workspaceId, variant.pageId);
    const { title, description, language } = own;
    const settings = { title, description, language, path: page.path };
    const document = await publicDocument(deps.db, page.workspaceId, own.document);
    const parts = await gatherParts(deps, { workspace, site, settings, document });
    challengers.push({ variant, page: own, parts });
  }
  return { experiment, champion, challengers };
}
