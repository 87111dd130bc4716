import { createHash } from "node:crypto";
import type { AuditRow } from "./audit-queries.server";

export const firstPreviousHash = "0".repeat(64);

/** Hash of an entry in its place; covers the commitment to the detail, not the detail, so that erasure keeps the chain. */
export function auditHash(row: AuditRow, sequence: number, previousHash: string): string {
  const parts = [
    row.workspace_id,
    row.id,
    String(row.at),
    row.actor_kind,
    row.actor_id,
    row.action,
    row.target_kind,
    row.target_id,
    row.commitment,
    String(sequence),
    previousHash,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
