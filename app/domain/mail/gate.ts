import type { Executor } from "~db/schema/executor";

/** What a gate is told of a message that is about to leave. */
export interface GateInput {
  workspaceId: string;
  leadId: string;
  addressHash: string;
  /** Empty without a topic. */
  topicId: string;
  email: string;
}

/** exclude: this person is left out, for good. hold: nothing leaves just now, and nobody is left out for it. */
export type GateVerdict = "allow" | { exclude: string } | { hold: string };

/** Why the marketing mail of workspaces has to wait, each with its reason; absent: it may leave. */
type FindHolds = (db: Executor, workspaceIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A last word before marketing mail leaves. Decides a batch in the order given, one verdict for each message. */
export interface Gate {
  readonly name: GateName;
  decide(tx: Executor, messages: readonly GateInput[]): Promise<GateVerdict[]>;
  /** Of a gate that judges workspaces and not people: asked before any message is made. */
  findHolds?: FindHolds;
}

/** A gate whose reasons lie in the workspace and pass: it holds messages and leaves nobody out. */
export const holdingGate = (name: GateName, findHolds: FindHolds): Gate => ({
  name,
  findHolds,
  async decide(tx, messages) {
    const held = await findHolds(tx, [...new Set(messages.map(({ workspaceId }) => workspaceId))]);
    return messages.map(({ workspaceId }): GateVerdict => {
      const hold = held.get(workspaceId);
      return hold === undefined ? "allow" : { hold };
    });
  },
});

/** Why nothing of a workspace may leave just now; undefined while it may. */
export async function findHold(
  gates: readonly Gate[],
  db: Executor,
  workspaceId: string,
): Promise<string | undefined> {
  checkGates(gates);
  for (const gate of gates) {
    const hold = (await gate.findHolds?.(db, [workspaceId]))?.get(workspaceId);
    if (hold !== undefined) return hold;
  }
  return undefined;
}

/** Marketing mail passes all of them, or does not leave. */
export const requiredGates = [
  "standing",
  "payment",
  "acceptable-use",
  "suppression",
  "consent",
  "frequency",
] as const;

export type GateName = (typeof requiredGates)[number];

/** Stops the start when a gate is missing or there twice: without it mail would leave unasked. */
export function checkGates(gates: readonly Gate[]): void {
  for (const name of requiredGates) {
    const found = gates.filter((gate) => gate.name === name).length;
    if (found !== 1) throw new Error(`Gate "${name}" must be wired once, and is ${found} times`);
  }
}

/**
 * Asks every gate of every message; the first in the order of the list that does not allow it stands. All are asked
 * at once: one after the other, each would cost a way to the database and back while nothing leaves.
 */
export async function decideAll(
  gates: readonly Gate[],
  tx: Executor,
  messages: readonly GateInput[],
): Promise<GateVerdict[]> {
  checkGates(gates);
  if (messages.length === 0) return [];
  const wired = requiredGates.flatMap((name) => gates.filter((gate) => gate.name === name));
  const answers = await Promise.all(wired.map((gate) => gate.decide(tx, messages)));
  for (const [at, gate] of wired.entries()) {
    if (answers[at]?.length !== messages.length)
      throw new Error(`Gate "${gate.name}" did not answer for every message`);
  }
  return messages.map((_, index) => {
    const refusing = answers.find((verdicts) => verdicts[index] !== "allow");
    return refusing ? (refusing[index] as GateVerdict) : "allow";
  });
}
