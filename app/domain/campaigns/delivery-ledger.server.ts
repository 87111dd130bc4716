import { createGroupCommit, type GroupCommit } from "~/lib/group-commit";
import type { Executor } from "~db/schema/executor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { backoffMs } from "../jobs/job";
import { decideAll, type Gate, type GateInput } from "../mail/gate";
import { findCampaignRow, moveCampaign } from "./campaign-queries.server";
import { maxAttempts, maxHandOvers, sendingMs } from "./delivery";
import { listOwnedIn, moveOwned, releaseOwned } from "./delivery-queries.server";

/** A claimed row: every write names its epoch. */
export interface Claimed {
  id: string;
  epoch: number;
  attempts: number;
  campaignId: string;
  gate: GateInput;
}

export type Outcome =
  | { kind: "sent" }
  | { kind: "failed"; reason: string; detail: string }
  | { kind: "again"; detail: string }
  /** Nobody of the campaign would get it: it is paused, and this message waits with the others. */
  | { kind: "sender_refused"; detail: string }
  | { kind: "unknown"; detail: string };

/** What a connection has to tell and what it wants to do next, in one commit. */
export interface LedgerEntry {
  done?: { claimed: Claimed; outcome: Outcome };
  next?: Claimed;
}

/** send: the row is committed as `sending`. The others mean that the message does not leave now. */
export type LedgerAnswer = "send" | "excluded" | "held" | "lost" | "noted";

export interface LedgerParts {
  gates: readonly Gate[];
  /** Marks at most this many rows as `sending` in one commit: the number of open connections. */
  connections: number;
  owner: string;
}

/** The one place that moves deliveries while they are sent: many connections share each commit. */
export function createDeliveryLedger(
  deps: Deps,
  { gates, connections, owner }: LedgerParts,
): GroupCommit<LedgerEntry, LedgerAnswer> {
  return createGroupCommit<LedgerEntry, LedgerAnswer>({
    maxBatch: connections,
    maxPending: connections * 4,
    gatherMs: 2,
    flush: (entries) =>
      deps.transact(
        async (tx) => {
          await recordOutcomes(tx, owner, deps.clock.now(), entries);
          await pauseRefused(deps, tx, entries);
          return admit(tx, gates, owner, deps.clock.now(), entries);
        },
        { isBatch: true },
      ),
  });
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
};

const idsOf = (group: readonly Claimed[]) => group.map((claimed) => claimed.id);
const sameRows = (claimed: Claimed) => `${claimed.gate.workspaceId}:${claimed.epoch}`;
const ownedBy = (owner: string, claimed: Claimed) => ({
  workspaceId: claimed.gate.workspaceId,
  owner,
  epoch: claimed.epoch,
});

async function recordOutcomes(
  tx: Executor,
  owner: string,
  now: number,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const done = entries.flatMap((entry) => (entry.done ? [entry.done] : []));
  const sent = done.filter(({ outcome }) => outcome.kind === "sent").map(({ claimed }) => claimed);
  for (const group of groupBy(sent, sameRows)) {
    const [first] = group;
    if (!first) continue;
    const changes = { state: "sent" as const, reason: "", detail: "", sent_at: now, lease_until: 0 };
    await moveOwned(tx, ownedBy(owner, first), idsOf(group), "sending", changes);
  }
  for (const { claimed, outcome } of done) {
    if (outcome.kind === "sent") continue;
    const owned = ownedBy(owner, claimed);
    await moveOwned(tx, owned, [claimed.id], "sending", changesOf(claimed, outcome, now));
  }
}

/** A relay that refuses the sender refuses each message alike: those that wait must not fail one by one. */
async function pauseRefused(deps: Deps, tx: Executor, entries: readonly LedgerEntry[]): Promise<void> {
  for (const { done } of entries) {
    if (done?.outcome.kind !== "sender_refused") continue;
    const { campaignId, gate } = done.claimed;
    if (!(await moveCampaign(tx, gate.workspaceId, campaignId, "sending", { state: "paused" }))) continue;
    await recordAudit(deps, tx, {
      workspaceId: gate.workspaceId,
      actor: { kind: "system", reason: "sender_refused" },
      action: "campaign:pause",
      targetKind: "campaign",
      targetId: campaignId,
    });
  }
}

