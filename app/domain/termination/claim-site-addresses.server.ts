import { parseSlug } from "~/lib/slug";
import type { Deps } from "../deps";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { claimHost, listSiteSlugs } from "./import-queries.server";

/** Gives imported sites their addresses where those are free and allowed; the slugs of those that got none. */
export function claimSiteAddresses(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  workspaceId: string,
): Promise<string[]> {
  return deps.transact(async (tx) => {
    const without: string[] = [];
    for (const { id, slug } of await listSiteSlugs(tx, workspaceId)) {
      const now = deps.clock.now();
      const host = { host: slug, kind: "subdomain", workspace_id: workspaceId, site_id: id };
      const allowed = parseSlug(slug).ok;
      if (!allowed || !(await claimHost(tx, { ...host, verified_at: now, created_at: now })))
        without.push(slug);
      else await announceEdgeChange(deps, tx, { kind: "host", workspaceId, ref: slug });
    }
    return without;
  });
}
