import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Transact } from "~db/dialects/sql/transact";
import type { Db, Tx } from "~db/schema/executor";
import { type EventPayload, type EventType, eventTypes, type StoredEvent } from "./event";
import { claimReaction, listWaitingEvents, removeEvent } from "./event-queries.server";

/** What happens upon an event: queues a job in the same transaction that marks the reaction as done. */
export interface Reaction {
  event: EventType;
  name: string;
  react(tx: Tx, event: StoredEvent): Promise<void>;
}

export function defineReaction<T extends EventType>(
  event: T,
  name: string,
  react: (tx: Tx, payload: EventPayload<T>, event: StoredEvent) => Promise<void>,
): Reaction {
  const schema = eventTypes[event];
  return {
    event,
    name,
    react: (tx, stored) => react(tx, schema.parse(stored.payload) as EventPayload<T>, stored),
  };
}

interface Dependencies {
  db: Db;
  transact: Transact;
  clock: Clock;
  ids: Ids;
}

/** Takes waiting events and runs their reactions, each at most once; the number of events taken. */
export async function dispatchEvents(
  deps: Dependencies,
  reactions: readonly Reaction[],
  limit = 200,
): Promise<number> {
  const events = await listWaitingEvents(deps.db, deps.clock.now(), limit);
  for (const event of events) {
    await deps.transact(async (tx) => {
      for (const reaction of reactions) {
        if (reaction.event !== event.type) continue;
        if (await claimReaction(tx, event.id, reaction.name, deps.clock.now()))
          await reaction.react(tx, event);
      }
      await removeEvent(tx, event.id);
    });
  }
  return events.length;
}
