import type { Reaction } from "~/domain/events/dispatch-events.server";
import type { ServerDeps } from "./server-deps";

/** THE list from event to job. */
export const reactions = (_deps: ServerDeps): readonly Reaction[] => [];
