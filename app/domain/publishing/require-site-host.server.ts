import { DomainError } from "../domain-error";
import type { Site } from "../sites/site";
import { hasAddress } from "../sites/site-address";

/** A site that came with an archive has no address before it took one: its name may be somebody else's here. */
export function requireSiteHost(site: Site, act: "publish" | "share"): void {
  if (hasAddress(site)) return;
  throw new DomainError(
    "conflict",
    "site_without_address",
    `The site “${site.name}” has no address here yet, so nobody would see the page. Save its address under Settings, Sites, then ${act}. Nothing was changed.`,
  );
}
