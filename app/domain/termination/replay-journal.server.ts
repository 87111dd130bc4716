import type { Journal, JournalEntry } from "~/lib/journal.server";
import type { Actor } from "../actor";
import { findConsentStates } from "../consent/find-consent-states.server";
import { withdrawConsent } from "../consent/withdraw-consent.server";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { deleteLeads } from "../leads/delete-leads.server";
import { liftSuppression } from "../suppression/lift-suppression.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import type { SuppressionReason } from "../suppression/suppression";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { eraseAccount } from "./close-account.server";
import { deleteWorkspace } from "./delete-workspace.server";

/** Entries shortly before the backup are repeated too: the clocks of two processes may differ. */
export const overlapMs = 3_600_000;
const silent: Journal = {
  append: async () => undefined,
  read: async () => [],
  close: async () => undefined,
};
const text = (entry: JournalEntry, field: string) => String(entry[field] ?? "");

/** Repeats what the journal knows and a restored database has forgotten; the number of entries. */
export async function replayJournal(
  given: Deps & { files: FileStore },
  entries: readonly JournalEntry[],
  madeAt: number,
): Promise<number> {
  const deps = { ...given, journal: silent };
  const system: Actor = { kind: "system", reason: "restore" };
  let replayed = 0;
  for (const entry of entries) {
    if (entry.at < madeAt - overlapMs) continue;
    const workspaceId = text(entry, "workspaceId");
    const addressHash = text(entry, "addressHash");
    const topicId = text(entry, "topicId");
    const { at } = entry;
    if (entry.kind === "suppression") {
      const reason = text(entry, "reason") as SuppressionReason;
      const said = { workspaceId, addressHash, topicId, reason, at };
      await suppressAddress(deps, system, { ...said, source: "import" });
    } else if (entry.kind === "suppression.lifted") {
      const person: Actor = { kind: "visitor", ip: "" };
      await liftSuppression(deps, person, { workspaceId, addressHash, topicId, via: "preferences" });
    } else if (entry.kind === "consent.withdrawn") {
      const purpose = text(entry, "purpose");
      const states = await findConsentStates(deps.db, workspaceId, [addressHash], purpose);
      if (states.get(addressHash)?.state === "withdrawn") continue;
      await withdrawConsent(deps, system, { workspaceId, addressHash, purpose, at, method: "import" });
    } else if (entry.kind === "lead.erased") {
      const leadIds = [text(entry, "leadId")];
      const keepQuotes = entry.addressHash === undefined;
      if ((await deleteLeads(deps, system, { workspaceId, leadIds, keepQuotes })) === 0) continue;
    } else if (entry.kind === "account.closed") {
      const closed = { accountId: text(entry, "accountId"), why: "restore" } as const;
      if (!(await eraseAccount(deps, system, closed))) continue;
    } else if (entry.kind === "workspace.deleted") {
      if (!(await findWorkspaceById(deps, workspaceId))) continue;
      await deleteWorkspace(deps, {
        id: "",
        workspaceId,
        state: "grace",
        requestedAt: entry.at,
        deleteAfter: entry.at,
        cancelledAt: undefined,
      });
    } else continue;
    replayed += 1;
  }
  return replayed;
}
