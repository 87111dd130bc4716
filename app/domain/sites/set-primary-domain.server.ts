import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { selectDomain } from "./domain-queries.server";
import { getSite } from "./find-site.server";
import { mayBePrimary } from "./site-domain";
import { saveSettings } from "./site-queries.server";

/** Makes a domain the one that all others lead to; an empty one gives the subdomain back its place. */
export async function setPrimaryDomain(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string; domain: string },
): Promise<void> {
  const { workspaceId, siteId, domain } = input;
  await deps.transact(async (tx) => {
    const site = await getSite(tx, workspaceId, siteId);
    if (domain) {
      const found = await selectDomain(tx, workspaceId, domain);
      if (found?.siteId !== siteId) {
        throw new DomainError("not_found", "domain_not_found", "There is no such domain.");
      }
      if (!mayBePrimary(found)) {
        throw new DomainError(
          "conflict",
          "domain_not_ready",
          "Visitors would not arrive: the domain has to be verified and to point somewhere first.",
        );
      }
    }
    await saveSettings(tx, { ...site, primaryDomain: domain }, deps.clock.now());
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "domain:primary",
      targetKind: "site",
      targetId: siteId,
      detail: { domain },
    });
    await announceEdgeChange(deps, tx, { kind: "site", workspaceId, ref: siteId });
  });
}
