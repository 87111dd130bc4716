import type { Deps } from "../deps";
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
  /** Undefined where it was not asked for: counting reads everything. */
  due: DueRows[] | undefined;
  nextRunAt: number;
  /** Before it no person goes; undefined while the owners were not told. */
  peopleGoFrom: number | undefined;
}

const dayMs = 86_400_000;

type Looked = Pick<Workspace, "id" | "privacySettings" | "peopleGoFrom" | "peopleToldAt">;

export async function lookAtRetention(
  deps: AgeDeps & Pick<Deps, "config">,
  workspace: Looked,
  thought?: Partial<RetentionChoices>,
): Promise<RetentionOutlook & { due: DueRows[] }> {
  const outlook = await retentionWithoutCount(deps, workspace, thought);
  // Periods that are chosen hold at once.
  const told = thought ? { peopleGoFrom: deps.clock.now(), peopleToldAt: undefined } : workspace;
  const held = outlook.holds.length > 0;
  return {
    ...outlook,
    due: held ? [] : await countDue(deps, workspace.id, outlook.choices, told),
  };
}

/** The same without saying what is due. */
export async function retentionWithoutCount(
  deps: Pick<AgeDeps, "reader" | "clock">,
  workspace: Looked,
  thought: Partial<RetentionChoices> = {},
): Promise<RetentionOutlook> {
  const choices = { ...choicesOf(workspace.privacySettings), ...thought };
  const holds = await listOpenHolds(deps.reader, workspace.id);
  return {
    choices,
    holds,
    due: undefined,
    peopleGoFrom: workspace.peopleGoFrom,
    nextRunAt: (Math.floor(deps.clock.now() / dayMs) + 1) * dayMs,
  };
}
