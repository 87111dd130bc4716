import { createHash, createHmac } from "node:crypto";
import type { Db } from "~db/schema/executor";
import type { KeyRing } from "../keys/key-ring.server";
import { auditHash, firstPreviousHash } from "./audit-hash.server";
import { findDetail, listChainedWorkspaces, listHeads, listSealed } from "./audit-queries.server";

export interface AuditProblem {
  workspaceId: string;
  sequence: number;
  problem: string;
}

const page = 1000;

/** Walks every chain: each entry's hash, its place, details against commitments, and signed heads. */
export async function verifyAudit(deps: { db: Db; keys: KeyRing }): Promise<{
  entries: number;
  problems: AuditProblem[];
}> {
  const problems: AuditProblem[] = [];
  let entries = 0;
  for (const workspaceId of await listChainedWorkspaces(deps.db)) {
    const hashes = new Map<number, string>();
    let previousHash = firstPreviousHash;
    let sequence = 0;
    for (;;) {
      const rows = await listSealed(deps.db, workspaceId, sequence, page);
      for (const row of rows) {
        entries += 1;
        const report = (problem: string) =>
          problems.push({ workspaceId, sequence: row.sequence ?? 0, problem });
        if (row.sequence !== sequence + 1) report(`entry ${sequence + 1} is missing`);
        sequence = row.sequence ?? sequence + 1;
        if (row.previous_hash !== previousHash) report("does not follow the entry before it");
        if (row.hash !== auditHash(row, sequence, row.previous_hash ?? "")) report("was changed");
        previousHash = row.hash ?? "";
        hashes.set(sequence, previousHash);
        const detail = row.commitment ? await findDetail(deps.db, workspaceId, row.id) : undefined;
        if (
          detail &&
          createHash("sha256").update(detail.salt).update(detail.detail).digest("hex") !== row.commitment
        ) {
          report("has a detail that was changed");
        }
      }
      if (rows.length < page) break;
    }
    for (const head of await listHeads(deps.db, workspaceId)) {
      const signature = createHmac("sha256", deps.keys.platform("audit").secret)
        .update(`${workspaceId}:${head.day}:${head.sequence}:${head.hash}`)
        .digest("hex");
      if (signature !== head.signature || hashes.get(head.sequence) !== head.hash) {
        problems.push({
          workspaceId,
          sequence: head.sequence,
          problem: `signed head of ${head.day} does not match`,
        });
      }
    }
  }
  return { entries, problems };
}
