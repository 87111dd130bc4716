import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { enqueueJob } from "../jobs/enqueue-job.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { mayDo } from "../workspaces/permission";
import type { Export } from "./export";
import { exportJob } from "./export-job";
import { findExportRow, insertExport, listExportRows } from "./export-queries.server";

/** Orders the archive of a whole workspace. While one is being made, the same one is answered. */
export async function requestExport(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string },
): Promise<Export> {
  const { workspaceId } = input;
  requireExporter(actor, workspaceId);
  return deps.transact(async (tx) => {
    await getWorkspace(tx, workspaceId);
    const running = (await listExportRows(tx, workspaceId, 20)).find(
      (each) => each.state === "queued" || each.state === "running",
    );
    if (running) return running;
    const id = deps.ids.next();
    await insertExport(tx, { workspaceId, id, requestedBy: actorId(actor), at: deps.clock.now() });
    await enqueueJob(deps, tx, exportJob, {
      workspaceId,
      payload: { workspaceId, exportId: id },
      uniqueKey: id,
    });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "workspace:export",
      targetKind: "export",
      targetId: id,
    });
    const made = await findExportRow(tx, workspaceId, id);
    if (!made) throw new Error("The export was not stored");
    return made;
  });
}

/** Members by role, programs by scope, and the operator's command. */
export function requireExporter(actor: Actor, workspaceId: string): void {
  if (actor.kind === "system") return;
  if (actor.kind === "member" && actor.workspaceId === workspaceId && mayDo(actor.role, "workspace:export"))
    return;
  if (actor.kind === "apiKey" && actor.workspaceId === workspaceId && actor.scopes.includes("exports:write"))
    return;
  throw new DomainError("forbidden", "export_refused", "Only owners and admins may export the workspace.");
}
