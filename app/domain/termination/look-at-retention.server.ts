import { choicesOf, type RetentionChoices } from "../workspaces/retention-choices";
import type { Workspace } from "../workspaces/workspace";
import type { AgeDeps } from "./age-step.server";
import { countDue, type DueRows } from "./count-retention.server";
import { listOpenHolds } from "./termination-queries.server";

/** What the next daily run does to a workspace, under its own choices or under others that are thought of. */
export interface RetentionOutlook {
  choices: RetentionChoices;
  /** Reasons for which the law forbids deleting: nothing goes while there are any. */
  holds: string[];
  due: DueRows[];
  nextRunAt: number;
  /** Before it no person goes; undefined while the owners were not told. */
  peopleGoFrom: number | undefined;
}

const dayMs = 86_400_000;

export async function lookAtRetention(
  deps: AgeDeps,
  workspace: Pick<Workspace, "id" | "privacySettings" | "peopleGoFrom">,
  thought?: Partial<RetentionChoices>,
): Promise<RetentionOutlook> {
  const choices = { ...choicesOf(workspace.privacySettings), ...thought };
  // Periods that are chosen hold at once.
  const peopleGoFrom = thought ? deps.clock.now() : workspace.peopleGoFrom;
  const holds = await listOpenHolds(deps.reader, workspace.id);
  return {
    choices,
    holds,
    due: holds.length > 0 ? [] : await countDue(deps, workspace.id, choices, peopleGoFrom),
    peopleGoFrom: workspace.peopleGoFrom,
    nextRunAt: (Math.floor(deps.clock.now() / dayMs) + 1) * dayMs,
  };
}
