import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { deleteDomain, selectDomain } from "./domain-queries.server";
import { releaseDomain } from "./release-domain.server";

/** Gives a domain up. Adding it again asks for a new token. */
export async function removeSiteDomain(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string; domain: string },
): Promise<void> {
  const { workspaceId, siteId } = input;
  await deps.transact(async (tx) => {
    const domain = await selectDomain(tx, workspaceId, input.domain);
    if (domain?.siteId !== siteId) {
      throw new DomainError("not_found", "domain_not_found", "There is no such domain.");
    }
    await deleteDomain(tx, workspaceId, domain.domain);
    await releaseDomain(deps, tx, domain);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "domain:remove",
      targetKind: "site",
      targetId: siteId,
      detail: { domain: domain.domain },
    });
  });
}