function changesOf(claimed: Claimed, outcome: Exclude<Outcome, { kind: "sent" }>, now: number) {
  const detail = outcome.detail.slice(0, 500);
  if (outcome.kind === "unknown") return { state: "unknown" as const, reason: "", detail, lease_until: 0 };
  if (outcome.kind === "failed") {
    return { state: "failed" as const, reason: outcome.reason, detail, lease_until: 0 };
  }
  const attempts = claimed.attempts + 1;
  if (attempts >= (outcome.kind === "again" ? maxHandOvers : maxAttempts)) {
    const reason = outcome.kind === "again" ? "gave_up" : outcome.kind;
    return { state: "failed" as const, reason, detail, lease_until: 0, attempts };
  }
  if (outcome.kind === "sender_refused") {
    return {
      state: "prepared" as const,
      reason: outcome.kind,
      detail,
      lease_until: 0,
      attempts,
      run_at: now,
    };
  }
  const run_at = now + backoffMs(attempts);
  return { state: "prepared" as const, reason: "", detail, lease_until: 0, attempts, run_at };
}

/** Asks the campaign and the gates once more, in the transaction that commits `sending`. */
async function admit(
  tx: Executor,
  gates: readonly Gate[],
  owner: string,
  now: number,
  entries: readonly LedgerEntry[],
): Promise<LedgerAnswer[]> {
  const wanted = entries.flatMap((entry) => (entry.next ? [entry.next] : []));
  const answers = new Map<Claimed, LedgerAnswer>();
  const [open, verdicts] = await Promise.all([
    ofSendingCampaigns(tx, wanted),
    decideAll(
      gates,
      tx,
      wanted.map(({ gate }) => gate),
    ),
  ]);
  const leaving: Claimed[] = [];
  for (const [index, claimed] of wanted.entries()) {
    if (!open.has(claimed)) continue;
    const verdict = verdicts[index];
    if (verdict === "allow") leaving.push(claimed);
    else if (verdict && "exclude" in verdict) {
      await moveOwned(tx, ownedBy(owner, claimed), [claimed.id], "prepared", {
        state: "excluded",
        reason: verdict.exclude,
        lease_until: 0,
      });
      answers.set(claimed, "excluded");
    }
  }
  for (const group of groupBy(leaving, sameRows)) {
    const [first] = group;
    if (!first) continue;
    const owned = ownedBy(owner, first);
    const changes = { state: "sending" as const, lease_until: now + sendingMs };
    const moved = await moveOwned(tx, owned, idsOf(group), "prepared", changes);
    const ours = moved === group.length ? undefined : await listOwnedIn(tx, owned, idsOf(group), "sending");
    for (const claimed of group) answers.set(claimed, !ours || ours.has(claimed.id) ? "send" : "lost");
  }
  const held = wanted.filter((claimed) => !answers.has(claimed));
  for (const group of groupBy(held, sameRows)) {
    const [first] = group;
    if (first) await releaseOwned(tx, ownedBy(owner, first), idsOf(group));
  }
  return entries.map(({ next }) => (next ? (answers.get(next) ?? "held") : "noted"));
}

async function ofSendingCampaigns(tx: Executor, wanted: readonly Claimed[]): Promise<ReadonlySet<Claimed>> {
  const groups = groupBy(wanted, (claimed) => `${claimed.gate.workspaceId}:${claimed.campaignId}`);
  const open = await Promise.all(
    groups.map(async (group) => {
      const [first] = group;
      const campaign = first && (await findCampaignRow(tx, first.gate.workspaceId, first.campaignId));
      return campaign?.state === "sending" ? group : [];
    }),
  );
  return new Set(open.flat());
}
