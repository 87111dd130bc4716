import type { Deps } from "../deps";
import { checkSiteDomain } from "./check-site-domain.server";
import { selectDomainsToCheck } from "./domain-queries.server";

const day = 24 * 3_600_000;
const hour = 3_600_000;
const atOnce = 8;

/** Looks at every domain once a day, and hourly at those that wait or fail. The number looked at. */
export async function checkSiteDomainsAgain(deps: Deps, limit = 400): Promise<number> {
  if (!deps.config.dnsChecks) return 0;
  const now = deps.clock.now();
  const due = await selectDomainsToCheck(deps.db, { any: now - day, waiting: now - hour }, limit);
  const rest = [...due];
  const worker = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const { workspaceId, domain } = next;
      await checkSiteDomain(deps, { workspaceId, domain }).catch((error: unknown) =>
        deps.log.warn({ err: error, domain }, "a domain could not be checked"),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return due.length;
}
