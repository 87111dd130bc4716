import type { Deps } from "../deps";
import { checkDomain } from "./check-domain.server";
import { listDomainsToCheck } from "./sender-queries.server";

const day = 86_400_000;

/** Looks again at domains not asked for a day: a record that is gone takes the sender out of use. */
export async function checkDomainsAgain(deps: Deps): Promise<number> {
  if (!deps.config.dnsChecks) return 0;
  const due = await listDomainsToCheck(deps.db, deps.clock.now() - day, 200);
  for (const { workspace_id: workspaceId, domain } of due) {
    try {
      await checkDomain(deps, { workspaceId, domain });
    } catch (error) {
      deps.log.warn({ err: error, domain }, "DNS could not be asked");
    }
  }
  return due.length;
}
