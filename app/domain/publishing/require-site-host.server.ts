import type { Executor } from "~db/schema/executor";
import { DomainError } from "../domain-error";
import { hasOwnHost } from "../sites/find-site.server";
import type { Site } from "../sites/site";

/** A site that came with an archive has no address before it took one: its name may be somebody else's here. */
export async function requireSiteHost(db: Executor, { workspaceId, id, name }: Site): Promise<void> {
  if (await hasOwnHost(db, workspaceId, id)) return;
  throw new DomainError(
    "conflict",
    "site_without_address",
    `The site “${name}” has no address here yet, so nobody would see the page. Save its address under Settings, Sites, then publish. Nothing was changed.`,
  );
}
