import { countLateLead } from "~/domain/analytics/count-late-lead.server";
import { defineReaction, type Reaction } from "~/domain/events/dispatch-events.server";
import type { ServerDeps } from "./server-deps";

/** THE list from event to job. */
export const reactions = (_deps: ServerDeps): readonly Reaction[] => [
  defineReaction(
    "submission.accepted",
    "analytics.count-late-lead",
    (tx, { submissionId }, { workspaceId }) => countLateLead(tx, { workspaceId, submissionId }),
  ),
];
