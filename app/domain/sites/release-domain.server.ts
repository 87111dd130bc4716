import type { Tx } from "~db/schema/executor";
import type { Deps } from "../deps";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import type { SiteDomain } from "./site-domain";
import { deleteHost, saveSettings, selectSite } from "./site-queries.server";

/** Stops serving a domain: its host is free for whoever proves it, and no other host leads to it any more. */
export async function releaseDomain(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Tx,
  { workspaceId, siteId, domain }: Pick<SiteDomain, "workspaceId" | "siteId" | "domain">,
): Promise<void> {
  if (await deleteHost(tx, workspaceId, domain)) {
    await announceEdgeChange(deps, tx, { kind: "host", workspaceId, ref: domain });
  }
  const site = await selectSite(tx, workspaceId, siteId);
  if (site?.primaryDomain !== domain) return;
  await saveSettings(tx, { ...site, primaryDomain: "" }, deps.clock.now());
  await announceEdgeChange(deps, tx, { kind: "site", workspaceId, ref: siteId });
}
