import { domainFailingLetter, domainOffLetter } from "~/emails/domain-letters";
import type { Tx } from "~db/schema/executor";
import type { Deps } from "../deps";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { listThoseWhoMay } from "../workspaces/list-members.server";
import { domainGraceMs, type SiteDomain } from "./site-domain";

/** Writes to those who can mend it that a domain is in trouble, or no longer served. */
export async function warnOfDomain(
  deps: Deps,
  tx: Tx,
  domain: SiteDomain,
  what: "failing" | "off",
): Promise<void> {
  const { workspaceId } = domain;
  const workspace = await getWorkspace(tx, workspaceId);
  const letter = {
    domain: domain.domain,
    until: new Date((domain.failingSince ?? deps.clock.now()) + domainGraceMs).toISOString().slice(0, 10),
    url: deps.urls.app(`/w/${workspace.slug}/settings/sites`),
  };
  const view = what === "failing" ? domainFailingLetter(letter) : domainOffLetter(letter);
  for (const member of await listThoseWhoMay(tx, workspaceId, "settings:manage")) {
    await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to: member.email, view });
  }
}
