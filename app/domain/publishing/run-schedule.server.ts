import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { isDomainError } from "../domain-error";
import { listThoseWhoMay } from "../workspaces/list-members.server";
import type { PublishedResult } from "./publication";
import { publishPage } from "./publish-page.server";
import { endSchedule, selectScheduleTarget } from "./schedule-queries.server";
import { unpublishPage } from "./unpublish-page.server";

/** In whose name the plan is carried out; undefined when that member may publish no more. */
async function plannedBy(
  deps: Deps,
  workspaceId: string,
  planned: { createdKind: string; createdBy: string },
): Promise<Actor | undefined> {
  if (planned.createdKind !== "member") return { kind: "system", reason: "A plan made through the API" };
  const members = await listThoseWhoMay(deps.db, workspaceId, "page:publish");
  const member = members.find(({ accountId }) => accountId === planned.createdBy);
  return member && { kind: "member", accountId: member.accountId, workspaceId, role: member.role };
}

const alongside = ({ alsoPublished }: PublishedResult): string =>
  alsoPublished.length === 0
    ? ""
    : `Published with it: ${alsoPublished.map(({ title }) => `“${title}”`).join(", ")}.`.slice(0, 500);

/** Does what was planned, if it still waits. What stands against it is kept as the outcome, and nothing public changes. */
export async function runSchedule(
  deps: Deps,
  { workspaceId, scheduleId }: { workspaceId: string; scheduleId: string },
): Promise<void> {
  const plan = await selectScheduleTarget(deps.db, workspaceId, scheduleId);
  if (plan?.state !== "waiting") return;
  const end = (state: "done" | "failed", outcome = "") =>
    endSchedule(deps.db, workspaceId, scheduleId, { state, outcome, now: deps.clock.now() });
  const actor = await plannedBy(deps, workspaceId, plan);
  if (!actor) {
    await end("failed", "Whoever planned this may no longer publish in this workspace.");
    return;
  }
  try {
    const input = { workspaceId, pageId: plan.pageId };
    if (plan.act === "publish") await end("done", alongside(await publishPage(deps, actor, input)));
    else {
      await unpublishPage(deps, actor, input);
      await end("done");
    }
  } catch (error) {
    if (!isDomainError(error) || error.kind === "unavailable") throw error;
    await end("failed", error.safeMessage);
  }
}
