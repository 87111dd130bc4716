import type { MailState } from "~/components/leads/lead-words";
import { findConsentStates } from "~/domain/consent/find-consent-states.server";
import type { Lead } from "~/domain/leads/lead";
import { findSuppressions } from "~/domain/suppression/find-suppressions.server";
import type { ServerDeps } from "~/server/server-deps";

/** Whether each of the leads may be written to. */
export async function mailStatesOf(
  deps: ServerDeps,
  workspaceId: string,
  leads: readonly Lead[],
): Promise<(lead: Lead) => MailState> {
  const hashes = leads.flatMap((lead) => lead.addressHash || []);
  const [states, suppressions] = await Promise.all([
    findConsentStates(deps.db, workspaceId, hashes, "mail"),
    findSuppressions(deps, workspaceId, hashes),
  ]);
  const stopped = new Set(
    suppressions.filter(({ topicId }) => topicId === "").map(({ addressHash }) => addressHash),
  );
  return ({ addressHash }) =>
    addressHash && stopped.has(addressHash) ? "suppressed" : (states.get(addressHash)?.state ?? "none");
}
