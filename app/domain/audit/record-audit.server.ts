import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "~/lib/clock";
import type { Ids } from "~/lib/ids";
import type { Executor } from "~db/schema/executor";
import { actorId } from "../actor";
import type { AuditRecord } from "./audit-entry";
import { insertAudit } from "./audit-queries.server";

/** Writes who did what, in the transaction of the change. The sealer chains it within a second. */
export async function recordAudit(
  deps: { clock: Clock; ids: Ids },
  tx: Executor,
  record: AuditRecord,
): Promise<void> {
  const detail = record.detail ? JSON.stringify(record.detail) : "";
  const salt = detail ? randomBytes(16).toString("hex") : "";
  const commitment = detail ? createHash("sha256").update(salt).update(detail).digest("hex") : "";
  await insertAudit(
    tx,
    {
      workspace_id: record.workspaceId,
      id: deps.ids.next(),
      at: deps.clock.now(),
      actor_kind: record.actor.kind,
      actor_id: actorId(record.actor),
      action: record.action,
      target_kind: record.targetKind,
      target_id: record.targetId,
      commitment,
      sequence: null,
      previous_hash: null,
      hash: null,
      segment: "",
    },
    detail ? { subject_id: record.subjectId ?? "", detail, salt } : undefined,
  );
}
