import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Transact } from "~db/dialects/sql/transact";
import type { Db, Tx } from "~db/schema/executor";
import { type EventPayload, type EventType, eventTypes, type StoredEvent } from "./event";
import { claimReaction, listWaitingEvents, removeEvents } from "./event-queries.server";

/** What happens upon an event: queues a job in the same transaction that marks the reaction as done. */
export interface Reaction {
  event: EventType;
  name: string;
  react(tx: Tx, event: StoredEvent): Promise<void>;
  /** Whether anybody listens; without it always. Nothing is written down for what nobody wants. */
  wants?(tx: Tx, event: StoredEvent): Promise<boolean>;
}

export function defineReaction<T extends EventType>(
  event: T,
  name: string,
  react: (tx: Tx, payload: EventPayload<T>, event: StoredEvent) => Promise<void>,
  wants?: Reaction["wants"],
): Reaction {
  const schema = eventTypes[event];
  return {
    event,
    name,
    wants,
    react: (tx, stored) => react(tx, schema.parse(stored.payload) as EventPayload<T>, stored),
  };
}

interface Dependencies {
  db: Db;
  transact: Transact;
  clock: Clock;
  ids: Ids;
}

/** Others wait while a transaction writes: what reactions have to do for one event differs by a hundred times. */
const atOnceMs = 25;

/**
 * Takes waiting events and runs their reactions, each at most once; the number of events taken.
 * As many as are done soon share one commit; when one of them fails, each is tried alone, so that it holds up no other.
 */
export async function dispatchEvents(
  deps: Dependencies,
  reactions: readonly Reaction[],
  limit = 500,
): Promise<number> {
  const events = await listWaitingEvents(deps.db, deps.clock.now(), limit);
  for (let at = 0; at < events.length; ) {
    const rest = events.slice(at);
    try {
      at += await takeEvents(deps, reactions, rest);
    } catch (error) {
      if (rest.length === 1) throw error;
      const faults: unknown[] = [];
      for (const event of rest) {
        await takeEvents(deps, reactions, [event]).catch((fault: unknown) => faults.push(fault));
      }
      if (faults.length > 0) throw faults[0];
      break;
    }
  }
  return events.length;
}

/** Takes the first of them, as many as are done soon; how many that were. */
const takeEvents = (
  deps: Dependencies,
  reactions: readonly Reaction[],
  events: readonly StoredEvent[],
): Promise<number> =>
  deps.transact(
    async (tx) => {
      const started = performance.now();
      const taken: string[] = [];
      for (const event of events) {
        for (const reaction of reactions) {
          if (reaction.event !== event.type) continue;
          if (reaction.wants && !(await reaction.wants(tx, event))) continue;
          if (await claimReaction(tx, event.id, reaction.name, deps.clock.now()))
            await reaction.react(tx, event);
        }
        taken.push(event.id);
        if (performance.now() - started > atOnceMs) break;
      }
      await removeEvents(tx, taken);
      return taken.length;
    },
    { isBatch: true },
  );
