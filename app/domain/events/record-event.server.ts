import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Executor } from "~db/schema/executor";
import { type EventPayload, type EventType, eventTypes } from "./event";
import { insertEvents } from "./event-queries.server";

interface Dependencies {
  clock: Clock;
  ids: Ids;
}

/** Writes an event in the caller's transaction: it is news only if the change is committed. */
export function recordEvent<T extends EventType>(
  deps: Dependencies,
  tx: Executor,
  workspaceId: string,
  type: T,
  payload: EventPayload<T>,
): Promise<void> {
  return recordEvents(deps, tx, type, [{ workspaceId, payload }]);
}

/** The same for a batch, in one insert. */
export function recordEvents<T extends EventType>(
  deps: Dependencies,
  tx: Executor,
  type: T,
  events: readonly { workspaceId: string; payload: EventPayload<T> }[],
): Promise<void> {
  const now = deps.clock.now();
  return insertEvents(
    tx,
    events.map((event) => ({
      id: deps.ids.next(),
      workspaceId: event.workspaceId,
      type,
      payload: JSON.stringify(eventTypes[type].parse(event.payload)),
      now,
    })),
  );
}
