import { platformScope } from "~/lib/ids";
import { removeEndedSessions } from "../accounts/end-sessions.server";
import type { Actor } from "../actor";
import { forgetOldVisits } from "../analytics/forget-old-visits.server";
import { forgetOldDetails } from "../audit/forget-old-details.server";
import { recordAudit } from "../audit/record-audit.server";
import { forgetRecipients } from "../campaigns/forget-recipients.server";
import type { Deps } from "../deps";
import { removeOldDeliveries } from "../developer/deliver-webhooks.server";
import { removeOldAnswers } from "../developer/remove-old-answers.server";
import { removeOldQueueRows } from "../events/remove-old-queue-rows.server";
import { removeOldDeadLetters } from "../jobs/remove-old-dead-letters.server";
import { forgetImportProblems } from "../leads/forget-import-problems.server";
import { removeOldHeld } from "../leads/remove-old-held.server";
import { removeOldMail } from "../mail/deliver-mail.server";
import { removeOldOutbox } from "../mail/remove-old-outbox.server";
import { forgetWhoSaw } from "../tracking/forget-who-saw.server";
import { removeOldSalts } from "../tracking/visitor-salt.server";
import { listAllWorkspaces } from "../workspaces/list-workspaces.server";
import { removeOldEdgeChanges } from "../workspaces/remove-old-edge-changes.server";
import { removeOldInvitations } from "../workspaces/remove-old-invitations.server";
import { removeOldExports } from "./remove-old-exports.server";
import { retentionDays } from "./retention-period";
import { listOpenHolds } from "./termination-queries.server";

export interface RetentionProgress {
  workspaces: number;
  /** Left alone, since the law asks for their data. */
  held: number;
  /** Rows removed, or made nobody's, by table. */
  done: Readonly<Record<string, number>>;
}

type NeededDeps = Pick<Deps, "db" | "reader" | "clock" | "ids" | "config">;

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
];

async function applyTo(deps: NeededDeps, actor: Actor, workspaceId: string): Promise<Record<string, number>> {
  const before = (kind: "usage" | "security" | "work") =>
    deps.clock.now() - (retentionDays[kind] ?? 0) * dayMs;
  const { opens, clicks } = await forgetWhoSaw(deps, workspaceId, before("usage"));
  const deliveries = await forgetRecipients(deps, workspaceId, before("usage"));
  const { visits, conversions } = await forgetOldVisits(deps, workspaceId);
  const audit_details = await forgetOldDetails(deps, workspaceId, before("security"));
  const lead_imports = await forgetImportProblems(deps, workspaceId, before("work"));
  const done = { opens, clicks, deliveries, visits, conversions, audit_details, lead_imports };
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
 * where something went. What a legal hold asks for stays.
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
  for (let after = ""; ; ) {
    const found = await listAllWorkspaces(deps, { after, limit: workspacesAtOnce });
    for (const { id } of found) {
      if ((await listOpenHolds(deps.db, id)).length > 0) held += 1;
      else add(await applyTo(deps, actor, id));
      workspaces += 1;
      onProgress({ workspaces, held, done: total });
    }
    const last = found.at(-1);
    if (!last || found.length < workspacesAtOnce) break;
    after = last.id;
  }
  add(await applyTo(deps, actor, platformScope));
  for (const step of platformSteps) await step(deps);
  return { workspaces, held, done: total };
}
