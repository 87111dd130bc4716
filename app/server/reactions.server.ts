import { countLateLead } from "~/domain/analytics/count-late-lead.server";
import { defineReaction, type Reaction } from "~/domain/events/dispatch-events.server";
import { eraseTraces } from "~/domain/privacy/erase-traces.server";
import type { ServerDeps } from "./server-deps";

/** THE list from event to job. */
export const reactions = (deps: ServerDeps): readonly Reaction[] => [
  defineReaction("lead.erased", "privacy.erase-traces", (tx, { leadId }, { workspaceId }) =>
    eraseTraces(deps, tx, { workspaceId, leadId }),
  ),
  defineReaction(
    "submission.accepted",
    "analytics.count-late-lead",
    (tx, { submissionId }, { workspaceId }) => countLateLead(tx, { workspaceId, submissionId }),
  ),
];
