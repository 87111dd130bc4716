import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { findSiteById, findSiteBySlug } from "~/domain/sites/find-site.server";
import { storedId } from "~/lib/ids";
import type { HeldRow } from "~db/dialects/sql/hold-row";
import type { ServerDeps } from "../server-deps";

export const siteParams = z.object({
  site: z.string().max(63).meta({ description: "Id or slug." }),
});

/** The stored id of a site of this workspace that is called by id or slug. */
export async function findNamedSite(
  deps: ServerDeps,
  workspaceId: string,
  named: string,
): Promise<string | undefined> {
  const id = storedId("site", named);
  const site =
    (id && (await findSiteById(deps, workspaceId, id))) || (await findSiteBySlug(deps, workspaceId, named));
  return site?.id;
}

export async function namedSite(deps: ServerDeps, workspaceId: string, named: string): Promise<string> {
  const id = await findNamedSite(deps, workspaceId, named);
  if (id) return id;
  throw new DomainError("not_found", "site_not_found", "There is no such site.");
}

/** Where a site and what is set for it stand. */
export const siteRows = (siteId: string): HeldRow[] => [
  { table: "sites", key: { id: siteId } },
  { table: "site_settings", key: { site_id: siteId } },
];
