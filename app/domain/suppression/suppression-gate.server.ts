import type { Executor } from "~db/schema/executor";
import type { KeyRing } from "../keys/key-ring.server";
import { everyHash } from "./address-hash.server";
import { covers } from "./suppression";
import { listActive, listPlatformSuppressed } from "./suppression-queries.server";

/** What the gate must know of a message; the mail context's own type has it all. */
interface Message {
  workspaceId: string;
  addressHash: string;
  topicId: string;
  email: string;
}

type Verdict = "allow" | { exclude: string };

/** Keeps back what a person, a bounce or a complaint forbade, under every key and normalisation that rows were made with. */
export function suppressionGate(deps: { keys: KeyRing }) {
  return {
    name: "suppression" as const,
    async decide(tx: Executor, messages: readonly Message[]): Promise<Verdict[]> {
      const platform = [deps.keys.platform("platform-suppression")];
      const byWorkspace = new Map<string, Message[]>();
      for (const message of messages) {
        byWorkspace.set(message.workspaceId, [...(byWorkspace.get(message.workspaceId) ?? []), message]);
      }
      const reasons = new Map<Message, string>();
      for (const [workspaceId, group] of byWorkspace) {
        const keys = await deps.keys.everyOfWorkspace(tx, workspaceId, "suppression");
        const hashes = new Map(
          group.map((message) => [message, [message.addressHash, ...everyHash(keys, message.email)]]),
        );
        const standing = await listActive(tx, workspaceId, [...new Set([...hashes.values()].flat())]);
        for (const message of group) {
          const found = standing.find(
            (row) => hashes.get(message)?.includes(row.addressHash) && covers(row, message.topicId),
          );
          if (found) reasons.set(message, reasonOf(found.reason));
        }
      }
      const platformHashes = new Map(
        messages.map((message) => [message, everyHash(platform, message.email)]),
      );
      for (const row of await listPlatformSuppressed(tx, [...new Set([...platformHashes.values()].flat())])) {
        for (const message of messages) {
          if (platformHashes.get(message)?.includes(row.addressHash)) {
            reasons.set(message, reasonOf(row.reason));
          }
        }
      }
      return messages.map((message) => {
        const reason = reasons.get(message);
        return reason ? { exclude: reason } : "allow";
      });
    },
  };
}

/** Bounces and complaints are shown apart from those who asked. */
const reasonOf = (reason: string): string =>
  reason === "bounce" ? "bounced" : reason === "complaint" ? "complained" : "suppressed";
