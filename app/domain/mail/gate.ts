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

export type GateVerdict = "allow" | { exclude: string };

/** A last word before marketing mail leaves. Decides a batch in the order given, one verdict for each message. */
export interface Gate {
  readonly name: GateName;
  decide(tx: Executor, messages: readonly GateInput[]): Promise<GateVerdict[]>;
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

/** Asks every gate, in the order of the list; the first exclusion of a message stands. */
export async function decideAll(
  gates: readonly Gate[],
  tx: Executor,
  messages: readonly GateInput[],
): Promise<GateVerdict[]> {
  checkGates(gates);
  const verdicts: GateVerdict[] = messages.map(() => "allow");
  for (const name of requiredGates) {
    const gate = gates.find((each) => each.name === name);
    const open = messages.map((_, index) => index).filter((index) => verdicts[index] === "allow");
    if (!gate || open.length === 0) continue;
    const answers = await gate.decide(
      tx,
      open.map((index) => messages[index] as GateInput),
    );
    if (answers.length !== open.length) throw new Error(`Gate "${name}" did not answer for every message`);
    open.forEach((index, at) => {
      verdicts[index] = answers[at] as GateVerdict;
    });
  }
  return verdicts;
}
