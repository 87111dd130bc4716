import { platformScope } from "~/lib/ids";
import { removeEndedSessions } from "../accounts/end-sessions.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { removeRecordsOfDeleted } from "../billing/remove-records-of-deleted.server";
import type { Deps } from "../deps";
import { removeOldDeliveries } from "../developer/deliver-webhooks.server";
import { removeOldAnswers } from "../developer/remove-old-answers.server";
import { removeOldQueueRows } from "../events/remove-old-queue-rows.server";
import { removeOldDeadLetters } from "../jobs/remove-old-dead-letters.server";
import { removeOldHeld } from "../leads/remove-old-held.server";
import { removeOldMail } from "../mail/deliver-mail.server";
import { removeOldOutbox } from "../mail/remove-old-outbox.server";
import { removeOldSalts } from "../tracking/visitor-salt.server";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { removeOldEdgeChanges } from "../workspaces/remove-old-edge-changes.server";
import { removeOldInvitations } from "../workspaces/remove-old-invitations.server";
import { choicesOf, type RetentionChoices } from "../workspaces/retention-choices";
import { type AgeDeps, ageSteps } from "./age-step.server";
import { closeIdleAccounts } from "./close-idle-accounts.server";
import { createFailures } from "./collect-failures";
import { countOldWork, platformChoices } from "./count-retention.server";
import { letPeopleGo } from "./let-people-go.server";
import { removeOldExports } from "./remove-old-exports.server";
import { periodsOf } from "./retention-period";
import { nobodyTold, type Told } from "./tell-owners.server";
import { listOpenHolds } from "./termination-queries.server";

export interface RetentionProgress {
  workspaces: number;
  /** Left alone, since the law asks for their data. */
  held: number;
  /** Rows removed, or made nobody's, by table. */
  done: Readonly<Record<string, number>>;
}

type NeededDeps = AgeDeps & Deps;

const workspacesAtOnce = 100;
const dayMs = 86_400_000;

/** Work that recurring tasks also do, so that one run leaves nothing behind. */
const platformSteps: readonly ((deps: NeededDeps) => Promise<unknown>)[] = [
  removeEndedSessions,
  removeOldAnswers,
  removeOldDeadLetters,
  removeOldDeliveries,
  removeOldEdgeChanges,
  removeOldExports,
  removeOldHeld,
  removeOldInvitations,
  removeOldMail,
  removeOldOutbox,
  removeOldQueueRows,
  removeOldSalts,
  removeRecordsOfDeleted,
];

async function applyTo(
  deps: NeededDeps,
  actor: Actor,
  workspaceId: string,
  choices: RetentionChoices,
  told: Told = nobodyTold,
): Promise<Record<string, number>> {
  const periods = periodsOf(choices);
  const done: Record<string, number> = {};
  for (const { entry, count, end } of ageSteps) {
    const days = periods[entry.spec.retention];
    if (days === undefined) continue;
    const before = deps.clock.now() - days * dayMs;
    // Looking holds nobody up; ending takes the turn to write, also for nothing.
    if ((await count(deps, workspaceId, before)) === 0) continue;
    done[entry.name] = await end(deps, workspaceId, before);
  }
  if (workspaceId !== platformScope) {
    Object.assign(done, await letPeopleGo(deps, actor, workspaceId, choices, told));
  }
  const detail = Object.fromEntries(Object.entries(done).filter(([, rows]) => rows > 0));
  if (Object.keys(detail).length > 0) {
    await recordAudit(deps, deps.db, {
      workspaceId,
      actor,
      action: "retention:apply",
      targetKind: workspaceId === platformScope ? "instance" : "workspace",
      targetId: workspaceId,
      detail,
    });
  }
  return detail;
}

/**
 * Removes, or makes nobody's, what is older than its class allows: in small steps, workspace by workspace, with an audit entry
 * where something went. What a legal hold asks for stays. What fails for one of them stops nobody else's; the run fails at its end.
 */
export async function applyRetention(
  deps: NeededDeps,
  actor: Actor,
  onProgress: (progress: RetentionProgress) => void = () => {},
): Promise<RetentionProgress> {
  const total: Record<string, number> = {};
  let workspaces = 0;
  let held = 0;
  const add = (part: Readonly<Record<string, number>>) => {
    for (const [table, rows] of Object.entries(part)) total[table] = (total[table] ?? 0) + rows;
  };
  const failures = createFailures(deps.log);
  for (let after = ""; ; ) {
    const found = await listAllWorkspaces(deps, { after, limit: workspacesAtOnce });
    for (const { id, privacySettings, ...told } of found) {
      await failures.guard({ workspaceId: id }, async () => {
        if ((await listOpenHolds(deps.db, id)).length > 0) held += 1;
        else add(await applyTo(deps, actor, id, choicesOf(privacySettings), told));
      });
      workspaces += 1;
      onProgress({ workspaces, held, done: total });
    }
    const last = found.at(-1);
    if (!last || found.length < workspacesAtOnce) break;
    after = last.id;
  }
  await failures.guard({ workspaceId: platformScope }, async () =>
    add(await applyTo(deps, actor, platformScope, platformChoices)),
  );
  const work = await countOldWork(deps);
  for (const step of platformSteps) await failures.guard({ step: step.name }, () => step(deps));
  const left = new Map((await countOldWork(deps)).map(({ table, rows }) => [table, rows]));
  for (const { table, rows } of work) {
    const gone = rows - (left.get(table) ?? 0);
    if (gone > 0) add({ [table]: gone });
  }
  await failures.guard({ step: closeIdleAccounts.name }, async () => {
    const { closed } = await closeIdleAccounts(deps);
    if (closed > 0) add({ accounts: closed });
  });
  failures.report();
  return { workspaces, held, done: total };
}
