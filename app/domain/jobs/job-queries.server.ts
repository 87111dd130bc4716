import { shardOf } from "~/lib/shard";
import { insertIfAbsent } from "~db/dialects/sql/write";
import type { Executor } from "~db/schema/executor";
import { type ClaimedJob, leaseMs } from "./job";

export interface NewJob {
  id: string;
  workspaceId: string;
  name: string;
  payload: string;
  uniqueKey: string;
  runAt: number;
  maxAttempts: number;
  now: number;
}

export function insertJob(db: Executor, job: NewJob): Promise<boolean> {
  return insertIfAbsent(db, "jobs", {
    id: job.id,
    shard: shardOf(job.workspaceId),
    workspace_id: job.workspaceId,
    name: job.name,
    payload: job.payload,
    unique_key: job.uniqueKey || job.id,
    state: "ready",
    run_at: job.runAt,
    attempts: 0,
    max_attempts: job.maxAttempts,
    lease_owner: "",
    lease_until: 0,
    lease_epoch: 0,
    last_error: "",
    created_at: job.now,
  });
}

/** Claims up to `limit` due jobs by compare-and-set: read candidates, set the lease, read back by owner and epoch. */
export async function claimJobs(
  db: Executor,
  owner: string,
  now: number,
  limit: number,
): Promise<ClaimedJob[]> {
  const candidates = await db
    .selectFrom("jobs")
    .select(["id", "lease_epoch"])
    .where("state", "=", "ready")
    .where("run_at", "<=", now)
    .where("lease_until", "<", now)
    .orderBy("run_at")
    .limit(limit)
    .execute();
  const claimed: ClaimedJob[] = [];
  for (const candidate of candidates) {
    const epoch = candidate.lease_epoch + 1;
    await db
      .updateTable("jobs")
      .set({ lease_owner: owner, lease_until: now + leaseMs, lease_epoch: epoch })
      .where("id", "=", candidate.id)
      .where("lease_epoch", "=", candidate.lease_epoch)
      .where("state", "=", "ready")
      .execute();
    const row = await db
      .selectFrom("jobs")
      .selectAll()
      .where("id", "=", candidate.id)
      .where("lease_owner", "=", owner)
      .where("lease_epoch", "=", epoch)
      .executeTakeFirst();
    if (!row) continue;
    claimed.push({
      id: row.id,
      workspaceId: row.workspace_id,
      name: row.name,
      payload: JSON.parse(row.payload),
      attempts: row.attempts,
      maxAttempts: row.max_attempts,
      epoch,
    });
  }
  return claimed;
}

export async function renewLease(db: Executor, job: ClaimedJob, now: number): Promise<boolean> {
  const updated = await db
    .updateTable("jobs")
    .set({ lease_until: now + leaseMs })
    .where("id", "=", job.id)
    .where("lease_epoch", "=", job.epoch)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

export const removeFinishedJob = (db: Executor, job: ClaimedJob) =>
  db.deleteFrom("jobs").where("id", "=", job.id).where("lease_epoch", "=", job.epoch).execute();

export const rescheduleJob = (
  db: Executor,
  job: ClaimedJob,
  next: { state: "ready" | "dead"; runAt: number; error: string; attempts: number },
) =>
  db
    .updateTable("jobs")
    .set({
      state: next.state,
      run_at: next.runAt,
      lease_until: 0,
      lease_owner: "",
      attempts: next.attempts,
      last_error: next.error.slice(0, 500),
    })
    .where("id", "=", job.id)
    .where("lease_epoch", "=", job.epoch)
    .execute();

/** Jobs that used up their tries, newest first. */
export const listDeadJobs = (db: Executor, limit: number) =>
  db
    .selectFrom("jobs")
    .select(["id", "workspace_id", "name", "attempts", "last_error", "created_at", "run_at"])
    .where("state", "=", "dead")
    .orderBy("run_at", "desc")
    .limit(limit)
    .execute();

export const reviveJob = (db: Executor, id: string, now: number) =>
  db
    .updateTable("jobs")
    .set({ state: "ready", run_at: now, attempts: 0, lease_until: 0 })
    .where("id", "=", id)
    .where("state", "=", "dead")
    .executeTakeFirst();

export const removeDeadJobsBefore = (db: Executor, before: number) =>
  db.deleteFrom("jobs").where("state", "=", "dead").where("run_at", "<", before).execute();

export async function countJobs(db: Executor): Promise<{ ready: number; dead: number }> {
  const rows = await db
    .selectFrom("jobs")
    .select((e) => ["state", e.fn.countAll().as("count")])
    .groupBy("state")
    .execute();
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { ready: count("ready"), dead: count("dead") };
}

/** True for the process that claims this slot of a recurring piece of work. */
export const claimRecurringSlot = (db: Executor, name: string, slot: number, now: number) =>
  insertIfAbsent(db, "recurring_runs", { name, slot, claimed_at: now });

export const removeOldSlots = (db: Executor, before: number) =>
  db.deleteFrom("recurring_runs").where("slot", "<", before).execute();

export async function takeNamedLease(
  db: Executor,
  name: string,
  owner: string,
  now: number,
  durationMs: number,
): Promise<number | undefined> {
  await insertIfAbsent(db, "leases", { name, lease_owner: "", lease_until: 0, lease_epoch: 0 });
  const row = await db.selectFrom("leases").selectAll().where("name", "=", name).executeTakeFirst();
  if (!row || (row.lease_until >= now && row.lease_owner !== owner)) return undefined;
  const epoch = row.lease_epoch + (row.lease_owner === owner ? 0 : 1);
  const updated = await db
    .updateTable("leases")
    .set({ lease_owner: owner, lease_until: now + durationMs, lease_epoch: epoch })
    .where("name", "=", name)
    .where("lease_epoch", "=", row.lease_epoch)
    .where((e) => e.or([e("lease_until", "<", now), e("lease_owner", "=", owner)]))
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0 ? epoch : undefined;
}

export const releaseNamedLease = (db: Executor, name: string, owner: string) =>
  db
    .updateTable("leases")
    .set({ lease_until: 0 })
    .where("name", "=", name)
    .where("lease_owner", "=", owner)
    .execute();
