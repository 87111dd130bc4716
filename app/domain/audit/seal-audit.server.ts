import { createHmac } from "node:crypto";
import type { Clock } from "~/lib/clock";
import type { Transact } from "~db/dialects/sql/transact";
import type { Db } from "~db/schema/executor";
import { takeNamedLease } from "../jobs/take-named-lease.server";
import type { KeyRing } from "../keys/key-ring.server";
import { auditHash, firstPreviousHash } from "./audit-hash.server";
import {
  type AuditRow,
  findHead,
  insertHead,
  listChainedWorkspaces,
  listHeads,
  listUnsealed,
  sealRow,
} from "./audit-queries.server";

interface Dependencies {
  db: Db;
  transact: Transact;
  clock: Clock;
  keys: KeyRing;
  processId: string;
}

const batch = 500;

/** Gives unchained entries their sequence and previous hash. One process at a time, by lease. Returns how many. */
export async function sealAudit(deps: Dependencies): Promise<number> {
  const lease = await takeNamedLease(deps.db, "audit-sealer", deps.processId, deps.clock.now(), 60_000);
  if (lease === undefined) return 0;
  const rows = await listUnsealed(deps.db, batch);
  const groups = new Map<string, AuditRow[]>();
  for (const row of rows) groups.set(row.workspace_id, [...(groups.get(row.workspace_id) ?? []), row]);
  for (const [workspaceId, entries] of groups) {
    await deps.transact(async (tx) => {
      const head = await findHead(tx, workspaceId);
      let sequence = head?.sequence ?? 0;
      let previousHash = head?.hash ?? firstPreviousHash;
      for (const entry of entries) {
        sequence += 1;
        const hash = auditHash(entry, sequence, previousHash);
        await sealRow(tx, { workspaceId, id: entry.id, sequence, previousHash, hash });
        previousHash = hash;
      }
    });
  }
  return rows.length;
}

/** Signs today's head of a workspace's chain, so that cutting the chain off later shows. */
async function signAuditHead(deps: Dependencies, workspaceId: string): Promise<void> {
  const head = await findHead(deps.db, workspaceId);
  if (!head?.hash || head.sequence === null) return;
  const day = new Date(deps.clock.now()).toISOString().slice(0, 10);
  const signed = await listHeads(deps.db, workspaceId);
  if (signed.some((entry) => entry.day === day)) return;
  const signature = createHmac("sha256", deps.keys.platform("audit").secret)
    .update(`${workspaceId}:${day}:${head.sequence}:${head.hash}`)
    .digest("hex");
  await insertHead(deps.db, {
    workspace_id: workspaceId,
    day,
    sequence: head.sequence,
    hash: head.hash,
    signature,
    signed_at: deps.clock.now(),
  });
}

/** Signs today's head of every chain. */
export async function signAuditHeads(deps: Dependencies): Promise<void> {
  for (const workspaceId of await listChainedWorkspaces(deps.db)) await signAuditHead(deps, workspaceId);
}
