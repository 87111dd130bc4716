import type { Db } from "~db/schema/executor";
import type { AuditEntry } from "./audit-entry";
import { listAuditEntries } from "./audit-queries.server";

/** Who did what, newest first; `cursor` is the id of the last one seen. */
export async function listAudit(
  deps: { db: Db },
  workspaceId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ rows: AuditEntry[]; nextCursor: string | undefined }> {
  const found = await listAuditEntries(deps.db, workspaceId, { before: cursor, limit: limit + 1 });
  const rows = found.slice(0, limit).map(
    (row): AuditEntry => ({
      id: row.id,
      at: row.at,
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      action: row.action,
      targetKind: row.target_kind,
      targetId: row.target_id,
      detail: row.detail ? JSON.parse(row.detail) : undefined,
      sequence: row.sequence ?? undefined,
    }),
  );
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.id : undefined };
}
