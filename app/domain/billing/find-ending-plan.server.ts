import type { Deps } from "../deps";
import { isRunning } from "./agreement";
import { listAgreementRows } from "./agreement-queries.server";

/** When the plan of a workspace ends, if it runs and was cancelled: by its owner, or because the workspace closed. */
export async function findEndingPlan(
  deps: Pick<Deps, "db" | "config">,
  workspaceId: string,
): Promise<{ endsOn: number | undefined } | undefined> {
  if (!deps.config.billing) return undefined;
  const running = (await listAgreementRows(deps.db, workspaceId)).filter(isRunning);
  const [first] = running;
  if (!first || running.some(({ ends }) => !ends)) return undefined;
  return { endsOn: first.periodEnd };
}
