import type { Executor } from "~db/schema/executor";
import type { Gate, GateInput, GateVerdict } from "../mail/gate";
import { mailPurpose } from "./consent";
import { listRestrictedLeads } from "./consent-queries.server";
import { findConsentStates } from "./find-consent-states.server";

const withoutBasis = { withdrawn: "consent_withdrawn", pending: "not_confirmed" } as const;

/** Marketing mail needs a recorded basis, and nobody is written to whose data rests. */
export const consentGate: Gate = {
  name: "consent",
  async decide(tx: Executor, messages: readonly GateInput[]): Promise<GateVerdict[]> {
    const verdicts = new Map<GateInput, GateVerdict>();
    for (const workspaceId of new Set(messages.map((message) => message.workspaceId))) {
      const own = messages.filter((message) => message.workspaceId === workspaceId);
      const hashes = own.map((message) => message.addressHash);
      const leads = own.map((message) => message.leadId);
      const [states, restricted] = await Promise.all([
        findConsentStates(tx, workspaceId, hashes, mailPurpose),
        listRestrictedLeads(tx, workspaceId, leads),
      ]);
      for (const message of own) {
        const state = states.get(message.addressHash)?.state;
        if (restricted.has(message.leadId)) verdicts.set(message, { exclude: "restricted" });
        else if (state === undefined) verdicts.set(message, { exclude: "no_basis" });
        else if (state !== "granted") verdicts.set(message, { exclude: withoutBasis[state] });
        else verdicts.set(message, "allow");
      }
    }
    return messages.map((message) => verdicts.get(message) ?? { exclude: "no_basis" });
  },
};
