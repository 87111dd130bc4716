import { findConsentStates } from "../consent/find-consent-states.server";
import type { Deps } from "../deps";
import type { Lead } from "../leads/lead";
import type { LeadMessage } from "./lead-message";
import { listMessageRows } from "./lead-message-queries.server";

const shown = 100;

/** Campaigns that a lead got, waits for or was left out of, newest first. Who refused to be recognised opened none. */
export async function listMessagesOfLead(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { id, addressHash }: Pick<Lead, "id" | "addressHash">,
): Promise<LeadMessage[]> {
  const messages = await listMessageRows(deps.db, workspaceId, id, shown);
  if (messages.length === 0 || !addressHash) return messages;
  const choices = await findConsentStates(deps.db, workspaceId, [addressHash], "tracking");
  if (choices.get(addressHash)?.state !== "withdrawn") return messages;
  const unseen = { openedAt: undefined, openedByMachineAt: undefined, clickedAt: undefined };
  return messages.map((message) => ({ ...message, ...unseen }));
}
