import { parseSlug, slugProblemText } from "~/lib/slug";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { refuseSlug } from "./create-site.server";
import { getSite } from "./find-site.server";
import { type Site, type SiteChanges, siteChanges } from "./site";
import { changeHostKind, insertHost, saveSettings, saveSite, selectHostOwner } from "./site-queries.server";

function readChanges(given: SiteChanges) {
  const parsed = siteChanges.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const message = issue?.message ?? "This cannot be a site.";
  throw new DomainError("invalid", "site_invalid", message, {
    fields: { [String(issue?.path[0] ?? "name")]: message },
  });
}

/** Takes another subdomain. The one before stays the site's and leads to the new one, so that nobody else gets it. */
async function moveSubdomain(deps: Deps, tx: Tx, site: Site, given: string): Promise<string> {
  const parsed = parseSlug(given);
  if (!parsed.ok) throw refuseSlug("invalid", "site_slug_refused", slugProblemText(parsed.reason));
  const { workspaceId, id: siteId } = site;
  const owner = await selectHostOwner(tx, parsed.slug);
  const isOwnFormer = owner?.workspaceId === workspaceId && owner.siteId === siteId;
  const host = { host: parsed.slug, workspaceId, siteId };
  const taken = isOwnFormer
    ? await changeHostKind(tx, host, "subdomain")
    : await insertHost(tx, { ...host, kind: "subdomain", at: deps.clock.now() });
  if (!taken) {
    throw refuseSlug("conflict", "site_slug_taken", "This address is taken already. Choose another one.");
  }
  if (site.slug !== parsed.slug) await changeHostKind(tx, { ...host, host: site.slug }, "former");
  for (const ref of new Set([parsed.slug, site.slug])) {
    await announceEdgeChange(deps, tx, { kind: "host", workspaceId, ref });
  }
  return parsed.slug;
}

/** Changes name, language, subdomain and what visitors and search engines meet; every process follows at once. */
export async function updateSite(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string; changes: SiteChanges },
): Promise<Site> {
  const { workspaceId, siteId } = input;
  const changes = readChanges(input.changes);
  return deps.transact(async (tx) => {
    const site = await getSite(tx, workspaceId, siteId);
    // A site that came with an archive takes its own subdomain when it is named again.
    const isNamed = changes.slug?.trim().toLowerCase() === site.slug;
    const moves = changes.slug !== undefined && !(isNamed && site.hasSubdomain);
    const slug = moves ? await moveSubdomain(deps, tx, site, changes.slug ?? "") : site.slug;
    const next: Site = { ...site, ...changes, slug, hasSubdomain: site.hasSubdomain || moves };
    await saveSite(tx, workspaceId, siteId, { slug, name: next.name, language: next.language });
    await saveSettings(tx, next, deps.clock.now());
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "site:settings",
      targetKind: "site",
      targetId: siteId,
      detail: { ...changes, slug },
    });
    await announceEdgeChange(deps, tx, { kind: "site", workspaceId, ref: siteId });
    return next;
  });
}
