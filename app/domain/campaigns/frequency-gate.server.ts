import type { Clock } from "~/lib/clock";
import { findMailFrequencies } from "../consent/mail-frequency.server";
import type { Gate, GateInput } from "../mail/gate";
import { listLastSent } from "./seen-queries.server";

const dayMs = 86_400_000;
/** A weekly letter that leaves some minutes early is weekly all the same. */
const toleranceMs = dayMs / 2;

/** Nobody gets mail more often than they asked for. */
export const frequencyGate = (deps: { clock: Clock }): Gate => ({
  name: "frequency",
  async decide(tx, messages) {
    const left = new Set<GateInput>();
    for (const workspaceId of new Set(messages.map((message) => message.workspaceId))) {
      const own = messages.filter((message) => message.workspaceId === workspaceId);
      const hashes = own.map((message) => message.addressHash);
      const chosen = await findMailFrequencies(tx, workspaceId, hashes);
      if (chosen.size === 0) continue;
      const last = await listLastSent(tx, workspaceId, [...chosen.keys()]);
      for (const message of own) {
        const days = chosen.get(message.addressHash) ?? 0;
        const sentAt = last.get(message.addressHash);
        if (days === 0 || sentAt === undefined) continue;
        if (deps.clock.now() - sentAt < days * dayMs - toleranceMs) left.add(message);
      }
    }
    return messages.map((message) => (left.has(message) ? { exclude: "frequency" } : "allow"));
  },
});
